package it.voci.classifier;

import it.voci.features.FeatureSettings;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * All settings of a classifier: what it looks at, how wide it is, how it learns.
 *
 * @param features what is looked at
 * @param network the branched networks
 * @param linear the linear network over n-grams
 * @param denseLinear the linear network over n-grams and dense features
 * @param training how the branched networks learn; of the linear ones the passes, the batches, what
 *     is dropped of n-grams and how labels weigh
 */
public record ClassifierSettings(
    FeatureSettings features,
    NetworkSettings network,
    LinearSettings linear,
    LinearSettings denseLinear,
    TrainingSettings training) {
  /** The one place where the defaults stand. */
  public static final ClassifierSettings DEFAULTS =
      new ClassifierSettings(
          FeatureSettings.DEFAULTS,
          NetworkSettings.DEFAULTS,
          LinearSettings.DEFAULTS,
          LinearSettings.DENSE_DEFAULTS,
          TrainingSettings.DEFAULTS);

  public ClassifierSettings {
    Objects.requireNonNull(features);
    Objects.requireNonNull(network);
    Objects.requireNonNull(linear);
    Objects.requireNonNull(denseLinear);
    Objects.requireNonNull(training);
  }

  public ClassifierSettings with(FeatureSettings other) {
    return new ClassifierSettings(other, network, linear, denseLinear, training);
  }

  public ClassifierSettings with(NetworkSettings other) {
    return new ClassifierSettings(features, other, linear, denseLinear, training);
  }

  /** The same without linear networks. */
  public ClassifierSettings withoutLinear() {
    return new ClassifierSettings(
        features, network, linear.withWeight(0), denseLinear.withWeight(0), training);
  }

  public ClassifierSettings with(TrainingSettings other) {
    return new ClassifierSettings(features, network, linear, denseLinear, other);
  }

  /** Of the linear networks that there are, in the order in which they are stored. */
  public List<LinearSettings> linearNetworks() {
    return Stream.of(linear, denseLinear).filter(one -> one.weight() > 0).toList();
  }
}
