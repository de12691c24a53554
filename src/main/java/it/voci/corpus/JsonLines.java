package it.voci.corpus;

import com.google.gson.JsonObject;
import it.voci.UserException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** UTF-8 files that hold a JSON object a line. */
final class JsonLines {
  private JsonLines() {}

  /** Told every line that is not blank. */
  @FunctionalInterface
  interface LineReader {
    /**
     * Reads a line.
     *
     * @param number from 1
     * @param where {@code file:line}, for messages
     */
    void read(String line, int number, String where);
  }

  /**
   * Hands out the lines in order.
   *
   * @throws UserException where the file cannot be read or a line is not UTF-8
   */
  static void forEach(Path file, LineReader reader) {
    forEach(
        file,
        reader,
        e -> {
          throw e;
        });
  }

  /**
   * Hands out the lines in order.
   *
   * @param problem told of every line that is not UTF-8 and of what {@code reader} throws; the
   *     lines after it are still read
   * @throws UserException where the file cannot be read
   */
  static void forEach(Path file, LineReader reader, Consumer<UserException> problem) {
    try (Utf8Lines lines = open(file)) {
      for (boolean more = true; more; ) {
        try {
          Optional<String> line = lines.next();
          more = line.isPresent();
          if (more && !line.get().isBlank()) {
            reader.read(line.get(), lines.number(), lines.where());
          }
        } catch (UserException e) {
          problem.accept(e);
        }
      }
    } catch (IOException e) {
      throw failure(file, 1, e);
    }
  }

  /** The first object; empty where the file has no line. */
  static Optional<JsonObject> first(Path file) {
    try (Utf8Lines lines = open(file)) {
      Optional<String> line = lines.next();
      while (line.isPresent() && line.get().isBlank()) {
        line = lines.next();
      }
      return line.map(json -> JsonText.object(json, lines.where()));
    } catch (IOException e) {
      throw failure(file, 1, e);
    }
  }

  private static Utf8Lines open(Path file) throws IOException {
    return new Utf8Lines(Files.newInputStream(file), file.toString());
  }

  /** What to tell the user of a file that cannot be read. */
  static UserException failure(Path file, long line, IOException e) {
    if (e instanceof CharacterCodingException) {
      return new UserException(file + ":" + line + ": not UTF-8; save the file as UTF-8", e);
    }
    if (e instanceof NoSuchFileException) {
      return new UserException(file + ": no such file", e);
    }
    return new UserException(file + ": cannot be read (" + e.getMessage() + ")", e);
  }
}
