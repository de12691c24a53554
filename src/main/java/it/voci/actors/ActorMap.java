package it.voci.actors;

import it.voci.embedding.Projection;
import it.voci.embedding.WordVectors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where actors lie in word vectors. An actor is there as that one of its names of one word which is
 * most frequent; a name that several sides share is left out, and so are names in lower case
 * ({@code analisti}).
 *
 * @param points actors by frequency, then further words
 * @param words how many the vectors have
 * @param neighbours of the projection
 * @param seed of the projection
 * @param without further words that have no vector
 */
public record ActorMap(
    List<Point> points, int words, int dimension, int neighbours, long seed, List<String> without) {
  /**
   * A word.
   *
   * @param word as the vectors have it
   * @param actor empty for further words
   * @param x in [0, 1]
   * @param y in [0, 1]
   */
  public record Point(String word, Optional<Actor> actor, double x, double y) {}

  public ActorMap {
    points = List.copyOf(points);
    without = List.copyOf(without);
  }

  /**
   * Finds the actors and projects them.
   *
   * @param further words to show beside the actors
   * @param most how many actors, the most frequent
   * @throws it.voci.UserException where there are too few points for the neighbours
   */
  public static ActorMap of(
      WordVectors vectors,
      Gazetteer gazetteer,
      List<String> further,
      int most,
      int neighbours,
      long seed) {
    Map<Integer, Optional<Actor>> rows = new HashMap<>();
    for (Actor actor : gazetteer.actors()) {
      row(vectors, actor)
          .ifPresent(
              row ->
                  rows.merge(
                      row,
                      Optional.of(actor),
                      (one, two) ->
                          one.isPresent() && one.get().side() == actor.side()
                              ? one
                              : Optional.empty()));
    }
    List<Integer> shown =
        new ArrayList<>(
            rows.keySet().stream()
                .filter(row -> rows.get(row).isPresent())
                .sorted(Comparator.naturalOrder())
                .limit(most)
                .toList());
    List<String> without = new ArrayList<>();
    Set<Integer> seen = new HashSet<>(shown);
    for (String word : further) {
      int row = vectors.indexOfAnyCase(word);
      if (row < 0 || !hasDirection(vectors, row)) {
        without.add(word);
      } else if (seen.add(row)) {
        rows.put(row, Optional.empty());
        shown.add(row);
      }
    }
    double[][] places =
        Projection.of(shown.stream().map(vectors::direction).toList(), neighbours, seed);
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < places.length; i++) {
      int row = shown.get(i);
      points.add(new Point(vectors.words().get(row), rows.get(row), places[i][0], places[i][1]));
    }
    return new ActorMap(points, vectors.size(), vectors.dimension(), neighbours, seed, without);
  }

  /** The row of the most frequent name, which is the smallest. */
  private static Optional<Integer> row(WordVectors vectors, Actor actor) {
    return Stream.concat(Stream.of(actor.name()), actor.aliases().stream())
        .filter(name -> name.indexOf(' ') < 0 && Character.isUpperCase(name.codePointAt(0)))
        .map(vectors::indexOfAnyCase)
        .filter(row -> row >= 0 && hasDirection(vectors, row))
        .min(Comparator.naturalOrder());
  }

  private static boolean hasDirection(WordVectors vectors, int row) {
    for (float value : vectors.direction(row)) {
      if (value != 0) {
        return true;
      }
    }
    return false;
  }
}
