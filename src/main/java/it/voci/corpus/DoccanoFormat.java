package it.voci.corpus;

import com.google.gson.JsonObject;
import java.util.Map;

/**
 * Doccano's JSONL for text classification: {@code text}, {@code label} (a list of {@code
 * task:label}) and {@code meta}, which doccano keeps and gives back.
 */
final class DoccanoFormat extends JsonLineFormat {
  @Override
  ParagraphRecord record(JsonObject object, LabelScheme scheme, String where) {
    String text = RecordJson.requireText(object, object.has("text") ? "text" : "data", where);
    String key = object.has("labels") ? "labels" : "label";
    return RecordJson.record(
        object.has("meta") ? RecordJson.object(object, "meta", where) : object,
        new Paragraph(
            text,
            LabelNames.parseQualified(RecordJson.texts(object, key, where), scheme, where),
            Map.of()),
        where);
  }

  @Override
  JsonObject object(ParagraphRecord record, LabelScheme scheme) {
    JsonObject object = new JsonObject();
    object.addProperty(RecordJson.TEXT, record.paragraph().text());
    object.add("label", RecordJson.array(LabelNames.qualified(record.paragraph(), scheme)));
    object.add("meta", RecordJson.meta(record));
    return object;
  }
}
