package it.voci.classifier;

/** A matrix of floats, row by row. */
public final class Matrix {
  private final int rows;
  private final int columns;
  private final float[] values;

  /** Takes over the array, which must not be changed afterwards; shape [rows, columns]. */
  public Matrix(int rows, int columns, float[] values) {
    if (values.length != (long) rows * columns) {
      throw new IllegalArgumentException(
          "expected " + rows + " × " + columns + " values but was " + values.length);
    }
    this.rows = rows;
    this.columns = columns;
    this.values = values;
  }

  public int rows() {
    return rows;
  }

  public int columns() {
    return columns;
  }

  /** The values themselves, row by row; not to be changed. */
  public float[] values() {
    return values;
  }

  /** The matrix with every value multiplied. */
  Matrix times(float factor) {
    float[] scaled = new float[values.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = factor * values[i];
    }
    return new Matrix(rows, columns, scaled);
  }

  /**
   * Adds rows, each times its scale, to {@code sum}, from {@code offset} on.
   *
   * @param chosen which rows
   * @param scales of the chosen rows
   * @param count how many are chosen
   */
  void addRows(int[] chosen, float[] scales, int count, float[] sum, int offset) {
    for (int i = 0; i < count; i++) {
      int at = chosen[i] * columns;
      float scale = scales[i];
      for (int column = 0; column < columns; column++) {
        sum[offset + column] += scale * values[at + column];
      }
    }
  }
}
