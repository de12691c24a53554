package it.voci.embedding;

import it.voci.UserException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * Files of word vectors. Which format one has, and whether it is compressed by gzip, is seen from
 * its contents.
 */
public final class WordVectorFile {
  private static final int BUFFER = 1 << 16;

  /** More numbers than these (256 MB) are kept as bytes rather than floats. */
  private static final long MOST_FLOATS = 1L << 26;

  /** About what a word costs beside its numbers: its text and its place in the index. */
  private static final long BYTES_PER_WORD = 150;

  /** How words and numbers are written. */
  public enum Format {
    /**
     * A line {@code words dimension}, then a word a line with its numbers in decimal: word2vec's
     * text and fastText's {@code .vec}.
     */
    TEXT,
    /** The same first line; then a word, a blank and its numbers as little-endian floats. */
    BINARY,
    /** A byte a number, which rounds them; a large file is mapped rather than loaded. */
    COMPACT;

    /** What a file's name stands for: {@code .vec} or {@code .txt}, {@code .bin}, {@code .voci}. */
    public static Optional<Format> ofName(Path file) {
      String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
      if (name.endsWith(".vec") || name.endsWith(".txt")) {
        return Optional.of(TEXT);
      }
      if (name.endsWith(".bin")) {
        return Optional.of(BINARY);
      }
      return name.endsWith(".voci") ? Optional.of(COMPACT) : Optional.empty();
    }
  }

  /** Takes words as they are read. */
  interface Sink {
    void begin(int words, int dimension) throws IOException;

    /** Takes a word; the array is used again for the next one. */
    void accept(String word, float[] row) throws IOException;

    void end() throws IOException;
  }

  private WordVectorFile() {}

  /** What the vectors of a model directory are called. */
  public static final String IN_MODEL = "vectors.bin";

  /** Reads a file of any format, or the vectors of a model directory. */
  public static WordVectors readAny(Path fileOrModel) {
    return read(locate(fileOrModel));
  }

  /** The file itself, or the vectors of a model directory. */
  public static Path locate(Path fileOrModel) {
    return Files.isDirectory(fileOrModel) ? fileOrModel.resolve(IN_MODEL) : fileOrModel;
  }

  /**
   * Reads a file of any format. More than 67 million numbers are kept as bytes ({@link
   * WordVectors#isCompact}).
   *
   * @throws UserException where it is of no known format, or too large for the memory Java has
   */
  public static WordVectors read(Path file) {
    try {
      if (isCompact(file)) {
        return CompactFile.read(file);
      }
      Collector collector = new Collector(file);
      scan(file, Integer.MAX_VALUE, collector);
      return collector.vectors();
    } catch (IOException e) {
      throw failure(file, e);
    }
  }

  /** A summary of what was converted. */
  public record Converted(int words, int dimension) {}

  /**
   * Copies a file's words into another format; the word2vec formats are not held in memory.
   *
   * @param top how many words at most, the first ones, which are the most frequent in files of the
   *     usual tools
   */
  public static Converted convert(Path file, int top, Format format, OutputStream stream)
      throws IOException {
    boolean compact;
    try {
      compact = isCompact(file);
    } catch (IOException e) {
      throw failure(file, e);
    }
    if (compact) {
      WordVectors vectors = read(file).first(top);
      write(vectors, format, stream);
      return new Converted(vectors.size(), vectors.dimension());
    }
    BufferedOutputStream out = new BufferedOutputStream(stream, BUFFER);
    Counter counter = new Counter(writer(format, out));
    try {
      scan(file, top, counter);
    } catch (IOException e) {
      throw failure(file, e);
    }
    out.flush();
    return new Converted(counter.words, counter.dimension);
  }

  private static UserException failure(Path file, IOException e) {
    return e instanceof NoSuchFileException
        ? new UserException(file + ": no such file", e)
        : new UserException(file + ": cannot be read (" + e.getMessage() + ")", e);
  }

