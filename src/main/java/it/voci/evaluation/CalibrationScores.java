package it.voci.evaluation;

import it.voci.corpus.Task;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Whether scores can be read as probabilities. Of a {@code SINGLE} task the decisions looked at are
 * the top labels (confidence against being right), of a {@code MULTI} task every label of every
 * paragraph (score against membership), pooled.
 *
 * @param expectedCalibrationError mean distance between confidence and accuracy over the bins,
 *     weighted by their counts, in [0, 1]; 0 where nothing is scored. With few decisions per bin it
 *     is biased upwards.
 * @param brierScore mean squared error of the scores. Of a {@code SINGLE} task summed over the
 *     labels (Brier 1950), in [0, 2]; of a {@code MULTI} task per decision, in [0, 1].
 * @param bins at most ten of about equal count, by rising confidence. Decisions of the same
 *     confidence are never parted: a boundary that falls among equals moves up behind them.
 */
public record CalibrationScores(
    double expectedCalibrationError, double brierScore, List<Bin> bins) {
  private static final int BINS = 10;

  /**
   * Decisions of similar confidence: a point of the reliability diagram.
   *
   * @param accuracy share of the decisions that were right (or of the labels that truly hold)
   */
  public record Bin(double meanConfidence, double accuracy, int count) {}

  private record Decision(double confidence, boolean right) {}

  public CalibrationScores {
    bins = List.copyOf(bins);
  }

  /** CalibrationScores over the outcomes that have gold labels for the task. */
  public static CalibrationScores of(Task task, List<Outcome> outcomes) {
    return ofScored(task, Scored.of(task, outcomes));
  }

  static CalibrationScores ofScored(Task task, List<Scored> all) {
    List<Decision> decisions = new ArrayList<>();
    for (Scored scored : all) {
      if (task.isSingle()) {
        decisions.add(new Decision(scored.prediction().confidence(), scored.isRight()));
      } else {
        for (int i = 0; i < task.labels().size(); i++) {
          decisions.add(new Decision(scored.score(i), scored.gold().get(i)));
        }
      }
    }
    List<Bin> bins = bins(decisions);
    double error = 0;
    for (Bin bin : bins) {
      error += bin.count() * Math.abs(bin.accuracy() - bin.meanConfidence());
    }
    return new CalibrationScores(Ratio.of(error, decisions.size()), brier(task, all), bins);
  }

  static double brier(Task task, List<Scored> all) {
    double squares = 0;
    for (Scored scored : all) {
      for (int i = 0; i < task.labels().size(); i++) {
        double error = scored.score(i) - (scored.gold().get(i) ? 1 : 0);
        squares += error * error;
      }
    }
    return Ratio.of(squares, all.size() * (task.isSingle() ? 1.0 : task.labels().size()));
  }

  private static List<Bin> bins(List<Decision> decisions) {
    decisions.sort(Comparator.comparingDouble(Decision::confidence));
    int size = decisions.size();
    List<Bin> bins = new ArrayList<>();
    int start = 0;
    for (int b = 1; b <= BINS; b++) {
      int end = (int) ((long) size * b / BINS);
      while (end > start
          && end < size
          && decisions.get(end).confidence() == decisions.get(end - 1).confidence()) {
        end++;
      }
      if (end > start) {
        List<Decision> bin = decisions.subList(start, end);
        bins.add(
            new Bin(
                bin.stream().mapToDouble(Decision::confidence).sum() / bin.size(),
                bin.stream().filter(Decision::right).count() / (double) bin.size(),
                bin.size()));
        start = end;
      }
    }
    return bins;
  }
}
