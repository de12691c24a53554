package it.voci.report;

import it.voci.actors.Side;
import it.voci.corpus.Article;
import it.voci.quotes.Attribution;
import it.voci.quotes.QuotedArticle;
import it.voci.quotes.Utterance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Who says what, as one page, in the colours of the sides. */
public final class QuotesHtml {
  private QuotesHtml() {}

  /** The page. */
  public static Rendering<QuotedArticle> rendering(Language language) {
    String heading = language.say("Who says what", "Chi dice che cosa");
    String about =
        language.say(
            "Found by rules, not by an editor; the number is the paragraph's.",
            "Trovato da regole, non da una redazione; il numero è quello del paragrafo.");
    List<Map<String, String>> legend =
        Arrays.stream(Side.values())
            .map(side -> Map.of("colour", colour(side), "name", language.name(side)))
            .toList();
    Function<Object, String> fragments = HtmlPage.fragments("quotes-article");
    return new HtmlPage(language.toString(), heading, "quotes", false)
        .around(
            "articles",
            Map.of("heading", heading, "about", about, "legend", legend),
            fragments.compose(article -> view(article, language)));
  }

  private static String colour(Side side) {
    return "k"
        + switch (side) {
          case WEST -> 1;
          case KREMLIN -> 2;
          case UKRAINE -> 3;
          case EXPERT -> 4;
          case WESTERN_INTELLIGENCE -> 5;
          case OPPOSITION -> 6;
          case UNKNOWN -> 7;
          case OTHER -> 8;
        };
  }

  private record View(String title, String about, List<QuoteView> quotes) {}

  private record QuoteView(
      int number, String colour, String name, String side, String cue, String quote) {}

  private static View view(QuotedArticle quoted, Language language) {
    Article article = quoted.input().article();
    List<String> about = new ArrayList<>();
    article.outlet().ifPresent(about::add);
    article.date().ifPresent(about::add);
    about.add(language.count(quoted.count(), "quote", "quotes", "citazione", "citazioni"));
    article.title().ifPresent(title -> about.add(article.id()));
    List<QuoteView> quotes = new ArrayList<>();
    for (int i = 0; i < quoted.quotes().size(); i++) {
      for (Utterance quote : quoted.quotes().get(i)) {
        boolean direct = quote.kind() == Attribution.Kind.DIRECT;
        quotes.add(
            new QuoteView(
                i + 1,
                colour(quote.side()),
                quote.name().isEmpty() ? language.nobody() : quote.name(),
                language.name(quote.side()),
                quote.cue().isEmpty() ? "" : " · " + quote.cue(),
                direct ? "«" + quote.quote() + "»" : quote.quote()));
      }
    }
    return new View(article.title().orElse(article.id()), String.join(" · ", about), quotes);
  }
}
