package it.voci.corpus;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import it.voci.UserException;
import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;

/** JSON read strictly: RFC 8259, no comments, no trailing text, bounded depth. */
public final class JsonText {
  private JsonText() {}

  /**
   * Parses one JSON object.
   *
   * @param where {@code file:line}, named in messages
   */
  public static JsonObject object(String json, String where) {
    JsonReader reader = new JsonReader(new StringReader(json));
    reader.setStrictness(Strictness.STRICT);
    JsonElement element;
    try {
      element = JsonParser.parseReader(reader);
    } catch (JsonParseException e) {
      throw new UserException(where + ": not valid JSON near " + excerpt(json), e);
    }
    if (!element.isJsonObject()) {
      throw new UserException(where + ": expected a JSON object but was " + excerpt(json));
    }
    try {
      var unused = reader.peek(); // being strict, it throws anywhere but at the end
    } catch (IOException e) {
      throw new UserException(where + ": text follows the JSON object; write one object a line", e);
    }
    return element.getAsJsonObject();
  }

  /**
   * The text of a field; empty where it is absent or null.
   *
   * @throws UserException where it is something else than a text
   */
  public static Optional<String> text(JsonObject object, String key, String where) {
    JsonElement value = object.get(key);
    if (value == null || value.isJsonNull()) {
      return Optional.empty();
    }
    if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()) {
      throw new UserException(
          where + ": '" + key + "' must be a text but was " + excerpt("" + value));
    }
    return Optional.of(value.getAsString());
  }

  static String excerpt(String text) {
    String line = text.strip().replaceAll("\\p{Cntrl}", " ");
    return "'" + (line.length() > 40 ? line.substring(0, 40) + "…" : line) + "'";
  }
}
