package it.voci.embedding;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;

/**
 * Vectors of character n-grams, of which a word that was never seen gets one: the mean of those of
 * its n-grams that some word of the training text had. Immutable and safe for use by several
 * threads.
 */
public final class SubwordVectors implements WordLookup {
  private final CharacterGrams grams;
  private final int dimension;
  private final int[] buckets;
  private final float[] values;
  private final Int2IntOpenHashMap rows;

  /**
   * Takes over the arrays, which must not be changed afterwards.
   *
   * @param buckets those that have a vector, distinct
   * @param values shape [buckets, dimension], row by row
   */
  public SubwordVectors(CharacterGrams grams, int dimension, int[] buckets, float[] values) {
    if (values.length != (long) buckets.length * dimension) {
      throw new IllegalArgumentException(
          "expected " + buckets.length + " × " + dimension + " values but was " + values.length);
    }
    this.grams = grams;
    this.dimension = dimension;
    this.buckets = buckets;
    this.values = values;
    this.rows = new Int2IntOpenHashMap(buckets.length);
    rows.defaultReturnValue(-1);
    for (int row = 0; row < buckets.length; row++) {
      rows.put(buckets[row], row);
    }
  }

  public CharacterGrams grams() {
    return grams;
  }

  @Override
  public int dimension() {
    return dimension;
  }

  /** N-gram buckets that have a vector. */
  public int size() {
    return buckets.length;
  }

  int bucket(int row) {
    return buckets[row];
  }

  float value(int row, int i) {
    return values[row * dimension + i];
  }

  @Override
  public boolean addTo(String word, float[] sum, int offset) {
    IntArrayList known = new IntArrayList();
    for (int bucket : grams.bucketsOf(word)) {
      int row = rows.get(bucket);
      if (row >= 0) {
        known.add(row);
      }
    }
    for (int k = 0; k < known.size(); k++) {
      int row = known.getInt(k) * dimension;
      for (int i = 0; i < dimension; i++) {
        sum[offset + i] += values[row + i] / known.size();
      }
    }
    return !known.isEmpty();
  }

  /** Words by their own vectors, all others by their n-grams. */
  public WordLookup after(WordVectors words) {
    WordLookup own = WordLookup.of(words);
    return new WordLookup() {
      @Override
      public int dimension() {
        return dimension;
      }

      @Override
      public boolean addTo(String word, float[] sum, int offset) {
        return own.addTo(word, sum, offset) || SubwordVectors.this.addTo(word, sum, offset);
      }
    };
  }
}
