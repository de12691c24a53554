package it.voci.input;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import it.voci.UserException;
import it.voci.corpus.Article;
import it.voci.corpus.DatasetFile;
import it.voci.corpus.JsonText;
import it.voci.corpus.LabelScheme;
import it.voci.corpus.Paragraph;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** JSONL: dataset articles, or a paragraph a line. */
final class JsonRecords {
  private JsonRecords() {}

  static Stream<InputArticle> read(String text, String name) {
    return RecordArticles.of(() -> entries(text, name), name);
  }

  private static Iterator<RecordArticles.Entry> entries(String text, String name) {
    AtomicInteger number = new AtomicInteger();
    return text.lines()
        .peek(line -> number.incrementAndGet())
        .filter(line -> !line.isBlank())
        .map(line -> entry(line, name, number.get()))
        .iterator();
  }

  private static RecordArticles.Entry entry(String line, String name, int number) {
    String where = name + ":" + number;
    JsonObject object = JsonText.object(line, where);
    if (object.has("paragraphs")) {
      return new RecordArticles.Entry(
          DatasetFile.parse(line, Optional.<LabelScheme>empty(), where), Optional.empty());
    }
    return new RecordArticles.Entry(
        paragraph(object, name, where, number), JsonText.text(object, "article", where));
  }

  /** A line {@code {"text": …}}, as an article of one paragraph. */
  private static Article paragraph(JsonObject object, String name, String where, int number) {
    String text =
        JsonText.text(object, "text", where)
            .orElseThrow(
                () ->
                    new UserException(where + ": expected an article or an object with a 'text'"));
    String id =
        JsonText.text(object, "article", where)
            .or(() -> JsonText.text(object, "id", where))
            .orElse(name + ":" + number);
    Map<String, JsonElement> none = Map.of();
    return new Article(
        id,
        JsonText.text(object, "title", where),
        JsonText.text(object, "outlet", where),
        JsonText.text(object, "date", where),
        Optional.empty(),
        false,
        List.of(Paragraph.unlabelled(text)),
        none);
  }
}
