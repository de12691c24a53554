package it.voci.classifier;

import it.voci.corpus.LabelScheme;
import it.voci.corpus.Task;
import it.voci.features.ParagraphFeatures;
import java.util.ArrayList;
import java.util.List;

/** The network of four branches of {@link NetworkSettings}. */
public final class BranchedNetwork extends Network {
  private final NetworkSettings settings;
  private final LabelScheme scheme;

  public BranchedNetwork(NetworkSettings settings, LabelScheme scheme, NetworkWeights weights) {
    super(weights);
    this.settings = settings;
    this.scheme = scheme;
  }

  /** Of the paragraph's own n-grams, and of those around it. */
  @Override
  List<Matrix> tables() {
    return List.of(weights().matrix("grams"), weights().matrix("around"));
  }

  @Override
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
    Matrix matrix = weights().matrix(name);
    int[] rows = new int[inputs];
    float[] scales = new float[inputs];
    int given = 0;
    for (int i = 0; i < inputs; i++) {
      if (input[i] != 0) {
        rows[given] = i;
        scales[given++] = input[i];
      }
    }
    System.arraycopy(
        weights().matrix(NetworkWeights.bias(name)).values(), 0, out, offset, matrix.columns());
    matrix.addRows(rows, scales, given, out, offset);
    return matrix.columns();
  }
}
