package it.voci.embedding.skipgram;

import java.util.SplittableRandom;

/**
 * The order in which noise words are drawn: a shuffled table in which a word stands as often as its
 * count to the power of an exponent demands (Mikolov et al. 2013), walked round from some place on.
 * Every word stands in it at least once.
 */
final class NoiseWords {
  private static final int SMALLEST = 1 << 21;

  private NoiseWords() {}

  static int[] table(Vocabulary vocabulary, double exponent, SplittableRandom random) {
    int words = vocabulary.size();
    double[] weights = new double[words];
    double sum = 0;
    for (int w = 0; w < words; w++) {
      weights[w] = Math.pow((double) vocabulary.count(w), exponent);
      sum += weights[w];
    }
    double places = Math.max(SMALLEST, 4.0 * words);
    int[] each = new int[words];
    int size = 0;
    for (int w = 0; w < words; w++) {
      each[w] = (int) Math.max(1, Math.round(weights[w] / sum * places));
      size += each[w];
    }
    int[] table = new int[size];
    // Shuffled while it is filled ("inside-out").
    int filled = 0;
    for (int w = 0; w < words; w++) {
      for (int i = 0; i < each[w]; i++) {
        int other = random.nextInt(filled + 1);
        table[filled] = table[other];
        table[other] = w;
        filled++;
      }
    }
    return table;
  }
}
