package it.voci.classifier;

import it.voci.corpus.Article;
import it.voci.corpus.LabelScheme;
import it.voci.features.FeatureExtractor;
import it.voci.features.GramBag;
import it.voci.features.ParagraphFeatures;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** Trained networks, whose outputs are averaged, with their features and calibration. */
public final class NetworkClassifier implements ParagraphClassifier {
  private final LabelScheme scheme;
  private final FeatureExtractor features;
  private final List<Network> networks;
  private final Calibration calibration;
  private final JoinedTables tables;

  /** Where each network's sums begin among those of the joined tables. */
  private final int[] begins;

  public NetworkClassifier(
      LabelScheme scheme,
      FeatureExtractor features,
      List<Network> networks,
      Calibration calibration) {
    calibration.requireFits(scheme);
    this.scheme = scheme;
    this.features = features;
    this.networks = List.copyOf(networks);
    tables = new JoinedTables(networks.stream().flatMap(one -> one.tables().stream()).toList());
    begins = new int[networks.size()];
    for (int n = 1; n < begins.length; n++) {
      begins[n] = begins[n - 1] + networks.get(n - 1).tablesWidth();
    }
    this.calibration = calibration;
  }

  @Override
  public LabelScheme scheme() {
    return scheme;
  }

  public FeatureExtractor features() {
    return features;
  }

  public List<Network> networks() {
    return networks;
  }

  public Calibration calibration() {
    return calibration;
  }

  /** The same network and features with another calibration. */
  public NetworkClassifier with(Calibration other) {
    return new NetworkClassifier(scheme, features, networks, other);
  }

  /** The same network and calibration with other features of the same lengths. */
  public NetworkClassifier with(FeatureExtractor others) {
    return new NetworkClassifier(scheme, others, networks, calibration);
  }

  @Override
  public List<Prediction> classify(Article article) {
    return predict(features.extract(article));
  }

  /** The predictions for the paragraphs of an article as {@link #features} sees them. */
  public List<Prediction> predict(List<ParagraphFeatures> paragraphs) {
    IdentityHashMap<GramBag, float[]> sums = new IdentityHashMap<>();
    return paragraphs.stream().map(paragraph -> predict(paragraph, sums)).toList();
  }

  /**
   * The prediction for a paragraph.
   *
   * @param sums of n-grams known already, by identity; what is missing is added
   */
  Prediction predict(ParagraphFeatures paragraph, IdentityHashMap<GramBag, float[]> sums) {
    List<double[]> logits = logits(paragraph, sums);
    List<TaskPrediction> tasks = new ArrayList<>(logits.size());
    for (int t = 0; t < logits.size(); t++) {
      tasks.add(calibration.predict(scheme.tasks().get(t), logits.get(t)));
    }
    return new Prediction(tasks, paragraph.speech());
  }

  /** The networks' mean outputs, per task. */
  private List<double[]> logits(
      ParagraphFeatures paragraph, IdentityHashMap<GramBag, float[]> sums) {
    float[] own = sums.computeIfAbsent(paragraph.grams(), tables::sum);
    List<float[]> neighbours = new ArrayList<>(2);
    for (GramBag neighbour : paragraph.neighbours()) {
      neighbours.add(sums.computeIfAbsent(neighbour, tables::sum));
    }
    List<double[]> mean = networks.get(0).logits(paragraph, own, neighbours, 0);
    for (int n = 1; n < networks.size(); n++) {
      List<double[]> other = networks.get(n).logits(paragraph, own, neighbours, begins[n]);
      for (int t = 0; t < mean.size(); t++) {
        for (int i = 0; i < mean.get(t).length; i++) {
          mean.get(t)[i] += other.get(t)[i];
        }
      }
    }
    for (double[] task : mean) {
      for (int i = 0; i < task.length; i++) {
        task[i] /= networks.size();
      }
    }
    return mean;
  }
}
