package it.voci.classifier;

import it.voci.UserException;

/**
 * A linear network over n-grams, and dense features if so wished, that is averaged with the
 * branched ones.
 *
 * @param weight of its outputs beside the branched networks' mean; 0 for no linear network
 * @param denseScale what dense features are multiplied by beside n-grams; 0 to leave them out
 * @param learningRate of stochastic gradient descent with Nesterov momentum at the beginning; it
 *     falls to 0, evenly, over all epochs
 * @param momentum 0 to below 1
 * @param weightDecay L2 penalty
 */
public record LinearSettings(
    double weight, double denseScale, double learningRate, double momentum, double weightDecay) {
  /** The one place where the defaults stand: of the network over n-grams alone. */
  public static final LinearSettings DEFAULTS = new LinearSettings(1, 0, 1, 0.9, 3e-4);

  /** And of the one over dense features too. */
  public static final LinearSettings DENSE_DEFAULTS = new LinearSettings(1, 0.5, 1, 0.9, 3e-5);

  private static final double MOST = 100;

  public LinearSettings {
    notNegative("weight", weight);
    notNegative("denseScale", denseScale);
    if (!(learningRate > 0 && learningRate <= MOST)) {
      throw new UserException(
          "learningRate must be above 0 and at most " + MOST + " but was " + learningRate);
    }
    if (!(momentum >= 0 && momentum < 1)) {
      throw new UserException("momentum must be at least 0 and below 1 but was " + momentum);
    }
    TrainingSettings.requireWeightDecay(weightDecay);
  }

  public LinearSettings withWeight(double other) {
    return new LinearSettings(other, denseScale, learningRate, momentum, weightDecay);
  }

  private static void notNegative(String name, double value) {
    if (!(value >= 0 && value <= MOST)) {
      throw new UserException(name + " must be 0 to " + MOST + " but was " + value);
    }
  }
}
