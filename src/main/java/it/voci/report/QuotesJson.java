package it.voci.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import it.voci.quotes.QuotedArticle;
import it.voci.quotes.Utterance;
import java.util.ArrayList;
import java.util.List;

/** Records of who says what, one per stretch of speech. */
public final class QuotesJson {
  private QuotesJson() {}

  /** A line per stretch of speech. */
  public static Rendering<QuotedArticle> jsonLines() {
    return Rendering.plain(
        article -> {
          StringBuilder out = new StringBuilder();
          records(article).forEach(one -> out.append(LabelJson.GSON.toJson(one)).append('\n'));
          return out.toString();
        });
  }

  /** One object that holds all articles. */
  public static Rendering<QuotedArticle> document() {
    return new Rendering<>("{\"articles\":[\n", QuotesJson::article, ",\n", "\n]}\n");
  }

  private static String article(QuotedArticle article) {
    JsonObject object = new JsonObject();
    object.addProperty("input", article.input().input());
    object.addProperty("title", article.input().article().title().orElse(null));
    JsonArray records = new JsonArray();
    records(article).forEach(records::add);
    object.add("quotes", records);
    return LabelJson.GSON.toJson(object);
  }

  private static List<JsonObject> records(QuotedArticle article) {
    List<JsonObject> records = new ArrayList<>();
    for (int i = 0; i < article.quotes().size(); i++) {
      for (Utterance quote : article.quotes().get(i)) {
        JsonObject record = new JsonObject();
        record.addProperty("article", article.input().article().id());
        record.addProperty("input", article.input().input());
        record.addProperty("index", i);
        LabelJson.speaker(quote).asMap().forEach(record::add);
        records.add(record);
      }
    }
    return records;
  }
}
