package it.voci.classifier;

import it.voci.features.ParagraphFeatures;
import java.util.List;

/**
 * The forward pass of a trained network in plain Java: the same numbers as the Deeplearning4j graph
 * that learned the weights (a test compares them), without loading its native library. Immutable
 * and safe for use by several threads.
 */
public abstract sealed class Network permits BranchedNetwork, LinearNetwork {
  private final NetworkWeights weights;

  Network(NetworkWeights weights) {
    this.weights = weights;
  }

  public NetworkWeights weights() {
    return weights;
  }

  /**
   * The heads' outputs before softmax or sigmoid, one array per task, in the scheme's order, each
   * of the length of the task's labels.
   */
  public List<double[]> logits(ParagraphFeatures features) {
    JoinedTables tables = new JoinedTables(tables());
    return logits(
        features,
        tables.sum(features.grams()),
        features.neighbours().stream().map(tables::sum).toList(),
        0);
  }

  /** The matrices with a row for every n-gram. */
  abstract List<Matrix> tables();

  int tablesWidth() {
    return tables().stream().mapToInt(Matrix::columns).sum();
  }

  /**
   * The same, of n-grams whose rows in the tables are summed up already.
   *
   * @param own sums in the {@link #tables()} of the paragraph's n-grams
   * @param neighbours the same of each of its neighbours
   * @param from where this network's sums begin in each
   */
  abstract List<double[]> logits(
      ParagraphFeatures features, float[] own, List<float[]> neighbours, int from);
}
