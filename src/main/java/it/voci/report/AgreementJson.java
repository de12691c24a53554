package it.voci.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import it.voci.evaluation.Agreement;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Agreement between annotators as one JSON object; figures that are not defined are null. */
public final class AgreementJson {
  private static final Gson GSON =
      new GsonBuilder().serializeNulls().disableHtmlEscaping().setPrettyPrinting().create();

  private AgreementJson() {}

  public static String render(List<Path> files, Map<String, Agreement> tasks) {
    JsonObject root = new JsonObject();
    root.add("files", GSON.toJsonTree(files.stream().map(Path::toString).toList()));
    JsonObject objects = new JsonObject();
    tasks.forEach((task, agreement) -> objects.add(task, task(agreement)));
    root.add("tasks", objects);
    return GSON.toJson(root) + "\n";
  }

  private static JsonObject task(Agreement agreement) {
    JsonObject object = new JsonObject();
    object.addProperty("paragraphs", agreement.units());
    object.addProperty("comparisons", agreement.comparisons());
    object.addProperty("observed", agreement.observed());
    object.addProperty("meanJaccard", agreement.meanJaccard());
    object.addProperty("cohenKappa", orNull(agreement.cohenKappa()));
    object.addProperty("krippendorffAlpha", orNull(agreement.krippendorffAlpha()));
    JsonObject labels = new JsonObject();
    agreement
        .labels()
        .forEach(
            (label, of) -> {
              JsonObject fields = new JsonObject();
              fields.addProperty("f1", of.f1());
              fields.addProperty("cohenKappa", orNull(of.cohenKappa()));
              fields.addProperty("uses", of.uses());
              labels.add(label, fields);
            });
    object.add("labels", labels);
    return object;
  }

  private static Double orNull(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }
}
