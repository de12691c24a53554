package it.voci.features;

import it.voci.UserException;
import java.util.EnumSet;
import java.util.Set;

/**
 * What is looked at in a paragraph.
 *
 * @param wordBuckets size of the space that word n-grams are hashed into, and of the one for those
 *     of forms with their names; a power of two
 * @param charBuckets size of the space that character n-grams are hashed into; a power of two
 * @param wordOrder longest word n-gram
 * @param charMin shortest character n-gram, word boundaries included
 * @param charMax longest character n-gram
 * @param minDocuments n-grams found in fewer training paragraphs are left out
 * @param without what is not looked at
 */
public record FeatureSettings(
    int wordBuckets,
    int charBuckets,
    int wordOrder,
    int charMin,
    int charMax,
    int minDocuments,
    Set<Branch> without) {
  /** The one place where the defaults stand. */
  public static final FeatureSettings DEFAULTS =
      new FeatureSettings(1 << 22, 1 << 22, 2, 3, 5, 5, Set.of());

  public FeatureSettings {
    without = without.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(without));
    powerOfTwo("wordBuckets", wordBuckets);
    powerOfTwo("charBuckets", charBuckets);
    if (wordOrder < 1 || wordOrder > 5) {
      throw new UserException("wordOrder must be 1 to 5 but was " + wordOrder);
    }
    if (charMin < 1 || charMax < charMin || charMax > 8) {
      throw new UserException(
          "charMin and charMax must be 1 to 8 and in order but were " + charMin + ", " + charMax);
    }
    if (minDocuments < 1) {
      throw new UserException("minDocuments must be at least 1 but was " + minDocuments);
    }
  }

  public FeatureSettings without(Set<Branch> branches) {
    return new FeatureSettings(
        wordBuckets, charBuckets, wordOrder, charMin, charMax, minDocuments, branches);
  }

  boolean sees(Branch branch) {
    return !without.contains(branch);
  }

  /** Size of the whole space of hashes: words, characters, word forms. */
  public int gramBuckets() {
    return 2 * wordBuckets + charBuckets;
  }

  private static void powerOfTwo(String name, int value) {
    if (value < 2 || value > 1 << 22 || Integer.bitCount(value) != 1) {
      throw new UserException(name + " must be a power of two up to 4194304 but was " + value);
    }
  }
}
