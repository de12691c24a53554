package it.voci.evaluation;

import it.voci.corpus.Task;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How often each true label was predicted as each label. Rows are the truth, columns the
 * prediction, both in the task's order.
 *
 * @param labels label ids of rows and columns
 * @param rows square; {@code rows.get(t).get(p)} counts paragraphs that are t and were predicted p
 */
public record ConfusionMatrix(List<String> labels, List<List<Integer>> rows) {
  /** Labels of the matrix of one label of a {@code MULTI} task: not given, given. */
  static final List<String> NO_AND_YES = List.of("no", "yes");

  /** The shares of more paragraphs are as good as certain. */
  private static final int MOST_DRAWN = 100_000;

  public ConfusionMatrix {
    labels = List.copyOf(labels);
    rows = rows.stream().map(List::copyOf).toList();
    int size = labels.size();
    if (rows.size() != size || rows.stream().anyMatch(row -> row.size() != size)) {
      throw new IllegalArgumentException(
          "a confusion matrix of " + size + " labels must have as many rows and columns");
    }
    if (rows.stream().flatMap(List::stream).anyMatch(count -> count < 0)) {
      throw new IllegalArgumentException("a confusion matrix counts; it holds nothing below 0");
    }
  }

  static ConfusionMatrix of(Task task, List<Scored> all) {
    int size = task.labels().size();
    int[][] counts = new int[size][size];
    for (Scored scored : all) {
      counts[scored.gold().nextSetBit(0)][scored.predicted().nextSetBit(0)]++;
    }
    return new ConfusionMatrix(
        task.labelIds(),
        Arrays.stream(counts).map(row -> Arrays.stream(row).boxed().toList()).toList());
  }

  /** Whether one label of a {@code MULTI} task holds, and whether it was given. */
  static ConfusionMatrix ofLabel(LabelCounts counts, int label) {
    int both = counts.truePositives().get(label);
    int wrong = counts.falsePositives().get(label);
    int missed = counts.falseNegatives().get(label);
    return new ConfusionMatrix(
        NO_AND_YES,
        List.of(List.of(counts.scored() - both - wrong - missed, wrong), List.of(missed, both)));
  }

  /** The same as {@link #shares()}. */
  double[][] rates() {
    return shares().stream()
        .map(row -> row.stream().mapToDouble(Double::doubleValue).toArray())
        .toArray(double[][]::new);
  }

  /**
   * Rates as other articles might have given them: every row is drawn anew, as many paragraphs as
   * it has (a multinomial). That paragraphs of one article are alike is left out of account, since
   * the counts do not say which article they are from.
   */
  double[][] rates(SplittableRandom random) {
    double[][] rates = rates();
    for (int truth = 0; truth < rates.length; truth++) {
      double[] row = rates[truth];
      int support = support(truth);
      if (support > MOST_DRAWN) {
        continue;
      }
      double[] drawn = new double[row.length];
      for (int i = 0; i < support; i++) {
        double left = random.nextDouble();
        int predicted = -1;
        do {
          predicted++;
          left -= row[predicted];
        } while (left >= 0 && predicted < row.length - 1);
        drawn[predicted] += 1.0 / support;
      }
      rates[truth] = drawn;
    }
    return rates;
  }

  /** Labels without a paragraph that was rightly predicted. */
  public List<String> neverRight() {
    return labels.stream().filter(label -> count(label, label) == 0).toList();
  }

  private int support(int truth) {
    return rows.get(truth).stream().mapToInt(Integer::intValue).sum();
  }

  /**
   * The rows as shares of the truth's paragraphs, each adding up to 1; a truth that does not occur
   * has zeros.
   */
  public List<List<Double>> shares() {
    return rows.stream()
        .map(
            row -> {
              int total = row.stream().mapToInt(Integer::intValue).sum();
              return row.stream().map(count -> Ratio.of(count, total)).toList();
            })
        .toList();
  }

  public int count(String truth, String predicted) {
    return rows.get(position(truth)).get(position(predicted));
  }

  private int position(String label) {
    int position = labels.indexOf(label);
    if (position < 0) {
      throw new IllegalArgumentException("no label " + label + " among " + labels);
    }
    return position;
  }
}
