package it.voci.classifier;

import it.voci.corpus.LabelScheme;
import it.voci.corpus.Task;
import it.voci.features.ParagraphFeatures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A network without a hidden layer: heads straight over a paragraph's n-grams. */
public final class LinearNetwork extends Network {
  private final LabelScheme scheme;

  public LinearNetwork(LabelScheme scheme, NetworkWeights weights) {
    super(weights);
    this.scheme = scheme;
  }

  /** The network whose outputs are as many times as large. */
  public LinearNetwork times(double factor) {
    Map<String, Matrix> scaled = new LinkedHashMap<>();
    weights()
        .matrices()
        .forEach((name, matrix) -> scaled.put(name, matrix.times((float) factor)));
    return new LinearNetwork(scheme, new NetworkWeights(scaled));
  }

  @Override
  List<Matrix> tables() {
    return scheme.tasks().stream()
        .map(task -> weights().matrix(NetworkWeights.head(task)))
        .toList();
  }

  @Override
  List<double[]> logits(
      ParagraphFeatures features, float[] own, List<float[]> neighbours, int from) {
    List<double[]> logits = new ArrayList<>(scheme.tasks().size());
    int at = from;
    for (Task task : scheme.tasks()) {
      float[] bias = weights().matrix(NetworkWeights.bias(NetworkWeights.head(task))).values();
      double[] out = new double[bias.length];
      for (int i = 0; i < out.length; i++) {
        out[i] = own[at++] + bias[i];
      }
      logits.add(out);
    }
    return logits;
  }
}
