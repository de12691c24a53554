package it.voci.input;

import java.util.regex.Pattern;

/** White space as pages and prints have it, of which only one blank is meant. */
final class Whitespace {
  private static final Pattern RUN = Pattern.compile("[\\s\\u00A0]+");

  private Whitespace() {}

  /** The text with a blank for every run of white space, and none at its ends. */
  static String folded(CharSequence text) {
    return RUN.matcher(text).replaceAll(" ").strip();
  }
}
