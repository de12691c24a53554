package it.voci.embedding;

import it.voci.text.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/** Words and their vectors. Immutable and safe for use by several threads. */
public final class WordVectors {
  /**
   * A word near another.
   *
   * @param cosine similarity in [-1, 1]
   */
  public record Neighbour(String word, double cosine) {}

  private final List<String> words;
  private final Map<String, Integer> indexes;
  private final int dimension;
  private final float[] values;

  /**
   * Takes over the array, which must not be changed afterwards.
   *
   * @param words distinct
   * @param values shape [words, dimension], row by row
   */
  public WordVectors(List<String> words, int dimension, float[] values) {
    if (values.length != (long) words.size() * dimension) {
      throw new IllegalArgumentException(
          "expected " + words.size() + " × " + dimension + " values but was " + values.length);
    }
    this.words = List.copyOf(words);
    this.dimension = dimension;
    this.values = values;
    this.indexes = new HashMap<>(words.size() * 2);
    for (int i = 0; i < words.size(); i++) {
      indexes.putIfAbsent(words.get(i), i);
    }
  }

  /** The form under which a token is looked up and learned. */
  public static String key(Token token) {
    return token.text().toLowerCase(Locale.ROOT);
  }

  public int size() {
    return words.size();
  }

  public int dimension() {
    return dimension;
  }

  public List<String> words() {
    return words;
  }

  /** The word's row, or -1. */
  public int indexOf(String word) {
    return indexes.getOrDefault(word, -1);
  }

  /**
   * Adds a word's vector to a sum.
   *
   * @param index a row
   * @param sum length {@link #dimension()}, from {@code offset} on
   */
  public void addTo(int index, float[] sum, int offset) {
    int row = index * dimension;
    for (int i = 0; i < dimension; i++) {
      sum[offset + i] += values[row + i];
    }
  }

  /** A copy of the word's vector, length {@link #dimension()}. */
  public float[] vector(int index) {
    float[] copy = new float[dimension];
    System.arraycopy(values, index * dimension, copy, 0, dimension);
    return copy;
  }

  /**
   * The words nearest to one, best first, itself left out.
   *
   * @throws IllegalArgumentException where the word has no vector
   */
  public List<Neighbour> nearest(String word, int count) {
    return nearest(vector(require(word)), count, Set.of(word));
  }

  /**
   * The answers to "a is to b as c is to …": the words nearest to b - a + c, each of length one
   * (the 3CosAdd method of Mikolov et al. 2013), the three left out.
   *
   * @throws IllegalArgumentException where one of them has no vector
   */
  public List<Neighbour> analogy(String a, String b, String c, int count) {
    float[] from = unit(vector(require(a)));
    float[] to = unit(vector(require(b)));
    float[] target = unit(vector(require(c)));
    for (int i = 0; i < dimension; i++) {
      target[i] += to[i] - from[i];
    }
    return nearest(target, count, Set.of(a, b, c));
  }

  private List<Neighbour> nearest(float[] query, int count, Set<String> without) {
    float[] target = unit(query);
    PriorityQueue<Neighbour> best =
        new PriorityQueue<>(
            Comparator.comparingDouble(Neighbour::cosine)
                .thenComparing(Comparator.comparing(Neighbour::word).reversed()));
    for (int w = 0; w < words.size(); w++) {
      if (without.contains(words.get(w))) {
        continue;
      }
      double dot = 0;
      double norm = 0;
      for (int i = 0, row = w * dimension; i < dimension; i++, row++) {
        dot += (double) values[row] * target[i];
        norm += (double) values[row] * values[row];
      }
      if (norm > 0) {
        best.add(new Neighbour(words.get(w), dot / Math.sqrt(norm)));
        if (best.size() > count) {
          best.poll();
        }
      }
    }
    List<Neighbour> sorted = new ArrayList<>(best);
    sorted.sort(best.comparator().reversed());
    return List.copyOf(sorted);
  }

  private int require(String word) {
    int index = indexOf(word);
    if (index < 0) {
      throw new IllegalArgumentException("no vector for '" + word + "'");
    }
    return index;
  }

  private static float[] unit(float[] vector) {
    double norm = 0;
    for (float value : vector) {
      norm += (double) value * value;
    }
    for (int i = 0; i < vector.length && norm > 0; i++) {
      vector[i] = (float) (vector[i] / Math.sqrt(norm));
    }
    return vector;
  }
}