  private static boolean isCompact(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return CompactFile.isCompact(in.readNBytes(CompactFile.headLength()));
    }
  }

  private static void scan(Path file, int top, Sink sink) throws IOException {
    boolean zipped;
    try (InputStream in = Files.newInputStream(file)) {
      zipped = Arrays.equals(in.readNBytes(2), new byte[] {0x1f, (byte) 0x8b});
    }
    try (InputStream in = Files.newInputStream(file);
        InputStream plain = zipped ? new GZIPInputStream(in, BUFFER) : in) {
      long size = zipped ? Long.MAX_VALUE : Files.size(file);
      Word2VecFile.scan(plain, size, top, file.toString(), sink);
    }
  }

  /** Writes the vectors; the stream stays open. */
  public static void write(WordVectors vectors, Format format, OutputStream stream)
      throws IOException {
    BufferedOutputStream out = new BufferedOutputStream(stream, BUFFER);
    Sink sink = writer(format, out);
    sink.begin(vectors.size(), vectors.dimension());
    for (int w = 0; w < vectors.size(); w++) {
      if (sink instanceof CompactFile.Writer compact && vectors.rows() instanceof ByteRows rows) {
        // Rounding again might not give the same scale.
        compact.accept(vectors.words().get(w), rows.scale(w), rows.bytes(w));
      } else {
        sink.accept(vectors.words().get(w), vectors.vector(w));
      }
    }
    sink.end();
    out.flush();
  }

  private static Sink writer(Format format, OutputStream out) {
    return format == Format.COMPACT
        ? new CompactFile.Writer(out)
        : new Word2VecFile.Writer(out, format == Format.BINARY);
  }

  /** Keeps what is read. Takes memory as words come, not as the file's first line announces. */
  private static final class Collector implements Sink {
    private final Path file;
    private final List<String> words = new ArrayList<>();
    private int dimension;
    private long total;
    private float[] values = new float[0];
    private Optional<ByteRows.Builder> bytes = Optional.empty();

    Collector(Path file) {
      this.file = file;
    }

    @Override
    public void begin(int count, int length) {
      dimension = length;
      total = (long) count * dimension;
      boolean compact = total > MOST_FLOATS;
      long needed = count * BYTES_PER_WORD + (compact ? total : total * Float.BYTES);
      long memory = Runtime.getRuntime().maxMemory();
      if (needed > memory) {
        throw new UserException(
            file
                + ": needs about "
                + (needed >> 20)
                + " MB of memory, Java may take "
                + (memory >> 20)
                + "; convert it first (voci embeddings convert IN OUT.voci --top WORDS) or set"
                + " VOCI_JAVA_OPTS=-Xmx"
                + ((needed >> 30) + 2)
                + "g");
      }
      if (compact) {
        bytes = Optional.of(new ByteRows.Builder(dimension, count));
      }
    }

    @Override
    public void accept(String word, float[] row) {
      if (bytes.isPresent()) {
        bytes.get().add(row);
      } else {
        int at = words.size() * dimension;
        if (at + dimension > values.length) {
          long longer = Math.max(at + (long) dimension, 2L * values.length);
          values = Arrays.copyOf(values, (int) Math.min(longer, total));
        }
        System.arraycopy(row, 0, values, at, dimension);
      }
      words.add(word);
    }

    @Override
    public void end() {}

    WordVectors vectors() {
      return bytes.isPresent()
          ? new WordVectors(words, bytes.get().build())
          : new WordVectors(words, dimension, values);
    }
  }

  /** Passes words on and remembers their number; failures to write are told from those to read. */
  private static final class Counter implements Sink {
    private final Sink sink;
    private int words;
    private int dimension;

    Counter(Sink sink) {
      this.sink = sink;
    }

    @Override
    public void begin(int count, int length) {
      words = count;
      dimension = length;
      try {
        sink.begin(count, length);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void accept(String word, float[] row) {
      try {
        sink.accept(word, row);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void end() {
      try {
        sink.end();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
