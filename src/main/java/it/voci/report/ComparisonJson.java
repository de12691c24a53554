package it.voci.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import it.voci.evaluation.Comparison;
import it.voci.evaluation.Interval;
import java.util.List;

/** A comparison as one JSON object. */
public final class ComparisonJson {
  private static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

  private ComparisonJson() {}

  public static String render(String first, String second, String data, List<Comparison> tasks) {
    JsonObject root = new JsonObject();
    root.addProperty("first", first);
    root.addProperty("second", second);
    root.addProperty("data", data);
    JsonObject objects = new JsonObject();
    for (Comparison task : tasks) {
      JsonObject object = new JsonObject();
      object.addProperty("scored", task.scored());
      object.addProperty("won", task.won());
      object.addProperty("lost", task.lost());
      object.addProperty("mcNemarP", task.pValue());
      object.add(
          "macroF1", figure(task.first().macroF1(), task.second().macroF1(), task.macroF1()));
      object.add(
          "accuracy", figure(task.first().accuracy(), task.second().accuracy(), task.accuracy()));
      JsonObject labels = new JsonObject();
      task.f1()
          .forEach(
              (label, difference) ->
                  labels.add(
                      label,
                      figure(
                          task.first().labels().get(label).f1(),
                          task.second().labels().get(label).f1(),
                          difference)));
      object.add("f1", labels);
      object.add("changes", GSON.toJsonTree(task.changes()));
      objects.add(task.task().id(), object);
    }
    root.add("tasks", objects);
    return GSON.toJson(root) + "\n";
  }

  private static JsonObject figure(double first, double second, Interval difference) {
    JsonObject figure = new JsonObject();
    figure.addProperty("first", first);
    figure.addProperty("second", second);
    figure.addProperty("difference", difference.estimate());
    figure.add("interval", EvaluationJson.pair(difference));
    return figure;
  }
}
