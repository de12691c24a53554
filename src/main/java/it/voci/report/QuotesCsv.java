package it.voci.report;

import it.voci.quotes.QuotedArticle;
import it.voci.quotes.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Who says what, as a table with a row per stretch of speech. */
public final class QuotesCsv {
  private QuotesCsv() {}

  /**
   * The table.
   *
   * @param separator between columns
   */
  public static Rendering<QuotedArticle> rendering(char separator) {
    SpreadsheetRows table = new SpreadsheetRows(separator);
    return new Rendering<>(
        table.header(
            List.of(
                "article", "index", "name", "side", "cue", "kind", "quote", "title", "outlet",
                "date", "input", "start", "end")),
        quoted -> table.rows(rows(quoted)),
        "",
        "");
  }

  private static List<List<Object>> rows(QuotedArticle quoted) {
    var article = quoted.input().article();
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < quoted.quotes().size(); i++) {
      for (Utterance quote : quoted.quotes().get(i)) {
        rows.add(
            List.of(
                article.id(),
                i,
                quote.name(),
                quote.side().name().toLowerCase(Locale.ROOT),
                quote.cue(),
                quote.kind().name().toLowerCase(Locale.ROOT),
                quote.quote(),
                article.title().orElse(""),
                article.outlet().orElse(""),
                article.date().orElse(""),
                quoted.input().input(),
                quote.start(),
                quote.end()));
      }
    }
    return rows;
  }
}
