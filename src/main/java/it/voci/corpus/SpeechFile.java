package it.voci.corpus;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import it.voci.UserException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A file of annotated speech: a JSON object a line. */
public final class SpeechFile {
  /**
   * A stretch of speech and whose it is.
   *
   * @param article the id of a dataset's article
   * @param paragraph 0-based
   * @param start in Unicode code points of the paragraph
   * @param end after the last code point
   * @param name canonical
   * @param side lower case
   * @param where {@code file:line}
   */
  public record Speech(
      String article,
      int paragraph,
      int start,
      int end,
      boolean isDirect,
      String name,
      String side,
      String where) {}

  private SpeechFile() {}

  /**
   * Reads a file.
   *
   * @throws UserException naming {@code file:line} where a field is missing or wrong
   */
  public static List<Speech> read(Path file) {
    List<Speech> found = new ArrayList<>();
    JsonLines.forEach(
        file,
        (line, number, where) -> {
          JsonObject object = JsonText.object(line, where);
          String kind = text(object, "kind", where);
          if (!kind.equals("direct") && !kind.equals("indirect")) {
            throw new UserException(
                where + ": 'kind' must be direct or indirect but was '" + kind + "'");
          }
          Speech speech =
              new Speech(
                  text(object, "article", where),
                  number(object, "paragraph", where),
                  number(object, "start", where),
                  number(object, "end", where),
                  kind.equals("direct"),
                  text(object, "name", where),
                  text(object, "side", where),
                  where);
          if (speech.end() <= speech.start()) {
            throw new UserException(
                where
                    + ": 'end' must be after 'start' ("
                    + speech.start()
                    + ") but was "
                    + speech.end());
          }
          found.add(speech);
        });
    return List.copyOf(found);
  }

  private static String text(JsonObject object, String key, String where) {
    Optional<String> value = JsonText.text(object, key, where).filter(t -> !t.isBlank());
    return value.orElseThrow(() -> new UserException(where + ": '" + key + "' is missing"));
  }

  private static int number(JsonObject object, String key, String where) {
    JsonElement value = object.get(key);
    try {
      int number = value == null ? -1 : value.getAsInt();
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException | UnsupportedOperationException | IllegalStateException e) {
      throw new UserException(where + ": '" + key + "' must be a number but was " + value, e);
    }
    throw new UserException(where + ": '" + key + "' must be 0 or more but was " + value);
  }
}
