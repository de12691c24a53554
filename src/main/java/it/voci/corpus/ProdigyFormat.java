package it.voci.corpus;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;

/**
 * Prodigy's JSONL for the {@code choice} interface: {@code options} and {@code accept} hold {@code
 * task:label}. What was rejected or ignored is not labelled.
 */
final class ProdigyFormat extends JsonLineFormat {
  private static final String ACCEPT = "accept";
  private static final String ANSWER = "answer";

  @Override
  ParagraphRecord record(JsonObject object, LabelScheme scheme, String where) {
    boolean accepted =
        JsonText.text(object, ANSWER, where).map(answer -> answer.equals(ACCEPT)).orElse(true);
    List<String> names = accepted ? RecordJson.texts(object, ACCEPT, where) : List.of();
    return RecordJson.record(
        RecordJson.object(object, "meta", where),
        new Paragraph(
            RecordJson.requireText(object, RecordJson.TEXT, where),
            LabelNames.parseQualified(names, scheme, where),
            Map.of()),
        where);
  }

  @Override
  JsonObject object(ParagraphRecord record, LabelScheme scheme) {
    JsonObject object = new JsonObject();
    object.addProperty(RecordJson.TEXT, record.paragraph().text());
    JsonArray options = new JsonArray();
    for (Task task : scheme.tasks()) {
      for (Label label : task.labels()) {
        options.add(option(task, label.id(), label.en()));
      }
      if (!task.isSingle()) {
        options.add(option(task, LabelNames.NONE, "none of them"));
      }
    }
    object.add("options", options);
    List<String> names = LabelNames.qualified(record.paragraph(), scheme);
    object.add(ACCEPT, RecordJson.array(names));
    if (!names.isEmpty()) {
      object.addProperty(ANSWER, ACCEPT);
    }
    object.add("meta", RecordJson.meta(record));
    return object;
  }

  private static JsonObject option(Task task, String label, String name) {
    JsonObject option = new JsonObject();
    option.addProperty("id", task.id() + ":" + label);
    option.addProperty("text", task.id() + ": " + name);
    return option;
  }
}
