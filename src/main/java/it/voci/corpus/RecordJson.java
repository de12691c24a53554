package it.voci.corpus;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import it.voci.UserException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the JSON of annotation tools has in common. */
final class RecordJson {
  static final String TEXT = "text";
  static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  private RecordJson() {}

  /** What is known of the paragraph's article, and its index. */
  static JsonObject meta(ParagraphRecord record) {
    JsonObject meta = new JsonObject();
    record.about().id().ifPresent(value -> meta.addProperty("article", value));
    record.index().ifPresent(value -> meta.addProperty("index", value));
    record.about().title().ifPresent(value -> meta.addProperty("title", value));
    record.about().outlet().ifPresent(value -> meta.addProperty("outlet", value));
    record.about().date().ifPresent(value -> meta.addProperty("date", value));
    record.about().register().ifPresent(value -> meta.addProperty("register", value));
    return meta;
  }

  static ParagraphRecord record(JsonObject meta, Paragraph paragraph, String where) {
    return new ParagraphRecord(
        where,
        new ParagraphRecord.About(
            JsonText.text(meta, "article", where),
            JsonText.text(meta, "title", where),
            JsonText.text(meta, "outlet", where),
            JsonText.text(meta, "date", where),
            JsonText.text(meta, "register", where)),
        Optional.ofNullable(meta.get("index"))
            .filter(index -> !index.isJsonNull())
            .map(index -> index(index.isJsonPrimitive() ? index.getAsString() : "" + index, where)),
        paragraph);
  }

  /** A 0-based index. */
  static int index(String text, String where) {
    try {
      int index = Integer.parseInt(text);
      if (index >= 0) {
        return index;
      }
    } catch (NumberFormatException e) {
      // told below
    }
    throw new UserException(
        where + ": 'index' must be a whole number from 0 up but was " + JsonText.excerpt(text));
  }

  static String requireText(JsonObject object, String key, String where) {
    return JsonText.text(object, key, where)
        .orElseThrow(() -> new UserException(where + ": no '" + key + "'"));
  }

  /** The object of a field; an empty one where it is absent or null. */
  static JsonObject object(JsonObject object, String key, String where) {
    JsonElement value = object.get(key);
    if (value == null || value.isJsonNull()) {
      return new JsonObject();
    }
    if (!value.isJsonObject()) {
      throw new UserException(
          where + ": '" + key + "' must be an object but was " + JsonText.excerpt("" + value));
    }
    return value.getAsJsonObject();
  }

  /** The elements of a field; none where it is absent or null. */
  static List<JsonElement> list(JsonObject object, String key, String where) {
    JsonElement value = object.get(key);
    if (value == null || value.isJsonNull()) {
      return List.of();
    }
    if (!value.isJsonArray()) {
      throw new UserException(
          where + ": '" + key + "' must be a list but was " + JsonText.excerpt("" + value));
    }
    return value.getAsJsonArray().asList();
  }

  /** The texts of a field; none where it is absent or null. */
  static List<String> texts(JsonObject object, String key, String where) {
    List<String> texts = new ArrayList<>();
    for (JsonElement item : list(object, key, where)) {
      if (!item.isJsonPrimitive() || !item.getAsJsonPrimitive().isString()) {
        throw new UserException(
            where
                + ": '"
                + key
                + "' must be a list of texts but holds "
                + JsonText.excerpt("" + item));
      }
      texts.add(item.getAsString());
    }
    return texts;
  }

  static JsonArray array(List<String> texts) {
    JsonArray array = new JsonArray();
    texts.forEach(array::add);
    return array;
  }
}
