package it.voci.classifier;

import it.voci.corpus.LabelScheme;
import it.voci.corpus.Task;
import it.voci.features.ParagraphFeatures;
import java.util.ArrayList;
import java.util.List;

/**
 * The forward pass of the trained network in plain Java: the same numbers as the Deeplearning4j
 * graph that learned the weights (a test compares them), without loading its native library.
 * Immutable and safe for use by several threads.
 */
public final class Network {
  private final NetworkSettings settings;
  private final LabelScheme scheme;
  private final NetworkWeights weights;

  public Network(NetworkSettings settings, LabelScheme scheme, NetworkWeights weights) {
    this.settings = settings;
    this.scheme = scheme;
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

  /** The tables of n-grams: of the paragraph's own and of those around it. */
  List<Matrix> tables() {
    return List.of(weights.matrix("grams"), weights.matrix("around"));
  }

  /**
   * The same, of n-grams whose rows in the tables are summed up already.
   *
   * @param own sums in the {@link #tables()} of the paragraph's n-grams
   * @param neighbours the same of each of its neighbours
   * @param from where this network's sums begin in each
   */
  List<double[]> logits(
      ParagraphFeatures features, float[] own, List<float[]> neighbours, int from) {
    float[] joined = new float[settings.joinedWidth() + settings.hiddenWidth()];
    int at = settings.gramWidth();
    System.arraycopy(own, from, joined, 0, at);
    for (float[] neighbour : neighbours) {
      for (int i = at; i < at + settings.aroundWidth(); i++) {
        joined[i] += neighbour[from + i] / neighbours.size();
      }
    }
    at += settings.aroundWidth();
    layer("vector", features.vector(), features.vector().length, joined, at);
    at += settings.vectorWidth();
    layer("dense", features.dense(), features.dense().length, joined, at);
    at += settings.denseWidth();
    layer("hidden", joined, settings.joinedWidth(), joined, at);
    List<double[]> logits = new ArrayList<>(scheme.tasks().size());
    for (Task task : scheme.tasks()) {
      float[] out = new float[task.labels().size()];
      linear(NetworkWeights.head(task), joined, joined.length, out, 0);
      double[] wide = new double[out.length];
      for (int i = 0; i < out.length; i++) {
        wide[i] = out[i];
      }
      logits.add(wide);
    }
    return logits;
  }

  private void layer(String name, float[] input, int inputs, float[] out, int offset) {
    int width = linear(name, input, inputs, out, offset);
    for (int i = offset; i < offset + width; i++) {
      out[i] = Math.max(0, out[i]);
    }
  }

  /** Writes {@code input · W + b}; returns its width. */
  private int linear(String name, float[] input, int inputs, float[] out, int offset) {
    Matrix matrix = weights.matrix(name);
    int[] rows = new int[inputs];
    float[] scales = new float[inputs];
    int given = 0;
    for (int i = 0; i < inputs; i++) {
      if (input[i] != 0) {
        rows[given] = i;
        scales[given++] = input[i];
      }
    }
    System.arraycopy(weights.matrix(name + ".bias").values(), 0, out, offset, matrix.columns());
    matrix.addRows(rows, scales, given, out, offset);
    return matrix.columns();
  }
}
