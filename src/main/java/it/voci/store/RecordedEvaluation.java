package it.voci.store;

import it.voci.UserException;
import it.voci.evaluation.BehaviourScore;
import it.voci.evaluation.ConfusionMatrix;
import it.voci.evaluation.CoverageCurve;
import it.voci.evaluation.EvaluationReport;
import it.voci.evaluation.Interval;
import it.voci.evaluation.LabelScores;
import it.voci.evaluation.Peer;
import it.voci.evaluation.TaskEvaluation;
import it.voci.evaluation.TaskIntervals;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Scores of a model on a file, kept with the model for its card.
 *
 * @param data the file's name
 * @param sha256 of the file, so that a score is not taken for one on other data
 * @param date of the last run, {@code yyyy-MM-dd}
 * @param runs how often this model was scored on this file; every look makes the score less of a
 *     surprise
 * @param peers other classifiers on the same file; empty where they were not trained
 * @param behaviour pass rates; empty where there was no suite
 */
public record RecordedEvaluation(
    String data,
    String sha256,
    String date,
    int runs,
    int articles,
    int paragraphs,
    List<Task> tasks,
    List<PeerScores> peers,
    List<BehaviourScore.Kind> behaviour) {
  /**
   * Scores for one task. What files of older versions do not hold is empty.
   *
   * @param ece expected calibration error
   * @param intervals figure → its 95 % interval, by bootstrap over articles: {@code accuracy},
   *     {@code macroF1}, {@code ece} and, at temperature 1, {@code eceUncalibrated}
   * @param labels label id → scores
   * @param labelF1 label id → interval of its F1
   * @param coverage accuracy where the least confident paragraphs are left out, by falling
   *     coverage; of single-label tasks
   * @param confusions as {@link TaskEvaluation#confusions()}
   */
  public record Task(
      String task,
      double accuracy,
      double macroF1,
      double microF1,
      double ece,
      Map<String, Interval> intervals,
      Map<String, LabelScores> labels,
      Map<String, Interval> labelF1,
      List<CoverageCurve.Point> coverage,
      Map<String, ConfusionMatrix> confusions) {
    public Task {
      intervals = intervals == null ? Map.of() : new LinkedHashMap<>(intervals);
      labels = labels == null ? Map.of() : new LinkedHashMap<>(labels);
      labelF1 = labelF1 == null ? Map.of() : new LinkedHashMap<>(labelF1);
      coverage = coverage == null ? List.of() : List.copyOf(coverage);
      confusions = confusions == null ? Map.of() : new LinkedHashMap<>(confusions);
    }
  }

  /** Scores of another classifier. */
  public record PeerScores(String name, List<PeerTask> tasks) {}

  /** Its scores for one task. */
  public record PeerTask(
      String task, double accuracy, Interval macroF1, double ece, String settings) {}

  public RecordedEvaluation {
    if (data == null || sha256 == null || date == null || tasks == null) {
      throw new UserException("a recorded evaluation is incomplete");
    }
    tasks = List.copyOf(tasks);
    peers = peers == null ? List.of() : List.copyOf(peers);
    behaviour = behaviour == null ? List.of() : List.copyOf(behaviour);
  }

  /** What is kept of a report's tasks. */
  public static List<Task> tasks(EvaluationReport report) {
    List<Task> tasks = new ArrayList<>();
    for (TaskEvaluation task : report.evaluation().tasks().values()) {
      String id = task.task().id();
      TaskIntervals intervals = report.intervals().get(id);
      tasks.add(
          new Task(
              id,
              task.accuracy(),
              task.macroF1(),
              task.microF1(),
              task.calibration().expectedCalibrationError(),
              Map.of(
                  "accuracy", intervals.accuracy(),
                  "macroF1", intervals.macroF1(),
                  "ece", intervals.ece(),
                  "eceUncalibrated", report.uncalibrated().get(id).ece()),
              task.labels(),
              intervals.f1(),
              task instanceof TaskEvaluation.Single single
                  ? single.coverage().atUsualShares()
                  : List.of(),
              task.confusions()));
    }
    return tasks;
  }

  /** What is kept of a report's peers. */
  public static List<PeerScores> peers(EvaluationReport report) {
    return report.peers().stream()
        .map(
            peer ->
                new PeerScores(
                    peer.name(),
                    peer.evaluation().tasks().keySet().stream()
                        .map(task -> peerTask(peer, task))
                        .toList()))
        .toList();
  }

  private static PeerTask peerTask(Peer peer, String task) {
    TaskEvaluation scores = peer.evaluation().task(task);
    return new PeerTask(
        task,
        scores.accuracy(),
        peer.macroF1().get(task),
        scores.calibration().expectedCalibrationError(),
        peer.settings().getOrDefault(task, ""));
  }
}
