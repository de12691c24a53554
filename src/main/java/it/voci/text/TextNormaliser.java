package it.voci.text;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * Makes the spellings of the web alike without losing what they signal: Unicode NFC; every
 * apostrophe becomes {@code '}; opening and closing quotation marks become {@code «} and {@code »}
 * while straight ones, whose side is unknown, stay {@code "}; doubled apostrophes are such a
 * quotation mark; every dash becomes {@code –}; every space a blank; soft hyphens, zero-width and
 * bidirectional control characters go.
 */
public final class TextNormaliser {
  private TextNormaliser() {}

  public static NormalisedText normalise(String source) {
    StringBuilder out = new StringBuilder(source.length());
    int[] origin = new int[source.length() + 1];
    int i = 0;
    while (i < source.length()) {
      int codePoint = source.codePointAt(i);
      int end = i + Character.charCount(codePoint);
      if (codePoint < 0x300 && (end == source.length() || source.charAt(end) < 0x300)) {
        // The quick way: no combining mark follows, so the character is its own NFC.
        origin = append(out, origin, mapped(source, i, codePoint), i);
        i = doubledApostrophe(source, i) ? i + 2 : end;
        continue;
      }
      while (end < source.length() && isMark(source.codePointAt(end))) {
        end += Character.charCount(source.codePointAt(end));
      }
      if (end == i + Character.charCount(codePoint)) {
        origin = append(out, origin, mapped(source, i, codePoint), i);
      } else {
        origin =
            append(
                out,
                origin,
                Normalizer.normalize(source.substring(i, end), Normalizer.Form.NFC),
                i);
      }
      i = doubledApostrophe(source, i) ? i + 2 : end;
    }
    origin = Arrays.copyOf(origin, out.length() + 1);
    origin[out.length()] = source.length();
    return new NormalisedText(out.toString(), origin);
  }

  private static int[] append(StringBuilder out, int[] origin, String piece, int at) {
    int[] room =
        out.length() + piece.length() >= origin.length
            ? Arrays.copyOf(origin, 2 * (out.length() + piece.length()))
            : origin;
    Arrays.fill(room, out.length(), out.length() + piece.length(), at);
    out.append(piece);
    return room;
  }

  private static boolean isMark(int codePoint) {
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK
        || type == Character.ENCLOSING_MARK;
  }

  private static boolean doubledApostrophe(String source, int i) {
    return i + 1 < source.length()
        && isApostrophe(source.charAt(i))
        && source.charAt(i + 1) == source.charAt(i);
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '\u2019';
  }

  private static String mapped(String source, int i, int codePoint) {
    if (doubledApostrophe(source, i)) {
      return "\"";
    }
    return switch (codePoint) {
      case '\u2019', '\u02BC', '\u02B9', '\u00B4', '`', '\u2032', '\uFF07' -> "'";
      case '\u201C', '\u201E', '\u2039', '\u201F', '\u00AB' -> "«";
      case '\u201D', '\u203A', '\u00BB' -> "»";
      case '\u2018', '\u201A', '\u201B' -> "‹";
      case '\u2033', '\uFF02' -> "\"";
      case '\u2010', '\u2011' -> "-";
      case '\u2012', '\u2013', '\u2014', '\u2015', '\u2212' -> "–";
      case '\u2026' -> "...";
      default -> {
        if (isInvisible(codePoint)) {
          yield "";
        }
        if (Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint)) {
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
}
