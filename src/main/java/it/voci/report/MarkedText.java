package it.voci.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** A text broken into lines of a terminal, parts of it in bold or underlined. */
final class MarkedText {
  static final int BOLD = 1;
  static final int UNDERLINED = 2;

  private static final String RESET = "\u001B[0m";

  /** The characters that can be shown, blanks folded, and the marks of each. */
  private final List<Integer> points = new ArrayList<>();

  private final List<Integer> marks = new ArrayList<>();

  /**
   * A text.
   *
   * @param markAt of each char of the text its marks, a sum of {@link #BOLD} and {@link
   *     #UNDERLINED}
   */
  MarkedText(String text, IntUnaryOperator markAt) {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      boolean blank = Character.isWhitespace(c) || Character.isSpaceChar(c);
      if (blank ? !points.isEmpty() && last() != ' ' : TerminalText.isHarmless(c)) {
        points.add(blank ? ' ' : c);
        marks.add(markAt.applyAsInt(i));
      }
    }
    if (!points.isEmpty() && last() == ' ') {
      points.remove(points.size() - 1);
    }
  }

  private int last() {
    return points.get(points.size() - 1);
  }

  /** Lines of at most a width, broken at blanks where there are any. */
  List<String> lines(int width, boolean styled) {
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (start < points.size()) {
      int end = Math.min(points.size(), start + width);
      int next = end;
      if (end < points.size()) {
        int blank = points.subList(start, end + 1).lastIndexOf((int) ' ');
        if (blank > 0) {
          end = start + blank;
          next = end + 1;
        }
      }
      lines.add(line(start, end, styled));
      start = next;
    }
    return lines;
  }

  private String line(int start, int end, boolean styled) {
    StringBuilder line = new StringBuilder();
    int current = 0;
    for (int i = start; i < end; i++) {
      int mark = styled ? marks.get(i) : 0;
      if (mark != current) {
        line.append(current == 0 ? "" : RESET);
        line.append((mark & BOLD) == 0 ? "" : "\u001B[1m");
        line.append((mark & UNDERLINED) == 0 ? "" : "\u001B[4m");
        current = mark;
      }
      line.appendCodePoint(points.get(i));
    }
    return line.append(current == 0 ? "" : RESET).toString();
  }
}
