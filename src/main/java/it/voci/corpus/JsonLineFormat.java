package it.voci.corpus;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** A format that is a JSON object a line, each a paragraph. */
abstract class JsonLineFormat implements DatasetFormat.Codec {
  /** Reads one object; throws {@link it.voci.UserException} where it is not of the format. */
  abstract ParagraphRecord record(JsonObject object, LabelScheme scheme, String where);

  abstract JsonObject object(ParagraphRecord record, LabelScheme scheme);

  @Override
  public final List<Article> read(Path file, LabelScheme scheme) {
    return read(file, (object, where) -> record(object, scheme, where));
  }

  /** Reads the records of a file and puts its articles together. */
  static List<Article> read(Path file, BiFunction<JsonObject, String, ParagraphRecord> reader) {
    List<ParagraphRecord> records = new ArrayList<>();
    JsonLines.forEach(
        file,
        (line, number, where) -> records.add(reader.apply(JsonText.object(line, where), where)));
    return ParagraphRecord.articles(records, file);
  }

  @Override
  public final void write(List<Article> articles, LabelScheme scheme, Appendable out)
      throws IOException {
    for (ParagraphRecord record : ParagraphRecord.of(articles)) {
      out.append(RecordJson.GSON.toJson(object(record, scheme))).append('\n');
    }
  }
}
