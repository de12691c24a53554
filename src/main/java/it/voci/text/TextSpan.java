package it.voci.text;

/**
 * A stretch of a text.
 *
 * @param start first char (UTF-16 code unit), 0-based
 * @param end char after the last one
 */
public record TextSpan(int start, int end) {
  public TextSpan {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException(
          "expected 0 <= start <= end but was " + start + ".." + end);
    }
  }

  public int length() {
    return end - start;
  }

  public String of(CharSequence text) {
    return text.subSequence(start, end).toString();
  }
}
