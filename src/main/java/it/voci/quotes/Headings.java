package it.voci.quotes;

import static it.voci.quotes.Grammar.words;

import it.voci.text.Token;
import java.util.Set;

/** Tells headlines, datelines and the titles of live-blog entries from the text itself. */
final class Headings {
  private static final int LONGEST_TITLE = 26;
  private static final int LONGEST_SENTENCE = 12;
  private static final int LEAST_CAPITALS = 8;
  private static final Set<String> OPENERS =
      words(
          "il lo la l' i gli le un una un' in nel nella nell' nei nelle da dal dalla per con ha hanno"
              + " sono e' al alla alle a ai secondo dopo su sul sulla si stipendi era erano");
  private static final Set<String> AGENCY_DATE =
      words(
          "gen feb mar apr mag giu lug ago set ott nov dic gennaio febbraio marzo aprile maggio"
              + " giugno luglio agosto settembre ottobre novembre dicembre");

  private Headings() {}

  /** Where the text of a paragraph begins: its size where it is a headline as a whole. */
  static int end(ParagraphText p) {
    if (p.size() == 0 || isHeadline(p)) {
      return p.size();
    }
    int entry = entry(p);
    return entry > 0 ? title(p, entry) : dateline(p);
  }

  /** True for a sentence all in capitals in a paragraph that is not: a heading within it. */
  static boolean isCapitals(ParagraphText p, ParagraphText.Unit unit) {
    String text = p.read.text();
    String sentence =
        text.substring(p.tokens.get(unit.start()).start(), p.tokens.get(unit.end() - 1).end());
    return sentence.codePoints().noneMatch(Character::isLowerCase)
        && sentence.codePoints().filter(Character::isUpperCase).count() >= LEAST_CAPITALS
        && text.codePoints().anyMatch(Character::isLowerCase);
  }

  /** Short and without a final stop. */
  private static boolean isHeadline(ParagraphText p) {
    int last = p.size() - 1;
    while (last > 0 && (p.isQuote(last) || p.is(last, ")"))) {
      last--;
    }
    boolean stopped =
        (p.word(last).length() == 1 && ".!?…:".contains(p.word(last)))
            || (p.isQuote(p.size() - 1)
                && p.words(0, p.quotes.isEmpty() ? p.size() : p.quotes.get(0).start()) == 0);
    return p.words(0, p.size()) <= 25 && !stopped;
  }

  /** Past the hour of a live-blog entry, "ORE 21.40 -" or "9.15 –"; 0 where there is none. */
  private static int entry(ParagraphText p) {
    int at = p.is(0, "ore") || p.is(0, "h") ? 1 : 0;
    boolean marked = at > 0;
    if (at >= p.size() || p.tokens.get(at).kind() != Token.Kind.NUMBER) {
      return 0;
    }
    String hour = p.written(at);
    int end = at + 1;
    if (end + 1 < p.size() && p.is(end, ":") && p.tokens.get(end + 1).kind() == Token.Kind.NUMBER) {
      end += 2;
    } else if (!(hour.length() >= 4 && (hour.charAt(1) == '.' || hour.charAt(2) == '.'))) {
      return 0;
    }
    if (end < p.size() && (p.is(end, "-") || p.is(end, "–") || p.is(end, "—") || p.is(end, "|"))) {
      return end + 1;
    }
    return marked ? end : 0;
  }

  /**
   * The end of a title that begins at a token: its full stop, or where the next word opens text.
   */
  private static int title(ParagraphText p, int from) {
    boolean clause = false;
    boolean named = false;
    for (int i = from + 1; i < Math.min(p.size() - 4, from + LONGEST_TITLE); i++) {
      clause |= p.is(i, "che") && !named;
      named |= p.is(i, ":");
      boolean glued =
          p.isCapital(i)
              && !p.inQuote(i)
              && ((isUpper(p, i - 1) && !isUpper(p, i) && OPENERS.contains(p.word(i)))
                  || (p.isWord(i - 1)
                      && !p.isCapital(i - 1)
                      && OPENERS.contains(p.word(i))
                      && !Grammar.ARTICULATED.contains(p.word(i - 1)))
                  || (p.isQuote(i - 1) && p.inQuote(i - 2)));
      if (glued) {
        return i;
      }
      if (p.isMark(i, ".!?") && i > from + 1 && p.isCapital(i + 1)) {
        return p.words(from, i) <= LONGEST_SENTENCE && !clause ? i + 1 : from;
      }
    }
    return from;
  }

  /** Past "ROMA, 26 ago. (Agenzia) -", "KIEV –" and "MOSCA."; 0 where there is none. */
  private static int dateline(ParagraphText p) {
    if (!isUpper(p, 0)) {
      return 0;
    }
    int at = 1;
    while (at < p.size() && at < 4 && isUpper(p, at)) {
      at++;
    }
    if (p.is(at, ".") || p.is(at, "–") || p.is(at, "—") || p.is(at, "-")) {
      return at + 1;
    }
    boolean dated = false;
    for (int i = at; i < Math.min(p.size(), at + 14); i++) {
      dated |= AGENCY_DATE.contains(p.word(i)) || p.is(i, "(");
      if (dated && (p.is(i, "-") || p.is(i, "–") || p.is(i, "—"))) {
        return i + 1;
      }
    }
    return 0;
  }

  private static boolean isUpper(ParagraphText p, int at) {
    String text = p.written(at);
    return p.isWord(at)
        && text.length() > (at == 0 ? 2 : 1)
        && Character.isLetter(text.codePointAt(0))
        && text.codePoints().noneMatch(Character::isLowerCase);
  }
}
