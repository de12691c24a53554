package it.voci.features;

import java.util.Arrays;

/**
 * The n-grams that are looked at, with their inverse document frequencies: row {@code i} of the
 * network's table is the n-gram with the {@code i}-th smallest hash. Immutable.
 */
public final class GramTable {
  /** Hashes that differ only in their last bits are looked up together: two or three of them. */
  private static final int GROUP_BITS = 8;

  private final int[] hashes;
  private final float[] idf;
  private final int[] firstOfGroup;

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
    if (hashes.length > 0 && hashes[0] < 0) {
      throw new IllegalArgumentException("expected no negative hash but was " + hashes[0]);
    }
    for (int i = 1; i < hashes.length; i++) {
      if (hashes[i - 1] >= hashes[i]) {
        throw new IllegalArgumentException("expected ascending hashes at " + i);
      }
    }
    this.hashes = hashes;
    this.idf = idf;
    int groups = hashes.length == 0 ? 1 : (hashes[hashes.length - 1] >>> GROUP_BITS) + 2;
    firstOfGroup = new int[groups];
    int row = 0;
    for (int group = 0; group < groups; group++) {
      while (row < hashes.length && hashes[row] >>> GROUP_BITS < group) {
        row++;
      }
      firstOfGroup[group] = row;
    }
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

  /** The row of a hash, or a negative number. */
  int row(int hash) {
    int group = hash >>> GROUP_BITS;
    if (group + 1 >= firstOfGroup.length) {
      return -1;
    }
    for (int row = firstOfGroup[group]; row < firstOfGroup[group + 1]; row++) {
      if (hashes[row] == hash) {
        return row;
      }
    }
    return -1;
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
