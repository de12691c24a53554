package it.voci.report;

import it.voci.text.TextNormaliser;

/** What may be shown on a terminal, and how wide it is there. */
final class TerminalText {
  private TerminalText() {}

  /** The text without control and invisible characters, white space runs folded to a blank. */
  static String harmless(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
                  out.append(' ');
                }
              } else if (isHarmless(c)) {
                out.appendCodePoint(c);
              }
            });
    return out.toString().strip();
  }

  /** Whether a character that is not white space is seen as itself and moves no other. */
  static boolean isHarmless(int c) {
    return !Character.isISOControl(c)
        && !TextNormaliser.isInvisible(c)
        && Character.isDefined(c)
        && Character.getType(c) != Character.SURROGATE;
  }

  /** The text cut to a width, with an ellipsis, at a blank if one is near. */
  static String cut(String text, int width) {
    if (text.codePointCount(0, text.length()) <= width) {
      return text;
    }
    String cut = text.substring(0, text.offsetByCodePoints(0, Math.max(0, width - 1)));
    int blank = cut.lastIndexOf(' ');
    return (blank > width / 2 ? cut.substring(0, blank) : cut) + "…";
  }

  /** The text padded with blanks to a width. */
  static String pad(String text, int width) {
    int missing = width - text.codePointCount(0, text.length());
    return missing <= 0 ? text : text + " ".repeat(missing);
  }

  /** A paragraph's number, five columns wide up to 999. */
  static String number(int number) {
    String digits = Integer.toString(number);
    return " ".repeat(Math.max(0, 3 - digits.length())) + digits + "  ";
  }

  static String percent(double share) {
    // Not by String.format: to set it up is a good part of the time that a short article takes.
    String digits = Long.toString(Math.round(100 * share));
    return " ".repeat(Math.max(0, 3 - digits.length())) + digits + "%";
  }
}
