package it.voci.actors;

import it.voci.UserException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * Actors, as read from a tab-separated file with the columns name, side, kind, country, role, from,
 * to, aliases (joined by {@code |}).
 */
public record Gazetteer(List<Actor> actors) {
  private static final CSVFormat FORMAT =
      CSVFormat.Builder.create()
          .setDelimiter('\t')
          .setQuote(null)
          .setRecordSeparator('\n')
          .setCommentMarker('#')
          .get();

  private static final int COLUMNS = 8;

  /** Nobody. */
  public static final Gazetteer EMPTY = new Gazetteer(List.of());

  public Gazetteer {
    actors = List.copyOf(actors);
  }

  /** The gazetteer that ships with voci. */
  public static Gazetteer shipped() {
    try (InputStream in = Gazetteer.class.getResourceAsStream("gazetteer.tsv");
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      return read(reader, "gazetteer.tsv");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a file; throws {@link UserException} naming {@code file:line} of a bad line. */
  public static Gazetteer read(Path file) {
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return read(reader, file.toString());
    } catch (NoSuchFileException e) {
      throw new UserException(file + ": no such file", e);
    } catch (IOException | UncheckedIOException e) {
      throw new UserException(file + ": cannot be read as UTF-8 (" + e.getMessage() + ")", e);
    }
  }

  private static Gazetteer read(Reader reader, String where) throws IOException {
    List<Actor> actors = new ArrayList<>();
    for (CSVRecord line : FORMAT.parse(reader)) {
      String place = where + ":" + line.getParser().getCurrentLineNumber();
      if (line.size() != COLUMNS) {
        throw new UserException(
            place + ": expected " + COLUMNS + " columns but was " + line.size());
      }
      try {
        actors.add(
            new Actor(
                line.get(0),
                value(Side.class, "side", line.get(1)),
                value(Actor.Kind.class, "kind", line.get(2)),
                line.get(3),
                line.get(4),
                line.get(5),
                line.get(6),
                line.get(7).isBlank() ? List.of() : Arrays.asList(line.get(7).split("\\|", -1))));
      } catch (UserException e) {
        throw new UserException(place + ": " + e.getMessage(), e);
      }
    }
    return new Gazetteer(actors);
  }

  private static <E extends Enum<E>> E value(Class<E> type, String column, String name) {
    for (E value : type.getEnumConstants()) {
      if (value != Side.UNKNOWN && lower(value).equals(name)) {
        return value;
      }
    }
    throw new UserException(
        column
            + " must be one of "
            + Arrays.stream(type.getEnumConstants())
                .filter(value -> value != Side.UNKNOWN)
                .map(Gazetteer::lower)
                .collect(Collectors.joining(", "))
            + " but was '"
            + name
            + "'");
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /**
   * These actors and others: an actor of another's name replaces all of that name here, and a form
   * that others use is no longer an alias here.
   */
  public Gazetteer plus(Gazetteer others) {
    Set<String> names = others.actors.stream().map(Actor::name).collect(Collectors.toSet());
    Set<String> forms =
        others.actors.stream()
            .flatMap(actor -> Stream.concat(Stream.of(actor.name()), actor.aliases().stream()))
            .collect(Collectors.toSet());
    return new Gazetteer(
        Stream.concat(
                actors.stream()
                    .filter(actor -> !names.contains(actor.name()))
                    .map(actor -> actor.without(forms)),
                others.actors.stream())
            .toList());
  }

  /** The file's text. */
  public String format() {
    StringBuilder out = new StringBuilder();
    for (Actor actor : actors) {
      out.append(
              String.join(
                  "\t",
                  actor.name(),
                  lower(actor.side()),
                  lower(actor.kind()),
                  actor.country(),
                  actor.role(),
                  actor.from(),
                  actor.to(),
                  String.join("|", actor.aliases())))
          .append('\n');
    }
    return out.toString();
  }
}
