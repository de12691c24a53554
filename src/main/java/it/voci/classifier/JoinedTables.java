package it.voci.classifier;

import it.voci.features.GramBag;
import java.util.List;

/**
 * The n-gram tables of several networks as one: what is looked up together lies together, and what
 * is looked up often lies near, since most of the time goes by waiting for memory. For use by one
 * thread.
 */
final class JoinedTables {
  private static final int FIRST_CAPACITY = 1024;

  private final List<Matrix> tables;
  private final int width;

  /** For every n-gram its place among the rows joined, from 1 on; 0 before it is looked up. */
  private final int[] places;

  private int size;
  private Matrix joined;

  /**
   * Joins tables.
   *
   * @param tables of as many rows each
   */
  JoinedTables(List<Matrix> tables) {
    this.tables = List.copyOf(tables);
    width = tables.stream().mapToInt(Matrix::columns).sum();
    places = new int[tables.get(0).rows()];
    joined = empty(Math.min(FIRST_CAPACITY, places.length));
  }

  private Matrix empty(int rows) {
    return new Matrix(rows, width, new float[rows * width]);
  }

  /** The tables' weighted sums, one after another. */
  float[] sum(GramBag bag) {
    int[] rows = bag.rows();
    int[] chosen = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      int place = places[rows[i]];
      chosen[i] = (place > 0 ? place : join(rows[i])) - 1;
    }
    float[] sum = new float[width];
    joined.addRows(chosen, bag.weights(), chosen.length, sum, 0);
    return sum;
  }

  private int join(int row) {
    if (size == joined.rows()) {
      Matrix larger = empty(Math.min(2 * size, places.length));
      System.arraycopy(joined.values(), 0, larger.values(), 0, size * width);
      joined = larger;
    }
    int at = size * width;
    for (Matrix table : tables) {
      System.arraycopy(table.values(), row * table.columns(), joined.values(), at, table.columns());
      at += table.columns();
    }
    size++;
    places[row] = size;
    return size;
  }
}
