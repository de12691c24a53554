package it.voci.embedding;

import it.voci.UserException;

/**
 * How word vectors are learned: skip-gram with negative sampling (Mikolov et al. 2013,
 * arXiv:1310.4546), on request with vectors of character n-grams too (Bojanowski et al. 2017,
 * arXiv:1607.04606).
 *
 * @param dimension length of a vector
 * @param window words to either side that count as context
 * @param negative noise words drawn for each context word
 * @param epochs passes over the text
 * @param minCount rarer words get no vector
 * @param sample subsampling threshold of frequent words; 0 for none
 * @param learningRate at the beginning; falls to 0 in a straight line
 * @param exponent of the counts by which noise words are drawn
 * @param subwords whether a word is learned as its character n-grams too
 * @param phrases whether words that stand together more often than by chance become one
 * @param threads more than one is not reproducible
 * @param seed not 0, which Deeplearning4j reads as "no seed"
 */
public record EmbeddingSettings(
    int dimension,
    int window,
    int negative,
    int epochs,
    int minCount,
    double sample,
    double learningRate,
    double exponent,
    boolean subwords,
    boolean phrases,
    int threads,
    long seed) {
  /** The one place where the defaults stand. */
  public static final EmbeddingSettings DEFAULTS =
      new EmbeddingSettings(100, 5, 5, 5, 5, 1e-4, 0.05, 0.75, false, false, 1, 42);

  public EmbeddingSettings {
    positive("dim", dimension);
    positive("window", window);
    positive("negative", negative);
    positive("epochs", epochs);
    positive("min-count", minCount);
    positive("threads", threads);
    if (!(sample >= 0 && sample < 1)) {
      throw new UserException("--sample must be at least 0 and below 1 but was " + sample);
    }
    if (!(learningRate > 0 && learningRate <= 1)) {
      throw new UserException("--lr must be above 0 and at most 1 but was " + learningRate);
    }
    if (!(exponent >= 0 && exponent <= 1)) {
      throw new UserException("--exponent must be between 0 and 1 but was " + exponent);
    }
    if (seed == 0) {
      throw new UserException("--seed must not be 0, which means 'no seed'; choose another number");
    }
  }

  public EmbeddingSettings withDimension(int other) {
    return new EmbeddingSettings(
        other,
        window,
        negative,
        epochs,
        minCount,
        sample,
        learningRate,
        exponent,
        subwords,
        phrases,
        threads,
        seed);
  }

  public EmbeddingSettings withEpochs(int other) {
    return new EmbeddingSettings(
        dimension,
        window,
        negative,
        other,
        minCount,
        sample,
        learningRate,
        exponent,
        subwords,
        phrases,
        threads,
        seed);
  }

  public EmbeddingSettings withMinCount(int other) {
    return new EmbeddingSettings(
        dimension,
        window,
        negative,
        epochs,
        other,
        sample,
        learningRate,
        exponent,
        subwords,
        phrases,
        threads,
        seed);
  }

  private static void positive(String option, int value) {
    if (value < 1) {
      throw new UserException("--" + option + " must be at least 1 but was " + value);
    }
  }
}
