package it.voci.embedding;

import it.voci.UserException;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Bytes of a stream, buffered without the locks of {@link java.io.BufferedInputStream}, which would
 * take half the time of reading gigabytes of numbers. Not safe for use by several threads.
 */
final class ByteSource {
  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int position;
  private int limit;

  ByteSource(InputStream in) {
    this.in = in;
  }

  private boolean fill() throws IOException {
    if (position < limit) {
      return true;
    }
    position = 0;
    limit = Math.max(0, in.read(buffer));
    return limit > 0;
  }

  /** The next byte, or -1. */
  int read() throws IOException {
    return fill() ? buffer[position++] & 0xff : -1;
  }

  /** Up to {@code count} bytes, which stay to be read; fewer only at the end. */
  byte[] peek(int count) throws IOException {
    System.arraycopy(buffer, position, buffer, 0, limit - position);
    limit -= position;
    position = 0;
    while (limit < count) {
      int more = in.read(buffer, limit, buffer.length - limit);
      if (more < 0) {
        break;
      }
      limit += more;
    }
    return Arrays.copyOf(buffer, Math.min(count, limit));
  }

  void skipLineEnds() throws IOException {
    while (fill() && (buffer[position] == '\n' || buffer[position] == '\r')) {
      position++;
    }
  }

  /**
   * The bytes before the next {@code end}, which is skipped.
   *
   * @param place named where there are more than {@code longest}
   */
  byte[] upTo(char end, int longest, Supplier<String> place) throws IOException {
    ByteArrayOutputStream parts = new ByteArrayOutputStream(0);
    while (fill()) {
      int stop = position;
      while (stop < limit && buffer[stop] != end) {
        stop++;
      }
      if ((long) parts.size() + stop - position > longest) {
        throw new UserException(
            place.get() + ": more than " + longest + " bytes without an end; not a word2vec file");
      }
      boolean found = stop < limit;
      if (found && parts.size() == 0) {
        byte[] whole = Arrays.copyOfRange(buffer, position, stop);
        position = stop + 1;
        return whole;
      }
      parts.write(buffer, position, stop - position);
      position = found ? stop + 1 : stop;
      if (found) {
        return parts.toByteArray();
      }
    }
    return endOf(parts, end);
  }

  /** A last line may lack its end. */
  private static byte[] endOf(ByteArrayOutputStream parts, char end) throws EOFException {
    if (end != '\n' || parts.size() == 0) {
      throw new EOFException("ends too early");
    }
    return parts.toByteArray();
  }

  /** Fills an array; false where the stream ends before. */
  boolean readFully(byte[] into) throws IOException {
    int done = 0;
    while (done < into.length && fill()) {
      int part = Math.min(into.length - done, limit - position);
      System.arraycopy(buffer, position, into, done, part);
      position += part;
      done += part;
    }
    return done == into.length;
  }
}
