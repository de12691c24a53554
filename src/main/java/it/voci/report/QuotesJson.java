package it.voci.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import it.voci.input.InputArticle;
import it.voci.quotes.Utterance;
import java.util.ArrayList;
import java.util.List;

/** Records of who says what, one per stretch of speech. */
public final class QuotesJson {
  private QuotesJson() {}

  /** One line per stretch, each ended. */
  public static String lines(InputArticle article, List<List<Utterance>> quotes) {
    StringBuilder out = new StringBuilder();
    records(article, quotes)
        .forEach(record -> out.append(LabelJson.GSON.toJson(record)).append('\n'));
    return out.toString();
  }

  /** One article of a {@link #document}. */
  public static String article(InputArticle article, List<List<Utterance>> quotes) {
    JsonObject object = new JsonObject();
    object.addProperty("input", article.input());
    object.addProperty("title", article.article().title().orElse(null));
    JsonArray records = new JsonArray();
    records(article, quotes).forEach(records::add);
    object.add("quotes", records);
    return LabelJson.GSON.toJson(object);
  }

  /** What stands around articles. */
  public static LabelJson.Frame document() {
    return new LabelJson.Frame("{\"articles\":[\n", ",\n", "\n]}\n");
  }

  private static List<JsonObject> records(InputArticle article, List<List<Utterance>> quotes) {
    List<JsonObject> records = new ArrayList<>();
    for (int i = 0; i < quotes.size(); i++) {
      for (Utterance quote : quotes.get(i)) {
        JsonObject record = new JsonObject();
        record.addProperty("article", article.article().id());
        record.addProperty("input", article.input());
        record.addProperty("index", i);
        LabelJson.speaker(quote).asMap().forEach(record::add);
        records.add(record);
      }
    }
    return records;
  }
}
