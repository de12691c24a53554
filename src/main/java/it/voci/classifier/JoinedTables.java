package it.voci.classifier;

import it.voci.features.GramBag;
import java.util.List;

/**
 * The n-gram tables of several networks as one: what is looked up together lies together, since
 * most of the time goes by waiting for memory. Safe for use by several threads.
 */
final class JoinedTables {
  /** One n-gram's row of every table. Its field is final: threads may hand it on without locks. */
  private static final class Row {
    private final float[] values;

    Row(float[] values) {
      this.values = values;
    }
  }

  private final List<Matrix> tables;
  private final int width;

  /** Put together when first looked up: few are, where there is little to label. */
  private final Row[] rows;

  /**
   * Joins tables.
   *
   * @param tables of as many rows each
   */
  JoinedTables(List<Matrix> tables) {
    this.tables = List.copyOf(tables);
    width = tables.stream().mapToInt(Matrix::columns).sum();
    rows = new Row[tables.get(0).rows()];
  }

  /** The tables' weighted sums, one after another. */
  float[] sum(GramBag bag) {
    float[] sum = new float[width];
    int[] chosen = bag.rows();
    float[] scales = bag.weights();
    int i = 0;
    // Four rows at a time, so that every sum is read and written a quarter as often.
    for (; i + 4 <= chosen.length; i += 4) {
      float[] a = row(chosen[i]);
      float[] b = row(chosen[i + 1]);
      float[] c = row(chosen[i + 2]);
      float[] d = row(chosen[i + 3]);
      float s = scales[i];
      float t = scales[i + 1];
      float u = scales[i + 2];
      float v = scales[i + 3];
      for (int column = 0; column < sum.length; column++) {
        sum[column] += s * a[column] + t * b[column] + u * c[column] + v * d[column];
      }
    }
    for (; i < chosen.length; i++) {
      float[] a = row(chosen[i]);
      for (int column = 0; column < sum.length; column++) {
        sum[column] += scales[i] * a[column];
      }
    }
    return sum;
  }

  private float[] row(int index) {
    Row known = rows[index];
    if (known == null) {
      float[] values = new float[width];
      int at = 0;
      for (Matrix table : tables) {
        System.arraycopy(table.values(), index * table.columns(), values, at, table.columns());
        at += table.columns();
      }
      known = new Row(values);
      rows[index] = known;
    }
    return known.values;
  }
}
