package it.voci.evaluation;

import java.util.List;

/**
 * A score on each fold of a cross-validation.
 *
 * @param scores one per fold, at least two
 */
public record FoldScores(String task, List<Double> scores) {
  public FoldScores {
    scores = List.copyOf(scores);
    if (scores.size() < 2) {
      throw new IllegalArgumentException("expected at least two folds but was " + scores.size());
    }
  }

  public double mean() {
    return scores.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  /** Standard deviation of a sample (n - 1). */
  public double deviation() {
    double mean = mean();
    double squares = scores.stream().mapToDouble(s -> (s - mean) * (s - mean)).sum();
    return Math.sqrt(squares / (scores.size() - 1));
  }
}
