package it.voci.features;

import java.util.Arrays;

/**
 * The n-grams that are looked at, with their inverse document frequencies: row {@code i} of the
 * network's table is the n-gram with the {@code i}-th smallest hash. Immutable.
 */
public final class GramTable {
  private final int[] hashes;
  private final float[] idf;

  /**
   * Takes over the arrays, which must not be changed afterwards.
   *
   * @param hashes ascending, distinct
   * @param idf above 0, for every hash
   */
  public GramTable(int[] hashes, float[] idf) {
    if (hashes.length != idf.length) {
      throw new IllegalArgumentException(
          "expected " + hashes.length + " frequencies but was " + idf.length);
    }
    for (int i = 1; i < hashes.length; i++) {
      if (hashes[i - 1] >= hashes[i]) {
        throw new IllegalArgumentException("expected ascending hashes at " + i);
      }
    }
    this.hashes = hashes;
    this.idf = idf;
  }

  /** Number of n-grams. */
  public int size() {
    return hashes.length;
  }

  /** A copy. */
  public int[] hashes() {
    return hashes.clone();
  }

  /** A copy. */
  public float[] idf() {
    return idf.clone();
  }

  /** The row of a hash at or after a row, or a negative number as of a binary search. */
  int row(int hash, int from) {
    return Arrays.binarySearch(hashes, from, hashes.length, hash);
  }

  float idf(int row) {
    return idf[row];
  }

  /** The first row whose hash is not below one. */
  int firstRow(int hash) {
    int row = Arrays.binarySearch(hashes, hash);
    return row < 0 ? -row - 1 : row;
  }
}
