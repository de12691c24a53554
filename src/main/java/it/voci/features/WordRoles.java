package it.voci.features;

import it.voci.actors.Side;
import it.voci.quotes.Attribution;
import it.voci.quotes.ReadParagraph;
import it.voci.text.TextSpan;
import it.voci.text.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What part a paragraph's tokens play in it.
 *
 * @param speakers for every token the side of whose word it is; empty where it is the writer's own
 * @param firstSentenceEnd token after the first sentence
 * @param lastSentenceStart first token of the last sentence
 */
record WordRoles(List<Optional<Side>> speakers, int firstSentenceEnd, int lastSentenceStart) {
  /**
   * As found by rules.
   *
   * @param speech in order, without overlaps
   */
  static WordRoles of(ReadParagraph paragraph, List<Attribution> speech) {
    List<Token> tokens = paragraph.tokens();
    List<Optional<Side>> speakers = new ArrayList<>(tokens.size());
    int next = 0;
    for (int i = 0; i < tokens.size(); i++) {
      int at = tokens.get(i).start();
      while (next < speech.size() && speech.get(next).speech().end() <= at) {
        next++;
      }
      boolean said = next < speech.size() && at >= speech.get(next).speech().start();
      speakers.add(said ? Optional.of(speech.get(next).speaker().side()) : Optional.empty());
    }
    List<TextSpan> sentences = paragraph.sentences();
    if (sentences.isEmpty()) {
      return new WordRoles(speakers, tokens.size(), 0);
    }
    int firstEnd = 0;
    while (firstEnd < tokens.size() && tokens.get(firstEnd).start() < sentences.get(0).end()) {
      firstEnd++;
    }
    int lastStart = tokens.size();
    int from = sentences.get(sentences.size() - 1).start();
    while (lastStart > 0 && tokens.get(lastStart - 1).start() >= from) {
      lastStart--;
    }
    return new WordRoles(speakers, firstEnd, lastStart);
  }
}
