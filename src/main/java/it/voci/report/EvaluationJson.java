package it.voci.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import it.voci.evaluation.Evaluation;
import it.voci.evaluation.Interval;
import it.voci.evaluation.TaskEvaluation;
import java.util.Map;

/** An evaluation as one JSON object. */
public final class EvaluationJson {
  private static final Gson GSON =
      new GsonBuilder().serializeNulls().disableHtmlEscaping().setPrettyPrinting().create();

  private EvaluationJson() {}

  public static String render(
      String model,
      String data,
      Evaluation evaluation,
      Map<String, Interval> intervals,
      Map<String, Evaluation> baselines) {
    JsonObject root = new JsonObject();
    root.addProperty("model", model);
    root.addProperty("data", data);
    root.add("tasks", tasks(evaluation, intervals));
    JsonObject others = new JsonObject();
    baselines.forEach((name, baseline) -> others.add(name, tasks(baseline, Map.of())));
    root.add("baselines", others);
    return GSON.toJson(root) + "\n";
  }

  private static JsonObject tasks(Evaluation evaluation, Map<String, Interval> intervals) {
    JsonObject tasks = new JsonObject();
    for (TaskEvaluation task : evaluation.tasks().values()) {
      JsonObject object = new JsonObject();
      object.addProperty("scored", task.scored());
      object.addProperty("macroF1", task.macroF1());
      object.addProperty("microF1", task.microF1());
      object.addProperty("weightedF1", task.weightedF1());
      object.addProperty("accuracy", task.accuracy());
      object.add("labels", GSON.toJsonTree(task.labels()));
      if (task instanceof TaskEvaluation.Single single) {
        object.add("confusion", GSON.toJsonTree(single.confusion()));
        object.addProperty(
            "cohenKappa",
            single.cohenKappa().isPresent() ? single.cohenKappa().getAsDouble() : null);
      }
      if (task instanceof TaskEvaluation.Multi multi) {
        object.addProperty("meanJaccard", multi.meanJaccard());
        object.add("averagePrecision", GSON.toJsonTree(multi.averagePrecision()));
      }
      JsonObject bounds = new JsonObject();
      Interval interval = intervals.get(task.task().id());
      if (interval != null) {
        JsonArray pair = new JsonArray();
        pair.add(interval.low());
        pair.add(interval.high());
        bounds.add("macroF1", pair);
      }
      object.add("intervals", bounds);
      object.addProperty("ece", task.calibration().expectedCalibrationError());
      object.addProperty("brier", task.calibration().brierScore());
      tasks.add(task.task().id(), object);
    }
    return tasks;
  }
}
