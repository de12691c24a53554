package it.voci.classifier;

import it.voci.features.GramBag;
import java.util.ArrayList;
import java.util.List;

/**
 * The n-gram tables of several networks as one: what is looked up together lies together, and what
 * is looked up often lies near, since most of the time goes by waiting for memory. For use by one
 * thread.
 */
final class JoinedTables {
  /** Rows in a block. */
  private static final int BLOCK = 256;

  private final List<Matrix> tables;
  private final int width;

  /** For every n-gram its place among the rows joined, from 1 on; 0 before it is looked up. */
  private final int[] places;

  private final List<float[]> blocks = new ArrayList<>();
  private int size;

  /**
   * Joins tables.
   *
   * @param tables of as many rows each
   */
  JoinedTables(List<Matrix> tables) {
    this.tables = List.copyOf(tables);
    width = tables.stream().mapToInt(Matrix::columns).sum();
    places = new int[tables.get(0).rows()];
  }

  /** The tables' weighted sums, one after another. */
  float[] sum(GramBag bag) {
    int[] rows = bag.rows();
    float[] scales = bag.weights();
    float[] sum = new float[width];
    int i = 0;
    // Four rows at a time, so that every sum is read and written a quarter as often.
    for (; i + 4 <= rows.length; i += 4) {
      int first = place(rows[i]);
      int second = place(rows[i + 1]);
      int third = place(rows[i + 2]);
      int fourth = place(rows[i + 3]);
      float[] a = blocks.get(first / BLOCK);
      float[] b = blocks.get(second / BLOCK);
      float[] c = blocks.get(third / BLOCK);
      float[] d = blocks.get(fourth / BLOCK);
      int atA = first % BLOCK * width;
      int atB = second % BLOCK * width;
      int atC = third % BLOCK * width;
      int atD = fourth % BLOCK * width;
      float s = scales[i];
      float t = scales[i + 1];
      float u = scales[i + 2];
      float v = scales[i + 3];
      for (int column = 0; column < sum.length; column++) {
        sum[column] +=
            s * a[atA + column] + t * b[atB + column] + u * c[atC + column] + v * d[atD + column];
      }
    }
    for (; i < rows.length; i++) {
      int place = place(rows[i]);
      float[] a = blocks.get(place / BLOCK);
      int at = place % BLOCK * width;
      for (int column = 0; column < sum.length; column++) {
        sum[column] += scales[i] * a[at + column];
      }
    }
    return sum;
  }

  /** Where a row stands among those joined, from 0 on. */
  private int place(int row) {
    int place = places[row];
    return place > 0 ? place - 1 : join(row);
  }

  private int join(int row) {
    int place = size;
    if (place / BLOCK == blocks.size()) {
      blocks.add(new float[BLOCK * width]);
    }
    int at = place % BLOCK * width;
    for (Matrix table : tables) {
      int columns = table.columns();
      System.arraycopy(table.values(), row * columns, blocks.get(place / BLOCK), at, columns);
      at += columns;
    }
    size++;
    places[row] = size;
    return place;
  }
}
