package it.voci.corpus;

import com.google.gson.JsonObject;
import it.voci.UserException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code voci label --format jsonl} prints: the predicted labels become labels to be reviewed,
 * so they may break the scheme's rules. Labels the model is unsure of are left out.
 */
final class LabelRecordFormat implements DatasetFormat.Codec {
  @Override
  public List<Article> read(Path file, LabelScheme scheme) {
    return JsonLineFormat.read(file, (object, where) -> record(object, scheme, where));
  }

  private static ParagraphRecord record(JsonObject object, LabelScheme scheme, String where) {
    Map<String, List<String>> labels = new LinkedHashMap<>();
    for (Task task : scheme.tasks()) {
      if (!object.has(task.id())) {
        throw new UserException(
            where + ": no '" + task.id() + "'; was it labelled with another scheme?");
      }
      JsonObject prediction = RecordJson.object(object, task.id(), where);
      if (task.isSingle()) {
        JsonText.text(prediction, "label", where)
            .ifPresent(
                label -> labels.put(task.id(), TaskLabels.require(task, List.of(label), where)));
      } else if (prediction.has("labels")) {
        List<String> given = RecordJson.texts(prediction, "labels", where);
        labels.put(task.id(), TaskLabels.require(task, given, where));
      }
    }
    String text = RecordJson.requireText(object, RecordJson.TEXT, where);
    return RecordJson.record(object, new Paragraph(text, labels, Map.of()), where);
  }

  @Override
  public void write(List<Article> articles, LabelScheme scheme, Appendable out) {
    throw new UserException(
        "labels is only read: it holds what a model says; choose another format");
  }
}
