package it.voci.features;

/** N-grams of a text: rows of the n-gram table and a weight for each. Not to be changed. */
public final class GramBag {
  /** Without n-grams. */
  public static final GramBag NONE = new GramBag(new int[0], new float[0]);

  private final int[] rows;
  private final float[] weights;

  GramBag(int[] rows, float[] weights) {
    this.rows = rows;
    this.weights = weights;
  }

  /** Rows of the n-gram table, ascending, distinct. */
  public int[] rows() {
    return rows;
  }

  /** For every row its weight, above 0. */
  public float[] weights() {
    return weights;
  }
}
