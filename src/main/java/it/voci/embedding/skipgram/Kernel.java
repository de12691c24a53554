package it.voci.embedding.skipgram;

/**
 * The inner loop of skip-gram with negative sampling. Matrices are plain arrays, row by row, of a
 * stride that is a multiple of {@link #LANES}; what a row has beyond the dimension is zero and
 * stays so. Implementations have no state, several threads may share one.
 */
interface Kernel {
  /** Rows are padded to a multiple of this, so that no loop has a remainder. */
  int LANES = 16;

  /** Targets are handled in groups of this size. */
  int GROUP = 4;

  /**
   * Sets {@code centre} to the mean of rows.
   *
   * @param centre length: a stride
   * @param rows numbers of rows, of which those in [from, to) count
   */
  void mean(float[] matrix, int[] rows, int from, int to, float[] centre);

  /** Adds {@code delta}, a stride long, to rows. */
  void addTo(float[] matrix, int[] rows, int from, int to, float[] delta);

  /**
   * One step of gradient ascent for a centre and its targets. All targets of a group are compared
   * with the centre before it moves, so the next group meets it where it then is.
   *
   * @param centre moves
   * @param delta cleared, then by how much it has moved
   * @param matrix the targets' vectors
   * @param targets numbers of rows, filled up to a multiple of {@link #GROUP} with any row
   * @param gradients of each target on entry its label, 1 or 0; on return (label - prediction) ×
   *     rate
   * @param count of targets without those it is filled up with
   */
  void step(
      float[] centre,
      float[] delta,
      float[] matrix,
      int[] targets,
      float[] gradients,
      int count,
      float rate);
}
