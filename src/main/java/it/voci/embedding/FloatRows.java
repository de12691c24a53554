package it.voci.embedding;

/** Rows as they were learned. */
final class FloatRows implements Rows {
  private final int dimension;
  private final float[] values;

  /**
   * Takes over the array.
   *
   * @param values row by row
   */
  FloatRows(int dimension, float[] values) {
    this.dimension = dimension;
    this.values = values;
  }

  @Override
  public int dimension() {
    return dimension;
  }

  @Override
  public void addTo(int row, float[] sum, int offset) {
    int start = row * dimension;
    for (int i = 0; i < dimension; i++) {
      sum[offset + i] += values[start + i];
    }
  }

  @Override
  public boolean direction(int row, float[] unit) {
    System.arraycopy(values, row * dimension, unit, 0, dimension);
    return normalise(unit);
  }

  /** Scales a vector to length one; false, and no change, where it is zero. */
  static boolean normalise(float[] vector) {
    double norm = 0;
    for (float value : vector) {
      norm += (double) value * value;
    }
    if (norm == 0) {
      return false;
    }
    double factor = 1 / Math.sqrt(norm);
    for (int i = 0; i < vector.length; i++) {
      vector[i] = (float) (vector[i] * factor);
    }
    return true;
  }
}
