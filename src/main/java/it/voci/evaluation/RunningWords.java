package it.voci.evaluation;

import it.voci.text.TextSpan;
import java.util.ArrayList;
import java.util.List;

/** Words as a reader counts them: stretches between white space that hold a letter or a digit. */
final class RunningWords {
  private RunningWords() {}

  /** Where the words stand, in Unicode code points. */
  static List<TextSpan> of(String text) {
    List<TextSpan> words = new ArrayList<>();
    int[] points = text.codePoints().toArray();
    int start = 0;
    boolean word = false;
    for (int i = 0; i <= points.length; i++) {
      if (i == points.length
          || Character.isWhitespace(points[i])
          || Character.isSpaceChar(points[i])) {
        if (word) {
          words.add(new TextSpan(start, i));
        }
        start = i + 1;
        word = false;
      } else {
        word |= Character.isLetterOrDigit(points[i]);
      }
    }
    return words;
  }
}
