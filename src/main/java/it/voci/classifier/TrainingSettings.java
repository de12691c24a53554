package it.voci.classifier;

import it.voci.UserException;

/**
 * How the network is trained.
 *
 * @param epochs passes over the training articles at most
 * @param patience epochs without a better dev score after which training stops
 * @param batch paragraphs a step
 * @param learningRate of Adam at the beginning; it falls to 0, evenly, over all epochs
 * @param weightDecay L2 penalty
 * @param dropout share of the joined and hidden units dropped, 0 to below 1
 * @param gramDropout share of a paragraph's n-grams dropped, 0 to below 1
 * @param aroundDropout share of the units over the paragraphs before and after dropped, 0 to below
 *     1
 * @param labelSmoothing share of a single label's mass spread over all labels, 0 to below 1
 * @param multiWeight weight of a label of a multi-label task in the loss, a single task weighing 1
 * @param balance exponent of the inverse class frequency that weighs single labels; 0 for none
 * @param seed not 0, which Deeplearning4j reads as "no seed"
 */
public record TrainingSettings(
    int epochs,
    int patience,
    int batch,
    double learningRate,
    double weightDecay,
    double dropout,
    double gramDropout,
    double aroundDropout,
    double labelSmoothing,
    double multiWeight,
    double balance,
    long seed) {
  /** The one place where the defaults stand. */
  public static final TrainingSettings DEFAULTS =
      new TrainingSettings(12, 8, 48, 4e-3, 1e-6, 0.3, 0.1, 0.5, 0.05, 0.4, 0.5, 42);

  public TrainingSettings {
    atLeastOne("epochs", epochs);
    atLeastOne("patience", patience);
    if (batch < 2) {
      throw new UserException("batch must be at least 2 but was " + batch);
    }
    if (!(learningRate > 0 && learningRate <= 1)) {
      throw new UserException("learningRate must be above 0 and at most 1 but was " + learningRate);
    }
    requireWeightDecay(weightDecay);
    share("dropout", dropout);
    share("gramDropout", gramDropout);
    share("aroundDropout", aroundDropout);
    share("labelSmoothing", labelSmoothing);
    if (!(multiWeight > 0 && multiWeight <= 100)) {
      throw new UserException("multiWeight must be above 0 and at most 100 but was " + multiWeight);
    }
    if (!(balance >= 0 && balance <= 1)) {
      throw new UserException("balance must be 0 to 1 but was " + balance);
    }
    if (seed == 0) {
      throw new UserException("seed must not be 0, which means 'no seed'; choose another number");
    }
  }

  public TrainingSettings withSeed(long other) {
    return new TrainingSettings(
        epochs,
        patience,
        batch,
        learningRate,
        weightDecay,
        dropout,
        gramDropout,
        aroundDropout,
        labelSmoothing,
        multiWeight,
        balance,
        other);
  }

  public TrainingSettings withEpochs(int other) {
    return new TrainingSettings(
        other,
        patience,
        batch,
        learningRate,
        weightDecay,
        dropout,
        gramDropout,
        aroundDropout,
        labelSmoothing,
        multiWeight,
        balance,
        seed);
  }

  static void requireWeightDecay(double value) {
    if (!(value >= 0 && value < 1)) {
      throw new UserException("weightDecay must be at least 0 and below 1 but was " + value);
    }
  }

  private static void atLeastOne(String name, int value) {
    if (value < 1) {
      throw new UserException(name + " must be at least 1 but was " + value);
    }
  }

  private static void share(String name, double value) {
    if (!(value >= 0 && value < 1)) {
      throw new UserException(name + " must be at least 0 and below 1 but was " + value);
    }
  }
}
