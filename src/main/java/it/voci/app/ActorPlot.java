package it.voci.app;

import it.voci.UserException;
import it.voci.actors.ActorMap;
import it.voci.actors.Gazetteer;
import it.voci.actors.Side;
import it.voci.corpus.Utf8Lines;
import it.voci.embedding.WordVectorFile;
import it.voci.embedding.WordVectors;
import it.voci.evaluation.Separation;
import it.voci.report.ActorMapHtml;
import it.voci.store.AtomicWrite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Draws where the gazetteer's actors lie in word vectors. */
public final class ActorPlot {
  /**
   * What to draw.
   *
   * @param vectors a file or a model directory
   * @param words a file of further words, one a line
   * @param most how many actors at most, the most frequent
   * @param neighbours of the projection
   */
  public record Request(
      Path vectors, Optional<Path> words, Path out, int most, int neighbours, long seed) {
    public Request {
      if (most < 2) {
        throw new UserException("--actors must be at least 2 but was " + most);
      }
    }
  }

  /** Sides of fewer words take no part in the separation, which they would make erratic. */
  private static final int FEWEST = 5;

  /**
   * What was drawn.
   *
   * @param separation of the sides that have words enough
   */
  public record Result(ActorMap map, Separation separation) {}

  private ActorPlot() {}

  public static Result run(Request request) {
    List<String> words = request.words().map(ActorPlot::words).orElse(List.of());
    WordVectors vectors = WordVectorFile.readAny(request.vectors());
    ActorMap map =
        ActorMap.of(
            vectors,
            Gazetteer.shipped(),
            words,
            request.most(),
            request.neighbours(),
            request.seed());
    Separation separation = separation(vectors, map, request.seed());
    String html = ActorMapHtml.render(map, separation, request.vectors().toString());
    AtomicWrite.file(request.out(), out -> out.write(html.getBytes(StandardCharsets.UTF_8)));
    return new Result(map, separation);
  }

  private static Separation separation(WordVectors vectors, ActorMap map, long seed) {
    Map<Side, List<float[]>> bySide = new TreeMap<>();
    for (ActorMap.Point point : map.points()) {
      point
          .actor()
          .ifPresent(
              actor ->
                  bySide
                      .computeIfAbsent(actor.side(), side -> new ArrayList<>())
                      .add(vectors.direction(vectors.indexOf(point.word()))));
    }
    bySide.values().removeIf(words -> words.size() < FEWEST);
    if (bySide.size() < 2) {
      throw new UserException(
          "the vectors have "
              + FEWEST
              + " actors or more of fewer than two sides; learn them from"
              + " more news");
    }
    List<float[]> directions = new ArrayList<>();
    List<String> sides = new ArrayList<>();
    bySide.forEach(
        (side, words) -> {
          directions.addAll(words);
          sides.addAll(Collections.nCopies(words.size(), side.name().toLowerCase(Locale.ROOT)));
        });
    return Separation.of(directions, sides, seed);
  }

  private static List<String> words(Path file) {
    List<String> words = new ArrayList<>();
    try (Utf8Lines lines = new Utf8Lines(Files.newInputStream(file), file.toString())) {
      for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
        line.map(String::strip).filter(word -> !word.isEmpty()).ifPresent(words::add);
      }
    } catch (NoSuchFileException e) {
      throw new UserException(file + ": no such file", e);
    } catch (IOException e) {
      throw new UserException(file + ": cannot be read (" + e.getMessage() + ")", e);
    }
    return words;
  }
}
