package it.voci.embedding;

/** One row of numbers per word. Immutable and safe for use by several threads. */
sealed interface Rows permits FloatRows, ByteRows {
  int dimension();

  /** Adds a row to {@code sum}, from {@code offset} on. */
  void addTo(int row, float[] sum, int offset);

  /**
   * Fills an array with a row at length one.
   *
   * @return false where the row is zero, which has no direction
   */
  boolean direction(int row, float[] unit);
}
