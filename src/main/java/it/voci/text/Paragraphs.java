package it.voci.text;

import java.util.ArrayList;
import java.util.List;

/** Splits plain text into paragraphs. */
public final class Paragraphs {
  private Paragraphs() {}

  /**
   * Paragraphs are separated by blank lines; in a text without a blank line between non-blank ones,
   * by single line ends. A line is blank when it holds only white space, control characters or
   * invisible ones. Spans carry no white space at either end and are never empty.
   */
  public static List<TextSpan> split(String text) {
    List<TextSpan> lines = lines(text);
    boolean blankLineBetween = false;
    int previous = -1;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).length() > 0) {
        blankLineBetween |= previous >= 0 && i > previous + 1;
        previous = i;
      }
    }
    if (!blankLineBetween) {
      return lines.stream().filter(line -> line.length() > 0).toList();
    }
    List<TextSpan> paragraphs = new ArrayList<>();
    int start = -1;
    int end = -1;
    for (TextSpan line : lines) {
      if (line.length() > 0) {
        start = start < 0 ? line.start() : start;
        end = line.end();
      } else if (start >= 0) {
        paragraphs.add(new TextSpan(start, end));
        start = -1;
      }
    }
    if (start >= 0) {
      paragraphs.add(new TextSpan(start, end));
    }
    return List.copyOf(paragraphs);
  }

  /** The trimmed span of every line, empty ones included. */
  private static List<TextSpan> lines(String text) {
    List<TextSpan> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || isLineEnd(text.charAt(i))) {
        lines.add(trim(text, start, i));
        if (i + 1 < text.length() && text.charAt(i) == '\r' && text.charAt(i + 1) == '\n') {
          i++;
        }
        start = i + 1;
      }
    }
    return lines;
  }

  private static boolean isLineEnd(char c) {
    return c == '\n'
        || c == '\r'
        || c == '\f'
        || c == '\u000B'
        || c == '\u0085'
        || c == '\u2028'
        || c == '\u2029';
  }

  /** The span within {@code [from, to)} without blank characters at its ends. */
  static TextSpan trim(String text, int from, int to) {
    int start = from;
    int end = to;
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return new TextSpan(start, end);
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.isISOControl(c)
        || TextNormaliser.isInvisible(c);
  }
}
