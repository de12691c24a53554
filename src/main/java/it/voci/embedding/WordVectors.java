package it.voci.embedding;

import it.voci.embedding.NeighbourSearch.Query;
import it.voci.text.Token;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

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
  private final Rows rows;

  /**
   * Takes over the array, which must not be changed afterwards.
   *
   * @param words distinct; by convention the most frequent first
   * @param values shape [words, dimension], row by row
   */
  public WordVectors(List<String> words, int dimension, float[] values) {
    this(words, floats(words.size(), dimension, values));
  }

  private static Rows floats(int count, int dimension, float[] values) {
    if (values.length != (long) count * dimension) {
      throw new IllegalArgumentException(
          "expected " + count + " × " + dimension + " values but was " + values.length);
    }
    return new FloatRows(dimension, values);
  }

  /**
   * Words and their rows.
   *
   * @param rows as many as words or more
   */
  WordVectors(List<String> words, Rows rows) {
    this.words = List.copyOf(words);
    this.rows = rows;
    this.indexes = new HashMap<>(words.size() * 2);
    for (int i = 0; i < words.size(); i++) {
      indexes.putIfAbsent(words.get(i), i);
    }
  }

  /**
   * The same words with a byte for every number: a quarter of the memory, rounded to 1/127 of the
   * row's largest absolute value.
   */
  public WordVectors compact() {
    if (isCompact()) {
      return this;
    }
    ByteRows.Builder builder = new ByteRows.Builder(dimension(), size());
    for (int w = 0; w < size(); w++) {
      builder.add(vector(w));
    }
    return new WordVectors(words, builder.build());
  }

  /** True where every number is a byte times its row's scale. */
  public boolean isCompact() {
    return rows instanceof ByteRows;
  }

  /** The first words only. */
  WordVectors first(int count) {
    return count >= size() ? this : new WordVectors(words.subList(0, count), rows);
  }

  Rows rows() {
    return rows;
  }

  /** The form under which a token is looked up and learned. */
  public static String key(Token token) {
    return token.text().toLowerCase(Locale.ROOT);
  }

  public int size() {
    return words.size();
  }

  public int dimension() {
    return rows.dimension();
  }

  public List<String> words() {
    return words;
  }

  /** The word's row, or -1. */
  public int indexOf(String word) {
    return indexes.getOrDefault(word, -1);
  }

  /** The row of the word as it is written or else of its lower, then its upper case; or -1. */
  public int indexOfAnyCase(String word) {
    return Stream.of(word, word.toLowerCase(Locale.ROOT), word.toUpperCase(Locale.ROOT))
        .mapToInt(this::indexOf)
        .filter(row -> row >= 0)
        .findFirst()
        .orElse(-1);
  }

  /**
   * Adds a word's vector to a sum.
   *
   * @param index a row
   * @param sum length {@link #dimension()}, from {@code offset} on
   */
  public void addTo(int index, float[] sum, int offset) {
    rows.addTo(index, sum, offset);
  }

  /** A copy of the word's vector, length {@link #dimension()}. */
  public float[] vector(int index) {
    float[] copy = new float[dimension()];
    rows.addTo(index, copy, 0);
    return copy;
  }

  /**
   * The words nearest to one, best first, itself left out.
   *
   * @throws IllegalArgumentException where the word has no vector
   */
  public List<Neighbour> nearest(String word, int count) {
    int row = require(word);
    return nearest(List.of(new Query(direction(row), Set.of(row))), count, size()).get(0);
  }

  /**
   * The answers to "a is to b as c is to …": the words nearest to b - a + c, each of length one
   * (the 3CosAdd method of Mikolov et al. 2013), the three left out.
   *
   * @throws IllegalArgumentException where one of them has no vector
   */
  public List<Neighbour> analogy(String a, String b, String c, int count) {
    Query query = analogy(require(a), require(b), require(c));
    return nearest(List.of(query), count, size()).get(0);
  }

  Query analogy(int a, int b, int c) {
    float[] from = direction(a);
    float[] to = direction(b);
    float[] target = direction(c);
    for (int i = 0; i < target.length; i++) {
      target[i] += to[i] - from[i];
    }
    FloatRows.normalise(target);
    return new Query(target, Set.of(a, b, c));
  }

  /** The word's vector at length one, copied; zero where it has no direction. */
  public float[] direction(int row) {
    float[] unit = new float[dimension()];
    rows.direction(row, unit);
    return unit;
  }

  /**
   * The words nearest to every target, best first.
   *
   * @param count how many words for each
   * @param top only so many of the first words are looked at
   */
  List<List<Neighbour>> nearest(List<Query> queries, int count, int top) {
    return count < 1
        ? Collections.nCopies(queries.size(), List.of())
        : new NeighbourSearch(words, rows, queries, count).run(top);
  }

  private int require(String word) {
    int index = indexOf(word);
    if (index < 0) {
      throw new IllegalArgumentException("no vector for '" + word + "'");
    }
    return index;
  }
}
