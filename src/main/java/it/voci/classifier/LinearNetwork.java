package it.voci.classifier;

import it.voci.corpus.LabelScheme;
import it.voci.corpus.Task;
import it.voci.features.ParagraphFeatures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A network without hidden layers: heads straight over n-grams and dense features. */
public final class LinearNetwork extends Network {
  private final LinearSettings settings;
  private final LabelScheme scheme;

  public LinearNetwork(LinearSettings settings, LabelScheme scheme, NetworkWeights weights) {
    super(weights);
    this.settings = settings;
    this.scheme = scheme;
  }

  /** The network whose outputs are as many times as large. */
  public LinearNetwork times(double factor) {
    Map<String, Matrix> scaled = new LinkedHashMap<>();
    weights().matrices().forEach((name, matrix) -> scaled.put(name, matrix.times((float) factor)));
    return new LinearNetwork(settings, scheme, new NetworkWeights(scaled));
  }

  /** One a task; their last rows are those of the dense features. */
  @Override
  List<Matrix> tables() {
    return scheme.tasks().stream()
        .map(task -> weights().matrix(NetworkWeights.head(task)))
        .toList();
  }

  @Override
  List<double[]> logits(
      ParagraphFeatures features, float[] own, List<float[]> neighbours, int from) {
    int count = features.dense().length;
    int[] rows = new int[count];
    float[] scales = new float[count];
    for (int i = 0; i < count; i++) {
      scales[i] = (float) settings.denseScale() * features.dense()[i];
    }
    List<double[]> logits = new ArrayList<>(scheme.tasks().size());
    int at = from;
    for (Task task : scheme.tasks()) {
      Matrix head = weights().matrix(NetworkWeights.head(task));
      for (int i = 0; i < count; i++) {
        rows[i] = head.rows() - count + i;
      }
      float[] out =
          weights().matrix(NetworkWeights.bias(NetworkWeights.head(task))).values().clone();
      head.addRows(rows, scales, count, out, 0);
      double[] wide = new double[out.length];
      for (int i = 0; i < out.length; i++) {
        wide[i] = out[i] + own[at++];
      }
      logits.add(wide);
    }
    return logits;
  }
}
