package it.voci.embedding;

import it.voci.UserException;

/**
 * How word vectors are learned: skip-gram with negative sampling (Mikolov et al. 2013,
 * arXiv:1310.4546).
 *
 * @param dimension length of a vector
 * @param window words to either side that count as context
 * @param negative noise words drawn for each context word
 * @param epochs passes over the text
 * @param minCount rarer words get no vector
 * @param sample subsampling threshold of frequent words; 0 for none
 * @param threads more than one is not reproducible
 * @param seed not 0, which the training library reads as "no seed"
 */
public record EmbeddingSettings(
    int dimension,
    int window,
    int negative,
    int epochs,
    int minCount,
    double sample,
    int threads,
    long seed) {
  /** The one place where the defaults stand. */
  public static final EmbeddingSettings DEFAULTS =
      new EmbeddingSettings(100, 5, 5, 5, 5, 1e-4, 1, 42);

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
    if (seed == 0) {
      throw new UserException("--seed must not be 0, which means 'no seed'; choose another number");
    }
  }

  private static void positive(String option, int value) {
    if (value < 1) {
      throw new UserException("--" + option + " must be at least 1 but was " + value);
    }
  }
}
