package it.voci.embedding;

import ch.randelshofer.fastdoubleparser.JavaFloatParser;
import it.voci.UserException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** Reads and writes the two word2vec formats, a word at a time. */
final class Word2VecFile {
  private static final int LONGEST_WORD = 1024;
  private static final int LONGEST_NUMBER = 64;

  private Word2VecFile() {}

  /**
   * Hands a file's words on.
   *
   * @param size of the file; without one (in a compressed file) the header is not held against it
   * @param top how many words at most; what follows them is not read
   */
  static void scan(InputStream in, long size, int top, String where, WordVectorFile.Sink sink)
      throws IOException {
    ByteSource source = new ByteSource(in);
    String[] header =
        new String(
                source.upTo('\n', 2 * LONGEST_NUMBER, () -> where + ":1"), StandardCharsets.UTF_8)
            .strip()
            .split(" ", -1);
    int announced;
    int dimension;
    try {
      announced = Integer.parseInt(header[0]);
      dimension = Integer.parseInt(header.length == 2 ? header[1] : "");
    } catch (NumberFormatException e) {
      throw new UserException(
          where + ":1: expected 'WORDS DIMENSION', the first line of a word2vec file", e);
    }
    // A number takes at least two bytes, so a false header cannot claim memory.
    if (announced < 0 || dimension < 1 || (long) announced * dimension > size) {
      throw new UserException(
          where
              + ":1: "
              + announced
              + " × "
              + dimension
              + " numbers do not fit into "
              + size
              + " bytes");
    }
    int count = Math.min(announced, top);
    sink.begin(count, dimension);
    float[] row = new float[dimension];
    boolean binary = false;
    for (int w = 0; w < count; w++) {
      int number = w + 1;
      Supplier<String> place = () -> where + ": word " + number + " of " + announced;
      // Only line ends are taken off: words of the web also consist of other kinds of white space.
      source.skipLineEnds();
      String word = new String(source.upTo(' ', LONGEST_WORD, place), StandardCharsets.UTF_8);
      if (word.isEmpty()) {
        throw new UserException(place.get() + " is missing");
      }
      if (w == 0) {
        binary = isBinary(source.peek(16), dimension);
      }
      if (binary) {
        readBinary(source, word, row);
      } else {
        readText(source, () -> where + ":" + (number + 1), row);
      }
      for (float value : row) {
        if (!Float.isFinite(value)) {
          throw new UserException(where + ": holds a number that is not finite");
        }
      }
      sink.accept(word, row);
    }
    if (count == announced) {
      source.skipLineEnds();
      if (source.read() >= 0) {
        throw new UserException(
            where + ": goes on after the " + count + " words that its first line announces");
      }
    }
    sink.end();
  }

  private static void readBinary(ByteSource source, String word, float[] row) throws IOException {
    byte[] bytes = new byte[Float.BYTES * row.length];
    if (!source.readFully(bytes)) {
      throw new EOFException("ends within '" + word + "'");
    }
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(row);
  }

  private static void readText(ByteSource source, Supplier<String> place, float[] row)
      throws IOException {
    int longest = (int) Math.min((long) LONGEST_NUMBER * row.length, 1 << 30);
    byte[] line = source.upTo('\n', longest, place);
    int length = line.length;
    while (length > 0 && Character.isWhitespace(line[length - 1])) {
      length--;
    }
    int numbers = 0;
    for (int start = 0; start <= length; numbers++) {
      int end = start;
      while (end < length && line[end] != ' ') {
        end++;
      }
      if (numbers < row.length) {
        row[numbers] = number(line, start, end, place);
      }
      start = end + 1;
    }
    if (numbers != row.length) {
      throw new UserException(
          place.get() + ": expected " + row.length + " numbers but was " + numbers);
    }
  }

  private static float number(byte[] line, int start, int end, Supplier<String> place) {
    try {
      return JavaFloatParser.parseFloat(line, start, end - start);
    } catch (NumberFormatException e) {
      String text = new String(line, start, end - start, StandardCharsets.UTF_8);
      throw new UserException(place.get() + ": not a number: '" + text + "'", e);
    }
  }

  /** True unless the bytes look like decimal numbers, up to the end of the first line. */
  private static boolean isBinary(byte[] head, int dimension) {
    int numbers = 0;
    boolean within = false;
    for (byte b : head) {
      if (b == '\n' && numbers == dimension) {
        return false;
      }
      if ("0123456789+-.eE \r\nNanIfity".indexOf(b) < 0) {
        return true;
      }
      boolean blank = b == ' ' || b == '\r' || b == '\n';
      numbers += blank || within ? 0 : 1;
      within = !blank;
    }
    return false;
  }

  /** Writes words as they come. */
  static final class Writer implements WordVectorFile.Sink {
    private final OutputStream out;
    private final boolean binary;

    Writer(OutputStream out, boolean binary) {
      this.out = out;
      this.binary = binary;
    }

    @Override
    public void begin(int words, int dimension) throws IOException {
      out.write((words + " " + dimension + "\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void accept(String word, float[] row) throws IOException {
      out.write((word + " ").getBytes(StandardCharsets.UTF_8));
      if (binary) {
        ByteBuffer bytes =
            ByteBuffer.allocate(Float.BYTES * row.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(row);
        out.write(bytes.array());
      } else {
        StringBuilder line = new StringBuilder();
        for (float value : row) {
          line.append(line.isEmpty() ? "" : " ").append(value);
        }
        out.write(line.toString().getBytes(StandardCharsets.US_ASCII));
      }
      out.write('\n');
    }

    @Override
    public void end() {}
  }
}
