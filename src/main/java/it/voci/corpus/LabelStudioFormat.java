package it.voci.corpus;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import it.voci.UserException;
import java.io.EOFException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Label Studio's JSON: a list of tasks with {@code data.text}, {@code meta} and a {@code choices}
 * result per task of the scheme, whose {@code from_name} is the task's id. Of several annotations
 * the first that was not cancelled counts, without any the first of the {@code predictions}.
 */
final class LabelStudioFormat implements DatasetFormat.Codec {
  private static final String CHOICES = "choices";

  @Override
  public List<Article> read(Path file, LabelScheme scheme) {
    List<ParagraphRecord> records = new ArrayList<>();
    try (Reader text = Files.newBufferedReader(file);
        JsonReader reader = new JsonReader(text)) {
      reader.setStrictness(Strictness.STRICT);
      try {
        reader.beginArray();
        while (reader.hasNext()) {
          String where = file + ": record " + (records.size() + 1);
          records.add(record(JsonParser.parseReader(reader), scheme, where));
        }
        reader.endArray();
        if (reader.peek() != JsonToken.END_DOCUMENT) {
          throw new UserException(file + ": text follows the list of tasks");
        }
      } catch (JsonParseException e) {
        if (e.getCause() instanceof CharacterCodingException cause) {
          throw cause;
        }
        throw broken(file, records.size(), e);
      } catch (IllegalStateException | MalformedJsonException | EOFException e) {
        throw broken(file, records.size(), e);
      }
    } catch (IOException e) {
      throw JsonLines.failure(file, 1, e);
    }
    return ParagraphRecord.articles(records, file);
  }

  private static UserException broken(Path file, int read, Exception e) {
    return new UserException(
        file + ": record " + (read + 1) + ": not a JSON list of Label Studio tasks", e);
  }

  private static ParagraphRecord record(JsonElement element, LabelScheme scheme, String where) {
    if (!element.isJsonObject()) {
      throw new UserException(
          where + ": expected a task {\"data\": …} but was " + JsonText.excerpt("" + element));
    }
    JsonObject task = element.getAsJsonObject();
    JsonObject data = RecordJson.object(task, "data", where);
    JsonObject meta = RecordJson.object(task, "meta", where);
    Map<String, List<String>> labels = LabelNames.parse(names(task, where), scheme, where);
    return RecordJson.record(
        meta.has("article") ? meta : data,
        new Paragraph(RecordJson.requireText(data, RecordJson.TEXT, where), labels, Map.of()),
        where);
  }

  private static Map<String, List<String>> names(JsonObject task, String where) {
    Map<String, List<String>> names = new LinkedHashMap<>();
    for (String source : List.of("annotations", "predictions")) {
      for (JsonElement element : RecordJson.list(task, source, where)) {
        if (element instanceof JsonObject annotation && !isCancelled(annotation)) {
          for (JsonElement result : RecordJson.list(annotation, "result", where)) {
            if (result instanceof JsonObject choice
                && CHOICES.equals(JsonText.text(choice, "type", where).orElse(""))) {
              names.put(
                  RecordJson.requireText(choice, "from_name", where),
                  RecordJson.texts(RecordJson.object(choice, "value", where), CHOICES, where));
            }
          }
          return names;
        }
      }
    }
    return names;
  }

  private static boolean isCancelled(JsonObject annotation) {
    JsonElement cancelled = annotation.get("was_cancelled");
    return cancelled != null && cancelled.isJsonPrimitive() && cancelled.getAsBoolean();
  }

  @Override
  public void write(List<Article> articles, LabelScheme scheme, Appendable out) throws IOException {
    String before = "[\n";
    for (ParagraphRecord record : ParagraphRecord.of(articles)) {
      out.append(before).append(RecordJson.GSON.toJson(task(record, scheme)));
      before = ",\n";
    }
    out.append(before.startsWith("[") ? "[]\n" : "\n]\n");
  }

  private static JsonObject task(ParagraphRecord record, LabelScheme scheme) {
    JsonObject data = new JsonObject();
    data.addProperty(RecordJson.TEXT, record.paragraph().text());
    JsonArray results = new JsonArray();
    for (Task task : scheme.tasks()) {
      record.paragraph().labels(task).ifPresent(labels -> results.add(result(task, labels)));
    }
    JsonArray annotations = new JsonArray();
    if (!results.isEmpty()) {
      JsonObject annotation = new JsonObject();
      annotation.add("result", results);
      annotations.add(annotation);
    }
    JsonObject object = new JsonObject();
    object.add("data", data);
    object.add("meta", RecordJson.meta(record));
    object.add("annotations", annotations);
    return object;
  }

  private static JsonObject result(Task task, List<String> labels) {
    JsonObject value = new JsonObject();
    value.add(CHOICES, RecordJson.array(LabelNames.of(labels)));
    JsonObject result = new JsonObject();
    result.addProperty("id", task.id());
    result.addProperty("from_name", task.id());
    result.addProperty("to_name", RecordJson.TEXT);
    result.addProperty("type", CHOICES);
    result.add("value", value);
    return result;
  }
}
