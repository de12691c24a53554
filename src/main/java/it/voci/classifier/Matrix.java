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

  /** Adds {@code scale} times a row to {@code sum}, from {@code offset} on. */
  void addRow(int row, float scale, float[] sum, int offset) {
    int at = row * columns;
    for (int i = 0; i < columns; i++) {
      sum[offset + i] += scale * values[at + i];
    }
  }
}
