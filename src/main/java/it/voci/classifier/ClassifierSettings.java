package it.voci.classifier;

import it.voci.features.FeatureSettings;
import java.util.Objects;

/** All settings of a classifier: what it looks at, how wide it is, how it learns. */
public record ClassifierSettings(
    FeatureSettings features, NetworkSettings network, TrainingSettings training) {
  /** The one place where the defaults stand. */
  public static final ClassifierSettings DEFAULTS =
      new ClassifierSettings(
          FeatureSettings.DEFAULTS, NetworkSettings.DEFAULTS, TrainingSettings.DEFAULTS);

  public ClassifierSettings withEpochs(int epochs) {
    return new ClassifierSettings(features, network, training.withEpochs(epochs));
  }

  public ClassifierSettings withSeed(long seed) {
    return new ClassifierSettings(features, network, training.withSeed(seed));
  }

  public ClassifierSettings {
    Objects.requireNonNull(features);
    Objects.requireNonNull(network);
    Objects.requireNonNull(training);
  }
}
