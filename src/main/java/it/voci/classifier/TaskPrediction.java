package it.voci.classifier;

import it.voci.corpus.Task;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a classifier says of one paragraph for one task. The labels always follow from the scores.
 *
 * @param task the question
 * @param scores a probability in [0, 1] for every label, in the task's order; those of a {@code
 *     SINGLE} task add up to 1
 * @param thresholds of a {@code MULTI} task, in the task's order: a label is given from its
 *     threshold up; empty for a {@code SINGLE} one
 */
public record TaskPrediction(Task task, List<Double> scores, List<Double> thresholds) {
  private static final double LEAST_ODDS = 1e-12;

  public TaskPrediction {
    scores = List.copyOf(scores);
    thresholds = List.copyOf(thresholds);
    if (scores.size() != task.labels().size()) {
      throw new IllegalArgumentException(
          "expected " + task.labels().size() + " scores but was " + scores.size());
    }
    if (thresholds.size() != (task.isSingle() ? 0 : scores.size())) {
      throw new IllegalArgumentException("a threshold per label is for multi-label tasks only");
    }
    for (double score : scores) {
      if (!(score >= 0 && score <= 1)) {
        throw new IllegalArgumentException("expected a score in [0, 1] but was " + score);
      }
    }
  }

  /** A prediction from scores as the network gives them. */
  public static TaskPrediction of(Task task, double[] scores, List<Double> thresholds) {
    return new TaskPrediction(task, Arrays.stream(scores).boxed().toList(), thresholds);
  }

  /**
   * The labels: of a {@code SINGLE} task the one with the highest score (the first of equals), of a
   * {@code MULTI} task every one whose score reaches its threshold.
   */
  public List<String> labels() {
    if (task.isSingle()) {
      return List.of(task.labels().get(best()).id());
    }
    return IntStream.range(0, scores.size())
        .filter(i -> scores.get(i) >= thresholds.get(i))
        .mapToObj(i -> task.labels().get(i).id())
        .toList();
  }

  /** The label of a {@code SINGLE} task, or none where its score is below {@code least}. */
  public Optional<String> label(double least) {
    return confidence() >= least ? Optional.of(labels().get(0)) : Optional.empty();
  }

  /** The labels of a {@code MULTI} task whose scores are not below {@code least}. */
  public List<String> sure(double least) {
    return labels().stream().filter(label -> score(label) >= least).toList();
  }

  /** The labels of a {@code MULTI} task whose scores are below {@code least}. */
  public List<String> unsure(double least) {
    return labels().stream().filter(label -> score(label) < least).toList();
  }

  /**
   * The same prediction with every score rounded, so that labels follow from what is printed.
   *
   * @param decimals digits after the point
   */
  public TaskPrediction rounded(int decimals) {
    double scale = Math.pow(10, decimals);
    return new TaskPrediction(
        task, scores.stream().map(score -> Math.round(score * scale) / scale).toList(), thresholds);
  }

  private double score(String label) {
    return scores.get(task.indexOf(label));
  }

  /** The highest score. */
  public double confidence() {
    return scores.get(best());
  }

  /**
   * The natural logarithm of a label's odds: of its score against that of all others of a {@code
   * SINGLE} task, or against the rest to 1 of a {@code MULTI} task.
   *
   * @param label its place in the task
   */
  double logOdds(int label) {
    double others = 1 - scores.get(label);
    if (task.isSingle()) {
      others = 0; // summed up, because 1 - score loses the digits of what is nearly certain
      for (int i = 0; i < scores.size(); i++) {
        others += i == label ? 0 : scores.get(i);
      }
    }
    return Math.log(Math.max(scores.get(label), LEAST_ODDS) / Math.max(others, LEAST_ODDS));
  }

  /** Label id → score, in the task's order. */
  public Map<String, Double> scoresByLabel() {
    Map<String, Double> byLabel = new LinkedHashMap<>();
    for (int i = 0; i < scores.size(); i++) {
      byLabel.put(task.labels().get(i).id(), scores.get(i));
    }
    return byLabel;
  }

  private int best() {
    int best = 0;
    for (int i = 1; i < scores.size(); i++) {
      if (scores.get(i) > scores.get(best)) {
        best = i;
      }
    }
    return best;
  }
}
