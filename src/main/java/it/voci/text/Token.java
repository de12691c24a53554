package it.voci.text;

import java.util.Objects;

/**
 * A word, a number or a punctuation mark. Two with the same {@code text} have the same {@code
 * folded}.
 *
 * @param start first char in the source text (UTF-16), 0-based
 * @param end char after the last one
 * @param text the normalised form (see {@link TextNormaliser}), case kept
 * @param folded the same in lower case and without accents (see {@link TextNormaliser#fold})
 * @param kind what it is
 */
public record Token(int start, int end, String text, String folded, Kind kind) {
  /** What a token is. */
  public enum Kind {
    /**
     * Letters, with their accents, inner apostrophes and hyphens; an elided word keeps its {@code
     * '}.
     */
    WORD,
    /** Begins with a digit: {@code 120}, {@code 2,5}, {@code 107mo}. */
    NUMBER,
    /** Any other visible character, one a token. */
    PUNCTUATION
  }

  public Token {
    Objects.requireNonNull(text);
    Objects.requireNonNull(folded);
    Objects.requireNonNull(kind);
  }

  public Token(int start, int end, String text, Kind kind) {
    this(start, end, text, TextNormaliser.fold(text), kind);
  }
}
