package it.voci.features;

import java.util.Arrays;

/** Weighs n-grams by how often they occur. For use by one thread. */
final class GramTally {
  private final GramTable table;

  /** Rows from which characters' n-grams and word forms begin. */
  private final int characters;

  private final int forms;

  /** How often every row occurs; 0 between two texts. */
  private final int[] counts;

  /** A bit for every row, set where it occurs: read in order, which is quicker than sorting. */
  private final long[] occurring;

  GramTally(FeatureSettings settings, GramTable table) {
    this.table = table;
    characters = table.firstRow(settings.wordBuckets());
    forms = table.firstRow(settings.wordBuckets() + settings.charBuckets());
    counts = new int[table.size()];
    occurring = new long[(table.size() + Long.SIZE - 1) / Long.SIZE];
  }

  /**
   * The rows with their TF-IDF weights.
   *
   * @param found each as often as it occurs
   */
  GramBag bag(int[] found) {
    // Nothing is allocated while there are counts: where memory ends, they must not be left.
    int[] rows = new int[Math.min(found.length, counts.length)];
    float[] weights = new float[rows.length];
    for (int row : found) {
      if (counts[row]++ == 0) {
        occurring[row / Long.SIZE] |= 1L << row;
      }
    }
    int size = 0;
    for (int i = 0; i < occurring.length; i++) {
      for (long left = occurring[i]; left != 0; left &= left - 1) {
        int row = i * Long.SIZE + Long.numberOfTrailingZeros(left);
        double often = counts[row] == 1 ? 1 : 1 + Math.log(counts[row]);
        counts[row] = 0;
        rows[size] = row;
        weights[size++] = (float) (often * table.idf(row));
      }
      occurring[i] = 0;
    }
    rows = Arrays.copyOf(rows, size);
    weights = Arrays.copyOf(weights, size);
    // Each kind gets length one, so that the more numerous do not drown the others.
    int words = firstIndex(rows, characters);
    int both = firstIndex(rows, forms);
    normalise(weights, 0, words);
    normalise(weights, words, both);
    normalise(weights, both, size);
    return new GramBag(rows, weights);
  }

  private static int firstIndex(int[] rows, int row) {
    int index = Arrays.binarySearch(rows, row);
    return index < 0 ? -index - 1 : index;
  }

  private static void normalise(float[] weights, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += weights[i] * weights[i];
    }
    float norm = (float) Math.sqrt(sum);
    for (int i = from; i < to; i++) {
      weights[i] /= norm;
    }
  }
}
