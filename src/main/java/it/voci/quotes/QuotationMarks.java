package it.voci.quotes;

import it.voci.text.Token;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what stands between quotation marks, of whatever kind and however badly paired: a mark
 * opens where a blank stands before it and none after it, and closes where it is the other way
 * round; its shape only decides where the blanks do not. Marks within a quotation are part of it.
 */
final class QuotationMarks {
  /**
   * A stretch between marks, in tokens; the marks themselves are outside.
   *
   * @param opened false where the paragraph begins within the quotation
   * @param closed false where it ends within it
   */
  record Quoted(int start, int end, boolean opened, boolean closed) {}

  private QuotationMarks() {}

  /**
   * The quotations of a paragraph, in order.
   *
   * @param goesOn true where the paragraph before ended within a quotation
   */
  static List<Quoted> find(String text, List<Token> tokens, boolean goesOn) {
    List<Quoted> found = new ArrayList<>();
    int open = -1;
    boolean single = false;
    int inner = 0;
    for (int i = 0; i < tokens.size(); i++) {
      int dialogue = open < 0 ? dialogue(text, tokens, i) : -1;
      if (dialogue > 0) {
        found.add(new Quoted(i + 1, dialogue, true, true));
        i = dialogue;
        continue;
      }
      String mark = tokens.get(i).text();
      boolean isDouble = mark.equals("«") || mark.equals("»") || mark.equals("\"");
      boolean isSingle = mark.equals("‹") || mark.equals("'");
      if (!isDouble && !isSingle) {
        continue;
      }
      boolean before = i == 0 || blankBefore(text, tokens, i);
      boolean after = i + 1 == tokens.size() || blankAfter(text, tokens, i);
      boolean opens =
          (before && !after) || (before == after && (mark.equals("«") || mark.equals("‹")));
      boolean closes =
          (after && !before) || (before == after && (mark.equals("»") || mark.equals("'")));
      if (open < 0) {
        if (opens || (mark.equals("\"") && before && !closes)) {
          if (isDouble || closesLater(text, tokens, i)) {
            open = i + 1;
            single = isSingle;
            inner = 0;
          }
        } else if (isDouble && closes && found.isEmpty() && goesOn) {
          add(found, 0, i, false, true);
        }
      } else if (single ? isSingle : isDouble) {
        if (opens && !closes) {
          inner++;
        } else if (inner > 0 && mark.equals("»")) {
          inner--;
        } else {
          add(found, open, i, true, true);
          open = -1;
          inner = 0;
        }
      }
    }
    if (open >= 0 && !single) {
      add(found, open, tokens.size(), true, false);
    }
    return found;
  }

  /**
   * The dash that closes the speech which a dash opens, or -1: at the beginning of a paragraph, and
   * after a colon or a full stop where the closing dash ends a sentence or stands before a comma.
   */
  private static int dialogue(String text, List<Token> tokens, int open) {
    if (!isDash(text, tokens, open) || !beginsSentence(tokens, open + 1)) {
      return -1;
    }
    boolean within = open > 0;
    if (within && !isAny(tokens, open - 1, ":.?!")) {
      return -1;
    }
    for (int i = open + 2; i < tokens.size(); i++) {
      boolean last = i + 1 == tokens.size();
      if (within
          ? isDash(tokens, i) && (last || isAny(tokens, i + 1, ".,;"))
          : !last && isDash(text, tokens, i)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean beginsSentence(List<Token> tokens, int at) {
    return at < tokens.size() && Character.isUpperCase(tokens.get(at).text().codePointAt(0));
  }

  private static boolean isAny(List<Token> tokens, int at, String marks) {
    String text = tokens.get(at).text();
    return text.length() == 1 && marks.contains(text);
  }

  private static boolean isDash(List<Token> tokens, int i) {
    return isAny(tokens, i, "–—-");
  }

  private static boolean isDash(String text, List<Token> tokens, int i) {
    return isDash(tokens, i)
        && (i == 0 || tokens.get(i - 1).end() < tokens.get(i).start())
        && tokens.get(i).end() < text.length()
        && Character.isWhitespace(text.charAt(tokens.get(i).end()));
  }

  private static void add(List<Quoted> found, int start, int end, boolean opened, boolean closed) {
    if (end > start) {
      found.add(new Quoted(start, end, opened, closed));
    }
  }

  private static boolean closesLater(String text, List<Token> tokens, int open) {
    for (int i = open + 1; i < tokens.size(); i++) {
      String mark = tokens.get(i).text();
      if (mark.equals("'") && !blankBefore(text, tokens, i)) {
        return i + 1 == tokens.size() || blankAfter(text, tokens, i);
      }
    }
    return false;
  }

  private static boolean blankBefore(String text, List<Token> tokens, int i) {
    int at = tokens.get(i).start();
    if (tokens.get(i - 1).text().endsWith("'")) {
      return true;
    }
    return at > 0 && isApart(text.charAt(at - 1), "([–—-«“\"‘'’");
  }

  private static boolean blankAfter(String text, List<Token> tokens, int i) {
    int at = tokens.get(i).end();
    return at >= text.length() || isApart(text.charAt(at), ".,;:!?)]–—-»”\"…");
  }

  private static boolean isApart(char c, String marks) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || marks.indexOf(c) >= 0;
  }
}
