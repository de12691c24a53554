package it.voci.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes the spellings of the web alike without losing what they signal: Unicode NFC; every
 * apostrophe becomes {@code '}; opening and closing quotation marks become {@code «} and {@code »}
 * while straight ones, whose side is unknown, stay {@code "}; doubled apostrophes are such a
 * quotation mark; every dash becomes {@code –}, three full stops {@code …}, every space or control
 * character a blank; soft hyphens, zero-width and bidirectional control characters go.
 */
public final class TextNormaliser {
  /** Of the letters of Western and Central Europe, from this one on, what is left of each. */
  private static final char FIRST_ACCENT = 0xC0;

  /** From here on characters may combine with those before. */
  private static final int FIRST_MARK = 0x300;

  private static final String BASES =
      IntStream.range(FIRST_ACCENT, 0x180)
          .mapToObj(c -> foldAny(Character.toString(c)))
          .collect(Collectors.joining());

  private TextNormaliser() {}

  public static NormalisedText normalise(String source) {
    char[] chars = source.toCharArray();
    StringBuilder out = new StringBuilder(chars.length);
    int[] starts = new int[chars.length];
    int[] ends = new int[chars.length];
    int start = 0;
    while (start < chars.length) {
      int from = out.length();
      int end = start + 1;
      if (isKept(chars[start]) && (end == chars.length || chars[end] < FIRST_MARK)) {
        out.append(chars[start]);
      } else {
        end = unitEnd(source, start);
        out.append(mapped(source, start, end));
      }
      if (out.length() > starts.length) {
        starts = Arrays.copyOf(starts, 2 * out.length());
        ends = Arrays.copyOf(ends, 2 * out.length());
      }
      for (int i = from; i < out.length(); i++) {
        starts[i] = start;
        ends[i] = end;
      }
      start = end;
    }
    return new NormalisedText(
        out.toString(), Arrays.copyOf(starts, out.length()), Arrays.copyOf(ends, out.length()));
  }

  /** True for characters that stay as they are unless a mark follows: nearly all. */
  private static boolean isKept(char c) {
    return c < 0x7F
        ? c >= ' ' && c != '\'' && c != '.' && c != '`'
        : c >= FIRST_ACCENT && c < 0x250;
  }

  /** Where the character at {@code start} ends, with its combining marks; or a doubled one. */
  private static int unitEnd(String source, int start) {
    if (isDoubledApostrophe(source, start)) {
      return start + 2;
    }
    if (source.startsWith("...", start)) {
      return start + 3;
    }
    int base = source.codePointAt(start);
    int end = start + Character.charCount(base);
    if (isBlank(base) || isInvisible(base)) {
      return end;
    }
    while (end < source.length() && isMark(source.codePointAt(end))) {
      end += Character.charCount(source.codePointAt(end));
    }
    return end;
  }

  /** True for what combines with the character before it. */
  static boolean isMark(int codePoint) {
    if (codePoint < FIRST_MARK) {
      return false;
    }
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  private static boolean isDoubledApostrophe(String source, int i) {
    return i + 1 < source.length()
        && isApostrophe(source.charAt(i))
        && source.charAt(i + 1) == source.charAt(i);
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '\u2019';
  }

  private static String mapped(String source, int start, int end) {
    if (isDoubledApostrophe(source, start)) {
      return "\"";
    }
    if (source.startsWith("...", start)) {
      return "…";
    }
    int codePoint = source.codePointAt(start);
    int marks = start + Character.charCount(codePoint);
    return marks == end
        ? mapped(codePoint)
        : Normalizer.normalize(
            mapped(codePoint) + source.substring(marks, end), Normalizer.Form.NFC);
  }

  private static String mapped(int codePoint) {
    return switch (codePoint) {
      case '\u2019', '\u02BC', '\u02B9', '\u00B4', '`', '\u2032', '\uFF07' -> "'";
      case '\u201C', '\u201E', '\u2039', '\u201F', '\u00AB' -> "«";
      case '\u201D', '\u203A', '\u00BB' -> "»";
      case '\u2018', '\u201A', '\u201B' -> "‹";
      case '\u2033', '\uFF02' -> "\"";
      case '\u2010', '\u2011' -> "-";
      case '\u2012', '\u2013', '\u2014', '\u2015', '\u2212' -> "–";
      default -> {
        if (isInvisible(codePoint)) {
          yield "";
        }
        if (isBlank(codePoint)) {
          yield " ";
        }
        if (codePoint == 0xFB01) {
          yield "fi";
        }
        if (codePoint == 0xFB02) {
          yield "fl";
        }
        yield codePoint < 0x340
            ? Character.toString(codePoint)
            : Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFC);
      }
    };
  }

  private static boolean isBlank(int codePoint) {
    return Character.isWhitespace(codePoint)
        || Character.isSpaceChar(codePoint)
        || Character.isISOControl(codePoint);
  }

  /** Soft hyphen, zero-width and bidirectional control characters, byte order mark. */
  public static boolean isInvisible(int c) {
    return c == 0xAD
        || c == 0x61C
        || c == 0x180E
        || (c >= 0x200B && c <= 0x200F)
        || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2060 && c <= 0x2064)
        || (c >= 0x2066 && c <= 0x206F)
        || c == 0xFEFF;
  }

  /**
   * Lower case without accents, for comparing spellings; one of {@code à}, {@code À}, {@code a}.
   */
  public static String fold(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    int i = 0;
    while (i < lower.length() && lower.charAt(i) < FIRST_ACCENT) {
      i++;
    }
    if (i == lower.length()) {
      return lower;
    }
    StringBuilder simple = new StringBuilder(lower.length()).append(lower, 0, i);
    for (; i < lower.length(); i++) {
      char c = lower.charAt(i);
      if (c >= FIRST_ACCENT + BASES.length()) {
        return foldAny(lower);
      }
      simple.append(c < FIRST_ACCENT ? c : BASES.charAt(c - FIRST_ACCENT));
    }
    return simple.toString();
  }

  private static String foldAny(String lower) {
    String apart = Normalizer.normalize(lower, Normalizer.Form.NFD);
    StringBuilder folded = new StringBuilder(apart.length());
    for (int i = 0; i < apart.length(); i++) {
      if (Character.getType(apart.charAt(i)) != Character.NON_SPACING_MARK) {
        folded.append(apart.charAt(i));
      }
    }
    return folded.toString();
  }
}
