package it.voci.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import it.voci.evaluation.BehaviourScore;
import it.voci.evaluation.Evaluation;
import it.voci.evaluation.EvaluationReport;
import it.voci.evaluation.Interval;
import it.voci.evaluation.Peer;
import it.voci.evaluation.Slice;
import it.voci.evaluation.Speed;
import it.voci.evaluation.TaskEvaluation;
import it.voci.evaluation.TaskIntervals;
import it.voci.evaluation.Uncalibrated;
import java.util.Map;

/** An evaluation as one JSON object. */
public final class EvaluationJson {
  private static final Gson GSON =
      new GsonBuilder().serializeNulls().disableHtmlEscaping().setPrettyPrinting().create();

  private EvaluationJson() {}

  public static String render(String model, String data, EvaluationReport report) {
    JsonObject root = new JsonObject();
    root.addProperty("model", model);
    root.addProperty("data", data);
    JsonObject tasks = tasks(report.evaluation());
    report.intervals().forEach((task, intervals) -> add(tasks.getAsJsonObject(task), intervals));
    report.uncalibrated().forEach((task, before) -> add(tasks.getAsJsonObject(task), before));
    root.add("tasks", tasks);
    root.add("slices", slices(report));
    JsonObject peers = new JsonObject();
    report.peers().forEach(peer -> peers.add(peer.name(), peer(peer)));
    root.add("baselines", peers);
    report.behaviour().ifPresent(behaviour -> root.add("behaviour", behaviour(behaviour)));
    report.speed().ifPresent(speed -> root.add("speed", speed(speed)));
    return GSON.toJson(root) + "\n";
  }

  private static JsonObject tasks(Evaluation evaluation) {
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
        object.add("coverage", GSON.toJsonTree(single.coverage().atUsualShares()));
      }
      if (task instanceof TaskEvaluation.Multi multi) {
        object.addProperty("meanJaccard", multi.meanJaccard());
        object.addProperty("macroAveragePrecision", multi.macroAveragePrecision());
        object.add("averagePrecision", GSON.toJsonTree(multi.averagePrecision()));
        object.add("confusions", GSON.toJsonTree(multi.confusions()));
      }
      object.add("intervals", new JsonObject());
      object.addProperty("ece", task.calibration().expectedCalibrationError());
      object.addProperty("brier", task.calibration().brierScore());
      object.add("reliability", GSON.toJsonTree(task.calibration().bins()));
      tasks.add(task.task().id(), object);
    }
    return tasks;
  }

  private static void add(JsonObject task, TaskIntervals intervals) {
    JsonObject bounds = task.getAsJsonObject("intervals");
    intervals.figures().forEach((figure, interval) -> bounds.add(figure, pair(interval)));
    task.add("labelIntervals", pairs(intervals.f1()));
    task.add("labelPrecisionIntervals", pairs(intervals.precision()));
    task.add("labelRecallIntervals", pairs(intervals.recall()));
  }

  private static JsonObject pairs(Map<String, Interval> intervals) {
    JsonObject pairs = new JsonObject();
    intervals.forEach((name, interval) -> pairs.add(name, pair(interval)));
    return pairs;
  }

  private static void add(JsonObject task, Uncalibrated before) {
    JsonObject object = new JsonObject();
    object.addProperty("ece", before.scores().expectedCalibrationError());
    object.add("interval", pair(before.ece()));
    object.addProperty("brier", before.scores().brierScore());
    object.add("reliability", GSON.toJsonTree(before.scores().bins()));
    task.add("uncalibrated", object);
  }

  private static JsonArray slices(EvaluationReport report) {
    JsonArray slices = new JsonArray();
    for (Slice slice : report.slices()) {
      JsonObject object = new JsonObject();
      object.addProperty("by", slice.by());
      object.addProperty("value", slice.value());
      object.addProperty("articles", slice.articles());
      object.addProperty("paragraphs", slice.paragraphs());
      JsonObject tasks = new JsonObject();
      for (Map.Entry<String, Slice.Score> task : slice.tasks().entrySet()) {
        JsonObject scores = new JsonObject();
        scores.addProperty("scored", task.getValue().scored());
        scores.addProperty("accuracy", task.getValue().accuracy().estimate());
        String f1 =
            report.evaluation().task(task.getKey()).task().isSingle() ? "macroF1" : "microF1";
        scores.addProperty(f1, task.getValue().f1().estimate());
        JsonObject bounds = new JsonObject();
        bounds.add("accuracy", pair(task.getValue().accuracy()));
        bounds.add(f1, pair(task.getValue().f1()));
        scores.add("intervals", bounds);
        tasks.add(task.getKey(), scores);
      }
      object.add("tasks", tasks);
      slices.add(object);
    }
    return slices;
  }

  private static JsonObject peer(Peer peer) {
    JsonObject tasks = tasks(peer.evaluation());
    peer.macroF1()
        .forEach(
            (task, interval) ->
                tasks
                    .getAsJsonObject(task)
                    .getAsJsonObject("intervals")
                    .add("macroF1", pair(interval)));
    peer.settings()
        .forEach((task, chosen) -> tasks.getAsJsonObject(task).addProperty("settings", chosen));
    return tasks;
  }

  private static JsonObject behaviour(BehaviourScore behaviour) {
    JsonObject object = rate(behaviour.all());
    JsonObject kinds = new JsonObject();
    for (BehaviourScore.Kind kind : behaviour.kinds()) {
      JsonObject fields = rate(kind.passed());
      fields.add("failed", GSON.toJsonTree(kind.failed()));
      kinds.add(kind.kind(), fields);
    }
    object.add("kinds", kinds);
    return object;
  }

  private static JsonObject rate(BehaviourScore.PassRate rate) {
    JsonObject object = new JsonObject();
    object.addProperty("cases", rate.cases());
    object.addProperty("passed", rate.passed());
    object.addProperty("rate", rate.rate().estimate());
    object.add("interval", pair(rate.rate()));
    return object;
  }

  private static JsonObject speed(Speed speed) {
    JsonObject object = new JsonObject();
    object.addProperty("paragraphs", speed.paragraphs());
    object.addProperty("seconds", speed.seconds());
    object.addProperty("paragraphsPerSecond", speed.paragraphsPerSecond());
    return object;
  }

  static JsonArray pair(Interval interval) {
    JsonArray pair = new JsonArray();
    pair.add(interval.low());
    pair.add(interval.high());
    return pair;
  }
}
