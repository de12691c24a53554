package it.voci.classifier;

import it.voci.corpus.LabelScheme;
import it.voci.corpus.Task;
import it.voci.features.ParagraphFeatures;
import java.util.ArrayList;
import java.util.Arrays;
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
    float[] joined = new float[settings.joinedWidth() + settings.hiddenWidth()];
    weights.matrix("grams").addRows(features.grams(), features.gramWeights(), joined, 0);
    int at = settings.gramWidth();
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
    matrix.addRows(Arrays.copyOf(rows, given), Arrays.copyOf(scales, given), out, offset);
    return matrix.columns();
  }
}
