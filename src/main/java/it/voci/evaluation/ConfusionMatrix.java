package it.voci.evaluation;

import it.voci.corpus.Task;
import java.util.Arrays;
import java.util.List;

/**
 * How often each true label was predicted as each label. Rows are the truth, columns the
 * prediction, both in the task's order.
 *
 * @param labels label ids of rows and columns
 * @param rows square; {@code rows.get(t).get(p)} counts paragraphs that are t and were predicted p
 */
public record ConfusionMatrix(List<String> labels, List<List<Integer>> rows) {
  public ConfusionMatrix {
    labels = List.copyOf(labels);
    rows = rows.stream().map(List::copyOf).toList();
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
