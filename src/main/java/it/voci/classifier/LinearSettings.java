package it.voci.classifier;

import it.voci.UserException;

/**
 * The linear network over n-grams that is averaged with the branched ones.
 *
 * @param weight of its outputs beside the branched networks' mean; 0 for no linear network
 * @param learningRate of Adam at the beginning; it falls to 0, evenly, over all epochs
 * @param weightDecay L2 penalty
 */
public record LinearSettings(double weight, double learningRate, double weightDecay) {
  /** The one place where the defaults stand. */
  public static final LinearSettings DEFAULTS = new LinearSettings(1, 0.02, 3e-4);

  private static final double MOST = 100;

  public LinearSettings {
    if (!(weight >= 0 && weight <= MOST)) {
      throw new UserException("weight must be 0 to " + MOST + " but was " + weight);
    }
    TrainingSettings.requireLearningRate(learningRate);
    TrainingSettings.requireWeightDecay(weightDecay);
  }

  public LinearSettings withWeight(double other) {
    return new LinearSettings(other, learningRate, weightDecay);
  }
}
