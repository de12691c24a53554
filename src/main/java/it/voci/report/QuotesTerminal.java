package it.voci.report;

import it.voci.quotes.Attribution;
import it.voci.quotes.QuotedArticle;
import it.voci.quotes.Utterance;
import java.util.List;

/** Who says what, to be read on a terminal: for every paragraph its speakers and their words. */
public final class QuotesTerminal {
  private static final int INDENT = 5;

  private final int width;
  private final Language language;

  /**
   * A view.
   *
   * @param width columns, 60 to 200
   */
  public QuotesTerminal(int width, Language language) {
    this.width = Math.max(60, Math.min(200, width));
    this.language = language;
  }

  /** Articles one after the other. */
  public Rendering<QuotedArticle> rendering() {
    return Rendering.plain(this::render);
  }

  /** The article as lines, the last one ended too; paragraphs without speech are left out. */
  private String render(QuotedArticle article) {
    List<List<Utterance>> quotes = article.quotes();
    String title = article.input().article().title().map(t -> " · " + t).orElse("");
    String heading =
        article.input().article().id()
            + title
            + " · "
            + language.count(article.count(), "quote", "quotes", "citazione", "citazioni");
    StringBuilder out = new StringBuilder();
    out.append(TerminalText.cut(TerminalText.harmless(heading), width)).append("\n\n");
    for (int i = 0; i < quotes.size(); i++) {
      String number = TerminalText.number(i + 1);
      for (Utterance quote : quotes.get(i)) {
        out.append(number).append(quote(quote)).append('\n');
        number = " ".repeat(INDENT);
      }
      out.append(quotes.get(i).isEmpty() ? "" : "\n");
    }
    return out.toString();
  }

  private String quote(Utterance quote) {
    String name = quote.name().isEmpty() ? "(" + language.nobody() + ")" : quote.name();
    String side = language.name(quote.side());
    String cue = quote.cue().isEmpty() ? "" : " · " + quote.cue();
    String who = TerminalText.harmless(name + " (" + side + ")" + cue);
    boolean direct = quote.kind() == Attribution.Kind.DIRECT;
    String words = TerminalText.harmless(quote.quote());
    String shown = direct ? "«" + words + "»" : words;
    int room = width - INDENT;
    return TerminalText.cut(who, room) + "\n" + " ".repeat(INDENT) + TerminalText.cut(shown, room);
  }
}
