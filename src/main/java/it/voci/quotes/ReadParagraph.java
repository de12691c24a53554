package it.voci.quotes;

import it.voci.actors.Mention;
import it.voci.actors.Side;
import it.voci.text.TextSpan;
import it.voci.text.Token;
import java.util.List;

/**
 * A paragraph as far as it is understood before anyone asks who speaks.
 *
 * @param mentions of actors, in order, without overlaps
 * @param countries whose the country is that each token names
 */
public record ReadParagraph(
    String text,
    List<Token> tokens,
    List<Mention> mentions,
    List<Side> countries,
    List<TextSpan> sentences) {
  public ReadParagraph {
    tokens = List.copyOf(tokens);
    mentions = List.copyOf(mentions);
    countries = List.copyOf(countries);
    sentences = List.copyOf(sentences);
  }
}
