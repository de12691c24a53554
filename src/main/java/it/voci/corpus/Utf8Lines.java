package it.voci.corpus;

import it.voci.UserException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Lines of UTF-8 text, decoded one at a time, so that a malformed one can be named. A byte order
 * mark is skipped. Not safe for use by several threads. To be closed.
 */
public final class Utf8Lines implements AutoCloseable {
  /** Decodes every byte to one char; no byte of a longer UTF-8 sequence looks like a line end. */
  private final BufferedReader bytes;

  private final String file;
  private int number;

  /**
   * Takes over the stream.
   *
   * @param file named in messages
   */
  public Utf8Lines(InputStream in, String file) {
    this.bytes = new BufferedReader(new InputStreamReader(in, StandardCharsets.ISO_8859_1));
    this.file = file;
  }

  /**
   * The next line without its end; empty after the last one.
   *
   * @throws UserException where the line is not UTF-8; the lines after it can still be read
   */
  public Optional<String> next() throws IOException {
    String line = bytes.readLine();
    if (line == null) {
      return Optional.empty();
    }
    number++;
    try {
      ByteBuffer raw = ByteBuffer.wrap(line.getBytes(StandardCharsets.ISO_8859_1));
      String text = StandardCharsets.UTF_8.newDecoder().decode(raw).toString();
      return Optional.of(number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      throw new UserException(where() + ": not UTF-8; save the file as UTF-8", e);
    }
  }

  /** The number of the line read last, from 1. */
  public int number() {
    return number;
  }

  /** {@code file:line} of the line read last. */
  public String where() {
    return file + ":" + number;
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }
}
