package it.voci.embedding;

import it.voci.UserException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The compact format: {@link ByteRows} as they are used, so that a large file is mapped and only
 * what is looked at is read. Numbers are little-endian:
 *
 * <pre>
 * 8 bytes        VOCIVEC1
 * int            words
 * int            dimension
 * bytes          words × dimension
 * floats         words, the scales
 * for each word  its length in UTF-8 as an unsigned short of two bytes, big-endian, and its bytes
 * </pre>
 */
final class CompactFile {
  private static final byte[] MAGIC = "VOCIVEC1".getBytes(StandardCharsets.US_ASCII);
  private static final int HEADER = MAGIC.length + 2 * Integer.BYTES;

  /** Smaller files are read: a mapped one cannot be replaced on every system. */
  private static final long MAPPED_FROM = 1L << 26;

  private CompactFile() {}

  static boolean isCompact(byte[] head) {
    return head.length >= MAGIC.length && Arrays.equals(head, 0, MAGIC.length, MAGIC, 0, 8);
  }

  /** How many bytes of a file tell. */
  static int headLength() {
    return MAGIC.length;
  }

  static WordVectors read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long size = channel.size();
      ByteBuffer header = section(channel, file, 0, HEADER, size);
      int count = header.getInt(MAGIC.length);
      int dimension = header.getInt(MAGIC.length + Integer.BYTES);
      // A word takes three bytes at least, so a false header cannot claim memory.
      if (count < 0 || dimension < 1 || count > (size - HEADER) / (dimension + 3L + Float.BYTES)) {
        throw new UserException(
            file
                + ": "
                + count
                + " × "
                + dimension
                + " numbers do not fit into "
                + size
                + " bytes");
      }
      long scalesAt = HEADER + (long) count * dimension;
      long wordsAt = scalesAt + (long) count * Float.BYTES;
      ByteRows rows =
          new ByteRows(
              dimension,
              scales(section(channel, file, scalesAt, count * Float.BYTES, size), file),
              chunks(channel, file, count, dimension, size));
      return new WordVectors(words(channel.position(wordsAt), count, size, file), rows);
    }
  }

  private static float[] scales(ByteBuffer section, Path file) {
    float[] scales = new float[section.remaining() / Float.BYTES];
    section.asFloatBuffer().get(scales);
    for (float scale : scales) {
      if (!(scale >= 0) || !Float.isFinite(scale * -Byte.MIN_VALUE)) {
        throw new UserException(file + ": holds a number that is not finite");
      }
    }
    return scales;
  }

  private static ByteBuffer[] chunks(
      FileChannel channel, Path file, int count, int dimension, long size) throws IOException {
    int perChunk = ByteRows.rowsPerChunk(dimension);
    List<ByteBuffer> chunks = new ArrayList<>();
    for (long row = 0; row < count; row += perChunk) {
      long at = HEADER + row * dimension;
      int length = (int) Math.min(perChunk, count - row) * dimension;
      chunks.add(
          size < MAPPED_FROM
              ? section(channel, file, at, length, size)
              : channel.map(FileChannel.MapMode.READ_ONLY, at, length));
    }
    return chunks.toArray(ByteBuffer[]::new);
  }

  private static ByteBuffer section(FileChannel channel, Path file, long at, int length, long size)
      throws IOException {
    if (at + length > size) {
      throw new UserException(file + ": ends too early");
    }
    ByteBuffer section = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    while (section.hasRemaining()) {
      if (channel.read(section, at + section.position()) < 0) {
        throw new EOFException("ends too early");
      }
    }
    return section.flip();
  }

  private static List<String> words(FileChannel channel, int count, long size, Path file)
      throws IOException {
    List<String> words = new ArrayList<>(count);
    long left = size - channel.position();
    DataInputStream in =
        new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel), 1 << 16));
    for (int w = 0; w < count; w++) {
      int length = left < Short.BYTES ? 0 : in.readUnsignedShort();
      left -= Short.BYTES + length;
      if (length == 0 || left < 0) {
        throw new UserException(file + ": word " + (w + 1) + " of " + count + " is missing");
      }
      words.add(new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }
    if (left > 0) {
      throw new UserException(file + ": goes on after the " + count + " words that it announces");
    }
    return words;
  }

  /** Writes rows as they come; only scales and words are kept until the end. */
  static final class Writer implements WordVectorFile.Sink {
    private final OutputStream out;
    private final ByteArrayOutputStream scales = new ByteArrayOutputStream();
    private final ByteArrayOutputStream words = new ByteArrayOutputStream();
    private byte[] bytes = new byte[0];

    Writer(OutputStream out) {
      this.out = out;
    }

    @Override
    public void begin(int count, int dimension) throws IOException {
      bytes = new byte[dimension];
      out.write(MAGIC);
      out.write(littleEndian(2).putInt(count).putInt(dimension).array());
    }

    @Override
    public void accept(String word, float[] row) throws IOException {
      float scale = ByteRows.quantise(row, bytes);
      accept(word, scale, bytes);
    }

    void accept(String word, float scale, byte[] row) throws IOException {
      byte[] utf8 = word.getBytes(StandardCharsets.UTF_8);
      if (utf8.length == 0 || utf8.length > 0xffff) {
        throw new UserException("a word of " + utf8.length + " bytes cannot be written");
      }
      out.write(row);
      scales.write(littleEndian(1).putFloat(scale).array());
      words.write(utf8.length >>> Byte.SIZE);
      words.write(utf8.length);
      words.write(utf8);
    }

    @Override
    public void end() throws IOException {
      scales.writeTo(out);
      words.writeTo(out);
    }

    private static ByteBuffer littleEndian(int numbers) {
      return ByteBuffer.allocate(numbers * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    }
  }
}
