package it.voci.quotes;

import it.voci.actors.Side;
import java.util.ArrayList;
import java.util.List;

/**
 * An attribution as it is printed.
 *
 * @param name empty where nobody can be made out
 * @param cue the words of saying; empty where there are none
 * @param start in Unicode code points of the paragraph
 * @param end after the last code point
 * @param quote the text between
 */
public record Utterance(
    String name, Side side, String cue, Attribution.Kind kind, int start, int end, String quote) {

  /** The attributions of a paragraph as they are printed, in the same order. */
  public static List<Utterance> of(String paragraph, List<Attribution> attributions) {
    List<Utterance> utterances = new ArrayList<>(attributions.size());
    int chars = 0;
    int points = 0;
    for (Attribution attribution : attributions) {
      points += paragraph.codePointCount(chars, attribution.speech().start());
      chars = attribution.speech().start();
      String quote = attribution.speech().of(paragraph);
      utterances.add(
          new Utterance(
              attribution.speaker().name(),
              attribution.speaker().side(),
              attribution.cue().map(cue -> cue.of(paragraph)).orElse(""),
              attribution.kind(),
              points,
              points + quote.codePointCount(0, quote.length()),
              quote));
    }
    return List.copyOf(utterances);
  }
}
