package it.voci.quotes;

import it.voci.actors.Mention;
import it.voci.text.TextSpan;
import it.voci.text.Token;
import java.util.List;

/**
 * A paragraph as far as it is understood before anyone asks who speaks.
 *
 * @param mentions of actors, in order, without overlaps
 */
public record ReadParagraph(
    String text, List<Token> tokens, List<Mention> mentions, List<TextSpan> sentences) {
  public ReadParagraph {
    tokens = List.copyOf(tokens);
    mentions = List.copyOf(mentions);
    sentences = List.copyOf(sentences);
  }
}
