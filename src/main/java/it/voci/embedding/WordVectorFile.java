package it.voci.embedding;

import it.voci.UserException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The word2vec formats. Both begin with a line {@code words dimension}; then comes a word a line
 * with its numbers in decimal (text, also fastText's {@code .vec}), or a word, a blank and its
 * numbers as little-endian floats (binary). Which of the two a file is, is seen from its contents.
 */
public final class WordVectorFile {
  private static final int LONGEST_WORD = 1024;
  private static final int LONGEST_NUMBER = 64;
  private static final int BUFFER = 1 << 16;

  /** How numbers are written. */
  public enum Format {
    TEXT,
    BINARY
  }

  private WordVectorFile() {}

  /** What the vectors of a model directory are called. */
  public static final String IN_MODEL = "vectors.bin";

  /** Reads a file of either format, or the vectors of a model directory. */
  public static WordVectors readAny(Path fileOrModel) {
    return read(locate(fileOrModel));
  }

  /** The file itself, or the vectors of a model directory. */
  public static Path locate(Path fileOrModel) {
    return Files.isDirectory(fileOrModel) ? fileOrModel.resolve(IN_MODEL) : fileOrModel;
  }

  /** Reads a file of either format; throws {@link UserException} where it is neither. */
  public static WordVectors read(Path file) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
      return read(in, Files.size(file), file.toString());
    } catch (NoSuchFileException e) {
      throw new UserException(file + ": no such file", e);
    } catch (IOException e) {
      throw new UserException(file + ": cannot be read (" + e.getMessage() + ")", e);
    }
  }

  private static WordVectors read(InputStream in, long size, String where) throws IOException {
    String[] header =
        new String(upTo(in, '\n', 2 * LONGEST_NUMBER, where + ":1"), StandardCharsets.UTF_8)
            .strip()
            .split(" ", -1);
    int count;
    int dimension;
    try {
      count = Integer.parseInt(header[0]);
      dimension = Integer.parseInt(header.length == 2 ? header[1] : "");
    } catch (NumberFormatException e) {
      throw new UserException(
          where + ":1: expected 'WORDS DIMENSION', the first line of a word2vec file", e);
    }
    // A word and its numbers take at least two bytes each, so a false header cannot claim memory.
    if (count < 0 || dimension < 1 || (long) count * dimension > Math.min(size, 1L << 30)) {
      throw new UserException(
          where
              + ":1: "
              + count
              + " × "
              + dimension
              + " numbers do not fit into "
              + size
              + " bytes");
    }
    List<String> words = new ArrayList<>(count);
    float[] values = new float[count * dimension];
    boolean binary = false;
    for (int w = 0; w < count; w++) {
      String place = where + ": word " + (w + 1) + " of " + count;
      // Only line ends are taken off: words of the web also consist of other kinds of white space.
      String word =
          new String(upTo(in, ' ', LONGEST_WORD, place), StandardCharsets.UTF_8)
              .replaceAll("^[\r\n]+", "");
      if (word.isEmpty()) {
        throw new UserException(place + " is missing");
      }
      words.add(word);
      if (w == 0) {
        binary = isBinary(in, dimension);
      }
      if (binary) {
        ByteBuffer buffer = ByteBuffer.wrap(in.readNBytes(4 * dimension));
        if (buffer.remaining() < 4 * dimension) {
          throw new EOFException("ends within '" + word + "'");
        }
        buffer.order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values, w * dimension, dimension);
      } else {
        String line = where + ":" + (w + 2);
        int longest = (int) Math.min((long) LONGEST_NUMBER * dimension, 1 << 30);
        String numbers =
            new String(upTo(in, '\n', longest, line), StandardCharsets.US_ASCII).strip();
        parse(numbers, values, w * dimension, dimension, line);
      }
    }
    for (int b = in.read(); b >= 0; b = in.read()) {
      if (b != '\n' && b != '\r') {
        throw new UserException(
            where + ": goes on after the " + count + " words that its first line announces");
      }
    }
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw new UserException(where + ": holds a number that is not finite");
      }
    }
    return new WordVectors(words, dimension, values);
  }

  private static void parse(String line, float[] values, int at, int dimension, String where) {
    String[] numbers = line.split(" ", -1);
    if (numbers.length != dimension) {
      throw new UserException(
          where + ": expected " + dimension + " numbers but was " + numbers.length);
    }
    try {
      for (int i = 0; i < dimension; i++) {
        values[at + i] = Float.parseFloat(numbers[i]);
      }
    } catch (NumberFormatException e) {
      throw new UserException(where + ": not a number: " + e.getMessage(), e);
    }
  }

  /** True unless the next bytes look like decimal numbers, up to the end of the first line. */
  private static boolean isBinary(InputStream in, int dimension) throws IOException {
    in.mark(64);
    byte[] head = in.readNBytes(16);
    in.reset();
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

  private static byte[] upTo(InputStream in, char end, int longest, String where)
      throws IOException {
    byte[] bytes = new byte[64];
    int length = 0;
    for (int b = in.read(); b != end; b = in.read()) {
      if (b < 0) {
        if (length > 0 && end == '\n') {
          break;
        }
        throw new EOFException("ends too early");
      }
      if (length == longest) {
        throw new UserException(
            where + ": more than " + longest + " bytes without an end; not a word2vec file");
      }
      if (length == bytes.length) {
        bytes = Arrays.copyOf(bytes, 2 * length);
      }
      bytes[length++] = (byte) b;
    }
    return Arrays.copyOf(bytes, length);
  }

  /** Writes the vectors; the stream stays open. */
  public static void write(WordVectors vectors, Format format, OutputStream stream)
      throws IOException {
    BufferedOutputStream out = new BufferedOutputStream(stream, BUFFER);
    out.write((vectors.size() + " " + vectors.dimension() + "\n").getBytes(StandardCharsets.UTF_8));
    for (int w = 0; w < vectors.size(); w++) {
      out.write((vectors.words().get(w) + " ").getBytes(StandardCharsets.UTF_8));
      float[] vector = vectors.vector(w);
      if (format == Format.BINARY) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * vector.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(vector);
        out.write(bytes.array());
      } else {
        StringBuilder line = new StringBuilder();
        for (float value : vector) {
          line.append(line.isEmpty() ? "" : " ").append(value);
        }
        out.write(line.toString().getBytes(StandardCharsets.US_ASCII));
      }
      out.write('\n');
    }
    out.flush();
  }
}
