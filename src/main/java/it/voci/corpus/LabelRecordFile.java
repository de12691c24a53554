package it.voci.corpus;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import it.voci.UserException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads label records, as {@code voci label --format jsonl} and {@code voci evaluate --report}
 * write them, without their label scheme: tasks and labels are told by the records themselves. Used
 * for one or more files, one after the other.
 */
public final class LabelRecordFile {
  /** Told every record and where it stands, {@code file:line}. */
  @FunctionalInterface
  public interface Reader {
    void read(LabelRecord record, String where);
  }

  private final List<Task> known;

  /** Tasks already met, so that records share them. */
  private final Map<Task, Task> tasks = new HashMap<>();

  /**
   * A reader.
   *
   * @param known tasks whose labels' names are wanted where records have the same labels
   */
  public LabelRecordFile(List<Task> known) {
    this.known = List.copyOf(known);
  }

  /**
   * Hands out the records of a file in order, one at a time.
   *
   * @throws UserException naming {@code file:line} of a line that is no label record
   */
  public void forEach(Path file, Reader reader) {
    JsonLines.forEach(
        file,
        (line, number, where) -> reader.read(record(JsonText.object(line, where), where), where));
  }

  private LabelRecord record(JsonObject object, String where) {
    if (object.has("paragraphs")) {
      throw new UserException(
          where + ": an article, not a label record; label it first (voci label --format jsonl)");
    }
    String text = RecordJson.requireText(object, RecordJson.TEXT, where);
    JsonElement index = object.get("index");
    if (index == null) {
      throw new UserException(where + ": no 'index'; expected a label record");
    }
    return new LabelRecord(
        RecordJson.requireText(object, "article", where),
        present(object, "outlet", where),
        present(object, "date", where),
        RecordJson.index(index.isJsonPrimitive() ? index.getAsString() : "" + index, where),
        text,
        JsonText.text(object, "model", where).orElse(""),
        answers(object, where),
        speeches(object, text.codePointCount(0, text.length()), where));
  }

  private static Optional<String> present(JsonObject object, String key, String where) {
    return JsonText.text(object, key, where).filter(value -> !value.isBlank());
  }

  private List<LabelRecord.Answer> answers(JsonObject object, String where) {
    List<LabelRecord.Answer> answers = new ArrayList<>();
    for (String key : object.keySet()) {
      if (!Task.isReserved(key) && !object.get(key).isJsonNull()) {
        JsonObject fields = RecordJson.object(object, key, where);
        try {
          answers.add(answer(key, fields, where));
        } catch (UserException e) {
          throw e.getMessage().startsWith(where)
              ? e
              : new UserException(where + ": " + e.getMessage(), e);
        }
      }
    }
    return answers;
  }

  private LabelRecord.Answer answer(String id, JsonObject fields, String where) {
    JsonObject scores = RecordJson.object(fields, "scores", where);
    if (scores.isEmpty()) {
      throw new UserException(where + ": '" + id + "' has no scores, so its labels are unknown");
    }
    boolean single = fields.has("label");
    Task read =
        new Task(
            id,
            single ? Task.Kind.SINGLE : Task.Kind.MULTI,
            scores.keySet().stream().map(label -> new Label(label, label, label, "")).toList());
    Task task = tasks.computeIfAbsent(read, this::named);
    return single
        ? new LabelRecord.Answer(
            task, JsonText.text(fields, "label", where).stream().toList(), List.of())
        : new LabelRecord.Answer(
            task,
            RecordJson.texts(fields, "labels", where),
            RecordJson.texts(fields, "unsure", where));
  }

  private Task named(Task read) {
    return known.stream().filter(read::hasLabelsOf).findFirst().orElse(read);
  }

  private static List<LabelRecord.Speech> speeches(JsonObject object, int length, String where) {
    List<LabelRecord.Speech> speeches = new ArrayList<>();
    for (JsonElement element : RecordJson.list(object, "speakers", where)) {
      if (!(element instanceof JsonObject speech)
          || !(speech.get("start") instanceof JsonPrimitive start && start.isNumber())
          || !(speech.get("end") instanceof JsonPrimitive end && end.isNumber())) {
        throw new UserException(
            where
                + ": 'speakers' must hold objects with a start and an end but holds "
                + JsonText.excerpt("" + element));
      }
      int from = RecordJson.index(start.getAsString(), where);
      int to = RecordJson.index(end.getAsString(), where);
      if (to < from || to > length) {
        throw new UserException(
            where
                + ": a speaker's words end within the text, after their start; but they were "
                + from
                + ".."
                + to
                + " of "
                + length);
      }
      speeches.add(
          new LabelRecord.Speech(
              JsonText.text(speech, "name", where).orElse("").strip(),
              JsonText.text(speech, "side", where).orElse("unknown"),
              from,
              to));
    }
    return speeches;
  }
}
