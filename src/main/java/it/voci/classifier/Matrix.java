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
   * Adds rows, each times its scale, to {@code sum}, from {@code offset} on. Works on eight columns
   * at a time, whose sums stay in registers: the compiler that starts fastest does no better.
   *
   * @param chosen which rows
   * @param scales of the chosen rows
   * @param count how many are chosen
   */
  void addRows(int[] chosen, float[] scales, int count, float[] sum, int offset) {
    int column = 0;
    for (; column + 8 <= columns; column += 8) {
      int to = offset + column;
      float a = sum[to];
      float b = sum[to + 1];
      float c = sum[to + 2];
      float d = sum[to + 3];
      float e = sum[to + 4];
      float f = sum[to + 5];
      float g = sum[to + 6];
      float h = sum[to + 7];
      for (int i = 0; i < count; i++) {
        int at = chosen[i] * columns + column;
        float scale = scales[i];
        a += scale * values[at];
        b += scale * values[at + 1];
        c += scale * values[at + 2];
        d += scale * values[at + 3];
        e += scale * values[at + 4];
        f += scale * values[at + 5];
        g += scale * values[at + 6];
        h += scale * values[at + 7];
      }
      sum[to] = a;
      sum[to + 1] = b;
      sum[to + 2] = c;
      sum[to + 3] = d;
      sum[to + 4] = e;
      sum[to + 5] = f;
      sum[to + 6] = g;
      sum[to + 7] = h;
    }
    for (; column < columns; column++) {
      float one = sum[offset + column];
      for (int i = 0; i < count; i++) {
        one += scales[i] * values[chosen[i] * columns + column];
      }
      sum[offset + column] = one;
    }
  }
}
