package it.voci.classifier;

import it.voci.corpus.Article;
import it.voci.corpus.LabelScheme;
import it.voci.features.FeatureExtractor;
import it.voci.features.ParagraphFeatures;
import java.util.ArrayList;
import java.util.List;

/** A trained network with its features and calibration. */
public final class NetworkClassifier implements ParagraphClassifier {
  private final LabelScheme scheme;
  private final FeatureExtractor features;
  private final Network network;
  private final Calibration calibration;

  public NetworkClassifier(
      LabelScheme scheme, FeatureExtractor features, Network network, Calibration calibration) {
    calibration.requireFits(scheme);
    this.scheme = scheme;
    this.features = features;
    this.network = network;
    this.calibration = calibration;
  }

  @Override
  public LabelScheme scheme() {
    return scheme;
  }

  public FeatureExtractor features() {
    return features;
  }

  public Network network() {
    return network;
  }

  public Calibration calibration() {
    return calibration;
  }

  /** The same network and features with another calibration. */
  public NetworkClassifier with(Calibration other) {
    return new NetworkClassifier(scheme, features, network, other);
  }

  /** The same network and calibration with other features of the same lengths. */
  public NetworkClassifier with(FeatureExtractor others) {
    return new NetworkClassifier(scheme, others, network, calibration);
  }

  @Override
  public List<Prediction> classify(Article article) {
    List<Prediction> predictions = new ArrayList<>(article.paragraphs().size());
    for (ParagraphFeatures paragraph : features.extract(article)) {
      List<double[]> logits = network.logits(paragraph);
      List<TaskPrediction> tasks = new ArrayList<>(logits.size());
      for (int t = 0; t < logits.size(); t++) {
        tasks.add(calibration.predict(scheme.tasks().get(t), logits.get(t)));
      }
      predictions.add(new Prediction(tasks));
    }
    return List.copyOf(predictions);
  }
}
