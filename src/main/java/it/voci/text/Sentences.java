package it.voci.text;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Splits a paragraph into sentences. */
public final class Sentences {
  /**
   * What ends in a full stop without ending a sentence: initials, but neither {@code è} nor the end
   * of {@code Pokrovs'k}; and abbreviations, also after an elision.
   */
  private static final Pattern ABBREVIATION =
      Pattern.compile(
          "(?:(?<![\\p{L}\\p{N}'’])[\\p{Lu}a-z]|(?iu)(?<![\\p{L}\\p{N}])(?:on|sen|dott|dr|prof|ing|avv"
              + "|gen|col|cap|ten|magg|amm|mons|card|sig|sigg|rag|geom|art|artt|co|lett|pag|pagg|par|cfr|ecc"
              + "|etc|es|fig|vol|ca|tel|nn|nr|num|st|san|ss|vs|ibid|min|dep|cons|presid|segr|gov|lgs))"
              + "\\.\\s*$");

  private Sentences() {}

  /**
   * Sentence boundaries by the JDK's Italian rules, minus those after abbreviations and initials
   * and those followed by a small letter or a closing mark. Spans are trimmed, in order, never
   * empty.
   */
  public static List<TextSpan> split(String paragraph) {
    BreakIterator boundaries = BreakIterator.getSentenceInstance(Locale.ITALIAN);
    boundaries.setText(paragraph);
    List<TextSpan> sentences = new ArrayList<>();
    int start = boundaries.first();
    for (int end = boundaries.next(); end != BreakIterator.DONE; end = boundaries.next()) {
      if (end < paragraph.length() && continues(paragraph, start, end)) {
        continue;
      }
      TextSpan sentence = Paragraphs.trim(paragraph, start, end);
      if (sentence.length() > 0) {
        sentences.add(sentence);
      }
      start = end;
    }
    return List.copyOf(sentences);
  }

  private static boolean continues(String paragraph, int start, int end) {
    int next = paragraph.codePointAt(end);
    if (Character.isLowerCase(next) || "»”’)],;:–".indexOf(next) >= 0) {
      return true;
    }
    int from = Math.max(start, end - 24);
    return ABBREVIATION.matcher(paragraph.substring(from, end)).find();
  }
}
