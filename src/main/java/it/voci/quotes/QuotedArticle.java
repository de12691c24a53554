package it.voci.quotes;

import it.voci.input.InputArticle;
import java.util.List;

/**
 * An article and who says what in it.
 *
 * @param input the article as it was read
 * @param quotes one list per paragraph, in order
 */
public record QuotedArticle(InputArticle input, List<List<Utterance>> quotes) {
  public QuotedArticle {
    quotes = List.copyOf(quotes);
  }

  /** Number of stretches of speech. */
  public int count() {
    return quotes.stream().mapToInt(List::size).sum();
  }
}
