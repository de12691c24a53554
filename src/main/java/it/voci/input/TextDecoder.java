package it.voci.input;

import it.voci.UserException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.mozilla.universalchardet.Constants;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Bytes → text: UTF-8 with or without a byte order mark, UTF-16 with one, Windows-1252 detected.
 */
final class TextDecoder {
  private TextDecoder() {}

  /**
   * Decodes a whole text, byte order mark excluded.
   *
   * @param where named in messages
   * @throws UserException where the bytes are no text, or in no encoding known
   */
  static String decode(byte[] bytes, String where) {
    String text;
    if (startsWith(bytes, 0xFE, 0xFF)) {
      text = strict(bytes, 2, StandardCharsets.UTF_16BE);
    } else if (startsWith(bytes, 0xFF, 0xFE)) {
      text = strict(bytes, 2, StandardCharsets.UTF_16LE);
    } else if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      text = strict(bytes, 3, StandardCharsets.UTF_8);
    } else {
      text = strict(bytes, 0, StandardCharsets.UTF_8);
      if (text == null && !hasControls(bytes)) {
        text = detected(bytes);
      }
    }
    if (text == null || hasControls(text)) {
      throw new UserException(
          where
              + (hasControls(bytes)
                  ? ": a binary file, not text; name a text file"
                  : ": in an unknown encoding; save the file as UTF-8"));
    }
    return text;
  }

  /** Whether the bytes are UTF-8; with a NUL they are rather UTF-16. */
  static boolean isUtf8(byte[] bytes) {
    String text = strict(bytes, 0, StandardCharsets.UTF_8);
    return text != null && text.indexOf('\0') < 0;
  }

  /** The text, or null where the bytes are malformed. */
  private static String strict(byte[] bytes, int from, Charset charset) {
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static String detected(byte[] bytes) {
    UniversalDetector detector = new UniversalDetector();
    detector.handleData(bytes);
    detector.dataEnd();
    String name = detector.getDetectedCharset();
    // Western European text is all that Windows-1252 covers; ISO 8859-1 and -15 are subsets of it
    // in the letters that Italian uses.
    boolean western =
        Constants.CHARSET_WINDOWS_1252.equals(name)
            || "ISO-8859-1".equals(name)
            || "ISO-8859-15".equals(name);
    return western ? strict(bytes, 0, Charset.forName("windows-1252")) : null;
  }

  private static boolean startsWith(byte[] bytes, int... mark) {
    if (bytes.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasControls(byte[] bytes) {
    for (byte b : bytes) {
      if (isBinary(b & 0xFF)) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasControls(String text) {
    return text.chars().anyMatch(TextDecoder::isBinary);
  }

  /**
   * NUL and the controls that no text holds; tabs, line ends, escapes and the like are let pass.
   */
  private static boolean isBinary(int c) {
    return c == 0 || (c >= 1 && c <= 6) || (c >= 0x0E && c <= 0x1A);
  }
}
