package it.voci.embedding;

import it.voci.embedding.WordVectors.Neighbour;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The words nearest to many directions at once: every row is looked at once for all of them, blocks
 * of rows by several threads, with the same result whatever their number.
 */
final class NeighbourSearch {
  /** A direction, and rows that are no answer. */
  static final class Query {
    private final float[] target;
    private final Set<Integer> without;

    /**
     * Takes over the array.
     *
     * @param target at length one
     */
    Query(float[] target, Set<Integer> without) {
      this.target = target;
      this.without = without;
    }
  }

  private static final int BLOCK = 1 << 13;

  private static final Comparator<Neighbour> WORST_FIRST =
      Comparator.comparingDouble(Neighbour::cosine)
          .thenComparing(Comparator.comparing(Neighbour::word).reversed());

  private final List<String> words;
  private final Rows rows;
  private final List<Query> queries;
  private final int count;

  /** Shape [dimension, queries], so that the products of a row's number are next to each other. */
  private final float[] targets;

  /**
   * Prepares a search.
   *
   * @param count how many words for each query, at least 1
   */
  NeighbourSearch(List<String> words, Rows rows, List<Query> queries, int count) {
    this.words = words;
    this.rows = rows;
    this.queries = queries;
    this.count = count;
    this.targets = new float[rows.dimension() * queries.size()];
    for (int q = 0; q < queries.size(); q++) {
      for (int i = 0; i < rows.dimension(); i++) {
        targets[i * queries.size() + q] = queries.get(q).target[i];
      }
    }
  }

  /**
   * For each query, the nearest words, best first.
   *
   * @param top only so many of the first words are looked at
   */
  List<List<Neighbour>> run(int top) {
    int last = Math.min(top, words.size());
    List<List<PriorityQueue<Neighbour>>> blocks =
        IntStream.range(0, (last + BLOCK - 1) / BLOCK)
            .parallel()
            .mapToObj(b -> block(b * BLOCK, Math.min(last, (b + 1) * BLOCK)))
            .toList();
    return IntStream.range(0, queries.size())
        .mapToObj(
            q ->
                blocks.stream()
                    .flatMap(block -> block.get(q).stream())
                    .sorted(WORST_FIRST.reversed())
                    .limit(count)
                    .toList())
        .toList();
  }

  private List<PriorityQueue<Neighbour>> block(int from, int to) {
    List<PriorityQueue<Neighbour>> best = new ArrayList<>();
    queries.forEach(query -> best.add(new PriorityQueue<>(WORST_FIRST)));
    float[] least = new float[queries.size()];
    Arrays.fill(least, Float.NEGATIVE_INFINITY);
    float[] unit = new float[rows.dimension()];
    float[] cosines = new float[queries.size()];
    for (int row = from; row < to; row++) {
      if (!rows.direction(row, unit)) {
        continue;
      }
      cosines(unit, cosines);
      for (int q = 0; q < cosines.length; q++) {
        if (cosines[q] >= least[q] && !queries.get(q).without.contains(row)) {
          PriorityQueue<Neighbour> kept = best.get(q);
          kept.add(new Neighbour(words.get(row), cosines[q]));
          if (kept.size() > count) {
            kept.remove();
            least[q] = (float) kept.element().cosine();
          }
        }
      }
    }
    return best;
  }

  private void cosines(float[] unit, float[] cosines) {
    int width = cosines.length;
    if (width == 1) {
      cosines[0] = dot(unit, targets);
      return;
    }
    Arrays.fill(cosines, 0);
    int i = 0;
    // The compiler turns the inner loop into vector instructions; four numbers of the row at once
    // spare it loads and stores of the sums.
    for (; i + 3 < unit.length; i += 4) {
      float a = unit[i];
      float b = unit[i + 1];
      float c = unit[i + 2];
      float d = unit[i + 3];
      int at = i * width;
      for (int q = 0; q < width; q++) {
        cosines[q] +=
            a * targets[at + q]
                + b * targets[at + width + q]
                + c * targets[at + 2 * width + q]
                + d * targets[at + 3 * width + q];
      }
    }
    for (; i < unit.length; i++) {
      for (int q = 0; q < width; q++) {
        cosines[q] += unit[i] * targets[i * width + q];
      }
    }
  }

  /** Four sums at once, which do not wait for one another. */
  static float dot(float[] a, float[] b) {
    float sum0 = 0;
    float sum1 = 0;
    float sum2 = 0;
    float sum3 = 0;
    int i = 0;
    for (; i + 3 < a.length; i += 4) {
      sum0 += a[i] * b[i];
      sum1 += a[i + 1] * b[i + 1];
      sum2 += a[i + 2] * b[i + 2];
      sum3 += a[i + 3] * b[i + 3];
    }
    for (; i < a.length; i++) {
      sum0 += a[i] * b[i];
    }
    return sum0 + sum1 + (sum2 + sum3);
  }
}
