package it.voci.evaluation;

import it.voci.corpus.Task;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** How well one task was answered. Where nothing is scored every figure is 0 or empty. */
public sealed interface TaskEvaluation {
  LabelCounts counts();

  CalibrationScores calibration();

  /** Evaluates the outcomes that have gold labels for the task. */
  static TaskEvaluation of(Task task, List<Outcome> outcomes) {
    List<Scored> all = Scored.of(task, outcomes);
    return task.isSingle() ? Single.of(task, all) : Multi.of(task, all);
  }

  default Task task() {
    return counts().task();
  }

  /** Paragraphs with gold labels for the task. */
  default int scored() {
    return counts().scored();
  }

  /** See {@link LabelCounts#accuracy()}. */
  default double accuracy() {
    return counts().accuracy();
  }

  /** See {@link LabelCounts#macroF1()}. */
  default double macroF1() {
    return counts().macroF1();
  }

  /** See {@link LabelCounts#microF1()}. */
  default double microF1() {
    return counts().microF1();
  }

  /** See {@link LabelCounts#weightedF1()}. */
  default double weightedF1() {
    return counts().weightedF1();
  }

  /**
   * What was confused with what. Of a {@code SINGLE} task one matrix, under the task's id; of a
   * {@code MULTI} task one for every label, under the label's id, of {@code no} and {@code yes}.
   */
  Map<String, ConfusionMatrix> confusions();

  /** Keys and labels of the matrices {@link #confusions()} gives for a task. */
  static Map<String, List<String>> expected(Task task) {
    Map<String, List<String>> expected = new LinkedHashMap<>();
    if (task.isSingle()) {
      expected.put(task.id(), task.labelIds());
    } else {
      task.labelIds().forEach(label -> expected.put(label, ConfusionMatrix.NO_AND_YES));
    }
    return expected;
  }

  /** Label id → scores, in the task's order. */
  default Map<String, LabelScores> labels() {
    return counts().labels();
  }

  /**
   * A task with exactly one label per paragraph.
   *
   * @param cohenKappa chance-corrected agreement of predictions and gold; empty where both use one
   *     and the same label only, or nothing is scored
   */
  record Single(
      LabelCounts counts,
      CalibrationScores calibration,
      ConfusionMatrix confusion,
      OptionalDouble cohenKappa,
      CoverageCurve coverage)
      implements TaskEvaluation {
    @Override
    public Map<String, ConfusionMatrix> confusions() {
      return Map.of(task().id(), confusion);
    }

    private static Single of(Task task, List<Scored> all) {
      return new Single(
          LabelCounts.ofScored(task, all),
          CalibrationScores.ofScored(task, all),
          ConfusionMatrix.of(task, all),
          cohenKappa(all),
          CoverageCurve.ofScored(task, all));
    }

    static OptionalDouble cohenKappa(List<Scored> all) {
      return Agreement.cohenKappa(
          all.stream().map(Scored::gold).toList(), all.stream().map(Scored::predicted).toList());
    }
  }

  /**
   * A task with any number of labels per paragraph.
   *
   * @param meanJaccard mean over paragraphs of |gold ∩ predicted| / |gold ∪ predicted|, 1 where
   *     both are empty
   * @param averagePrecision label id → average precision of the ranking by score, not interpolated,
   *     in the task's order; 0 for a label without positives (scikit-learn's convention)
   */
  record Multi(
      LabelCounts counts,
      CalibrationScores calibration,
      double meanJaccard,
      Map<String, Double> averagePrecision)
      implements TaskEvaluation {
    public Multi {
      averagePrecision = Collections.unmodifiableMap(new LinkedHashMap<>(averagePrecision));
    }

    @Override
    public Map<String, ConfusionMatrix> confusions() {
      Map<String, ConfusionMatrix> confusions = new LinkedHashMap<>();
      for (int i = 0; i < task().labels().size(); i++) {
        confusions.put(task().labels().get(i).id(), ConfusionMatrix.ofLabel(counts, i));
      }
      return Collections.unmodifiableMap(confusions);
    }

    private static Multi of(Task task, List<Scored> all) {
      return new Multi(
          LabelCounts.ofScored(task, all),
          CalibrationScores.ofScored(task, all),
          meanJaccard(all),
          averagePrecision(task, all));
    }

    static double meanJaccard(List<Scored> all) {
      return all.stream().mapToDouble(Scored::jaccard).average().orElse(0);
    }

    static double macroAveragePrecision(Task task, List<Scored> all) {
      return mean(averagePrecision(task, all));
    }

    private static Map<String, Double> averagePrecision(Task task, List<Scored> all) {
      Map<String, Double> averagePrecision = new LinkedHashMap<>();
      for (int i = 0; i < task.labels().size(); i++) {
        averagePrecision.put(task.labels().get(i).id(), averagePrecision(all, i));
      }
      return averagePrecision;
    }

    /** Mean over all labels of the task. */
    public double macroAveragePrecision() {
      return mean(averagePrecision);
    }

    private static double mean(Map<String, Double> figures) {
      return figures.values().stream().mapToDouble(d -> d).average().orElse(0);
    }

    private static double averagePrecision(List<Scored> all, int label) {
      List<Scored> ranked = new ArrayList<>(all);
      ranked.sort(Comparator.comparingDouble((Scored scored) -> scored.score(label)).reversed());
      double sum = 0;
      int found = 0;
      int foundBefore = 0;
      for (int rank = 1; rank <= ranked.size(); rank++) {
        Scored scored = ranked.get(rank - 1);
        found += scored.gold().get(label) ? 1 : 0;
        // Equal scores are one step: their order says nothing.
        if (rank == ranked.size() || ranked.get(rank).score(label) < scored.score(label)) {
          sum += (found - foundBefore) * (found / (double) rank);
          foundBefore = found;
        }
      }
      return Ratio.of(sum, found);
    }
  }
}
