package it.voci.text;

/** A normalised text that knows where each of its chars came from. Immutable. */
public final class NormalisedText {
  private final String text;
  private final int[] origin;

  /**
   * @param origin for every char of {@code text}, and for its end, the char of the source it came
   *     from; never decreasing
   */
  NormalisedText(String text, int[] origin) {
    if (origin.length != text.length() + 1) {
      throw new IllegalArgumentException(
          "expected " + (text.length() + 1) + " origins but was " + origin.length);
    }
    this.text = text;
    this.origin = origin;
  }

  public String text() {
    return text;
  }

  /** The span of the source that {@code [start, end)} of the normalised text came from. */
  public TextSpan sourceOf(int start, int end) {
    return new TextSpan(origin[start], origin[end]);
  }
}
