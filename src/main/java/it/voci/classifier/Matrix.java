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

  /**
   * Adds rows, each times its scale, to {@code sum}, from {@code offset} on.
   *
   * @param chosen which rows
   * @param scales of the chosen rows
   * @param count how many are chosen
   */
  void addRows(int[] chosen, float[] scales, int count, float[] sum, int offset) {
    float[] rows = values;
    int i = 0;
    // Four rows at a time, so that every sum is read and written a quarter as often.
    for (; i + 4 <= count; i += 4) {
      int a = chosen[i] * columns - offset;
      int b = chosen[i + 1] * columns - offset;
      int c = chosen[i + 2] * columns - offset;
      int d = chosen[i + 3] * columns - offset;
      float s = scales[i];
      float t = scales[i + 1];
      float u = scales[i + 2];
      float v = scales[i + 3];
      for (int to = offset; to < offset + columns; to++) {
        sum[to] += s * rows[a + to] + t * rows[b + to] + u * rows[c + to] + v * rows[d + to];
      }
    }
    for (; i < count; i++) {
      int from = chosen[i] * columns - offset;
      for (int to = offset; to < offset + columns; to++) {
        sum[to] += scales[i] * rows[from + to];
      }
    }
  }
}
