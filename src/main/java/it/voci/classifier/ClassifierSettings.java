package it.voci.classifier;

import it.voci.features.FeatureSettings;
import java.util.Objects;

/** All settings of a classifier: what it looks at, how wide it is, how it learns. */
public record ClassifierSettings(
    FeatureSettings features,
    NetworkSettings network,
    LinearSettings linear,
    TrainingSettings training) {
  /** The one place where the defaults stand. */
  public static final ClassifierSettings DEFAULTS =
      new ClassifierSettings(
          FeatureSettings.DEFAULTS,
          NetworkSettings.DEFAULTS,
          LinearSettings.DEFAULTS,
          TrainingSettings.DEFAULTS);

  public ClassifierSettings {
    Objects.requireNonNull(features);
    Objects.requireNonNull(network);
    Objects.requireNonNull(linear);
    Objects.requireNonNull(training);
  }

  public ClassifierSettings with(FeatureSettings other) {
    return new ClassifierSettings(other, network, linear, training);
  }

  public ClassifierSettings with(NetworkSettings other) {
    return new ClassifierSettings(features, other, linear, training);
  }

  public ClassifierSettings with(LinearSettings other) {
    return new ClassifierSettings(features, network, other, training);
  }

  public ClassifierSettings with(TrainingSettings other) {
    return new ClassifierSettings(features, network, linear, other);
  }
}
