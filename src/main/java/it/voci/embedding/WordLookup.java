package it.voci.embedding;

/** Gives vectors of words; which ones, and what of, is its own affair. Safe for several threads. */
public interface WordLookup {
  /** Length of a vector. */
  int dimension();

  /**
   * Adds a word's vector to a sum.
   *
   * @param word in the form of {@link WordVectors#key}
   * @param sum {@link #dimension()} numbers from {@code offset} on
   * @return false, with the sum as it was, where the word has no vector
   */
  boolean addTo(String word, float[] sum, int offset);

  /** The words that have a vector of their own, and no others. */
  static WordLookup of(WordVectors vectors) {
    return new WordLookup() {
      @Override
      public int dimension() {
        return vectors.dimension();
      }

      @Override
      public boolean addTo(String word, float[] sum, int offset) {
        int index = vectors.indexOf(word);
        if (index >= 0) {
          vectors.addTo(index, sum, offset);
        }
        return index >= 0;
      }
    };
  }
}
