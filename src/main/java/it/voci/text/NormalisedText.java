package it.voci.text;

import java.util.Objects;

/** A normalised text that knows where each of its chars came from. Immutable. */
public final class NormalisedText {
  private final String text;
  private final int[] starts;
  private final int[] ends;

  /**
   * @param starts for every char of {@code text} the first char of the source it came from; never
   *     decreasing
   * @param ends for every char of {@code text} the char after the last one it came from
   */
  NormalisedText(String text, int[] starts, int[] ends) {
    if (starts.length != text.length() || ends.length != text.length()) {
      throw new IllegalArgumentException(
          "expected " + text.length() + " spans but was " + starts.length + ", " + ends.length);
    }
    this.text = text;
    this.starts = starts;
    this.ends = ends;
  }

  public String text() {
    return text;
  }

  /**
   * The span of the source that {@code [start, end)} of the normalised text came from, without what
   * was left out at its ends.
   *
   * @throws IndexOutOfBoundsException where the stretch is empty or not within the text
   */
  public TextSpan sourceOf(int start, int end) {
    Objects.checkIndex(start, end);
    return new TextSpan(starts[start], ends[end - 1]);
  }
}
