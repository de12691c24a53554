package it.voci.corpus;

import it.voci.UserException;
import java.io.IOException;
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
   * Hands out the lines in order, those that are blank left out.
   *
   * @param problem told of every line that is not UTF-8 and of what {@code reader} throws; the
   *     lines after it are still read
   * @throws UserException where the file cannot be read
   */
  static void forEach(Path file, LineReader reader, Consumer<UserException> problem) {
    try (Utf8Lines lines = new Utf8Lines(Files.newInputStream(file), file.toString())) {
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
    } catch (NoSuchFileException e) {
      throw new UserException(file + ": no such file", e);
    } catch (IOException e) {
      throw new UserException(file + ": cannot be read (" + e.getMessage() + ")", e);
    }
  }
}
