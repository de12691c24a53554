package it.voci.classifier;

import it.voci.corpus.Article;
import it.voci.corpus.LabelScheme;
import it.voci.features.FeatureExtractor;
import it.voci.features.ParagraphFeatures;
import java.util.ArrayList;
import java.util.List;

/** Trained networks, whose outputs are averaged, with their features and calibration. */
public final class NetworkClassifier implements ParagraphClassifier {
  private final LabelScheme scheme;
  private final FeatureExtractor features;
  private final List<Network> networks;
  private final Calibration calibration;

  public NetworkClassifier(
      LabelScheme scheme,
      FeatureExtractor features,
      List<Network> networks,
      Calibration calibration) {
    calibration.requireFits(scheme);
    this.scheme = scheme;
    this.features = features;
    this.networks = List.copyOf(networks);
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
    List<Prediction> predictions = new ArrayList<>(article.paragraphs().size());
    features.extract(article).forEach(paragraph -> predictions.add(predict(paragraph)));
    return List.copyOf(predictions);
  }

  /** The prediction for a paragraph as {@link #features} sees it. */
  Prediction predict(ParagraphFeatures paragraph) {
    List<double[]> logits = logits(paragraph);
    List<TaskPrediction> tasks = new ArrayList<>(logits.size());
    for (int t = 0; t < logits.size(); t++) {
      tasks.add(calibration.predict(scheme.tasks().get(t), logits.get(t)));
    }
    return new Prediction(tasks, paragraph.speech());
  }

  /** The networks' mean outputs, per task. */
  private List<double[]> logits(ParagraphFeatures paragraph) {
    List<double[]> mean = networks.get(0).logits(paragraph);
    for (Network network : networks.subList(1, networks.size())) {
      List<double[]> other = network.logits(paragraph);
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
