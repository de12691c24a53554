package it.voci.embedding;

import it.voci.UserException;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The n-gram vectors that stand beside a file of word vectors, under its name and {@value #SUFFIX};
 * the word vectors themselves are a word2vec file like any other. A line {@code voci-ngrams 1
 * SHORTEST LONGEST BUCKETS ROWS DIMENSION}, then for each row its bucket and its numbers,
 * little-endian, four bytes each. Only buckets that some word of the training text fell into have a
 * row.
 */
public final class SubwordVectorFile {
  /** What is appended to the name of the word vectors' file. */
  public static final String SUFFIX = ".ngrams";

  private static final Pattern HEADER =
      Pattern.compile("voci-ngrams 1 (\\d{1,2}) (\\d{1,2}) (\\d{1,9}) (\\d{1,9}) (\\d{1,6})");

  private static final int LONGEST_HEADER = 80;

  private SubwordVectorFile() {}

  /** The file that stands beside a file of word vectors, whether it is there or not. */
  public static Path beside(Path vectors) {
    return vectors.resolveSibling(vectors.getFileName() + SUFFIX);
  }

  /**
   * Word vectors, and those of unseen words where the n-grams stand beside them.
   *
   * @param words what the file holds
   * @throws UserException where the n-grams are damaged or of another dimension
   */
  public static WordLookup lookup(Path vectors, WordVectors words) {
    Path file = beside(vectors);
    if (!Files.exists(file)) {
      return WordLookup.of(words);
    }
    SubwordVectors subwords = read(file);
    if (subwords.dimension() != words.dimension()) {
      throw new UserException(
          file
              + ": of dimension "
              + subwords.dimension()
              + " but the words beside it have "
              + words.dimension());
    }
    return subwords.after(words);
  }

  public static SubwordVectors read(Path file) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      return read(in, Files.size(file), file.toString());
    } catch (NoSuchFileException e) {
      throw new UserException(file + ": no such file", e);
    } catch (IOException e) {
      throw new UserException(file + ": cannot be read (" + e.getMessage() + ")", e);
    }
  }

  private static SubwordVectors read(InputStream in, long size, String where) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b != '\n'; b = in.read()) {
      if (b < 0 || line.length() == LONGEST_HEADER) {
        throw new UserException(where + ": not a file of n-gram vectors");
      }
      line.append((char) b);
    }
    Matcher header = HEADER.matcher(line);
    if (!header.matches()) {
      throw new UserException(where + ": not a file of n-gram vectors of this version of voci");
    }
    int[] numbers = new int[6];
    for (int i = 1; i < numbers.length; i++) {
      numbers[i] = Integer.parseInt(header.group(i));
    }
    int count = numbers[4];
    int dimension = numbers[5];
    if (numbers[1] < 1
        || numbers[2] < numbers[1]
        || numbers[3] < 1
        || dimension < 1
        || (long) count * dimension > Integer.MAX_VALUE - 64
        || line.length() + 1 + 4L * count * (1 + dimension) != size) {
      throw new UserException(where + ": does not hold what its first line says: " + line);
    }
    CharacterGrams grams = new CharacterGrams(numbers[1], numbers[2], numbers[3]);
    int[] buckets = new int[count];
    float[] values = new float[count * dimension];
    BitSet seen = new BitSet();
    for (int row = 0; row < count; row++) {
      ByteBuffer bytes =
          ByteBuffer.wrap(in.readNBytes(4 * (1 + dimension))).order(ByteOrder.LITTLE_ENDIAN);
      buckets[row] = bytes.getInt();
      if (buckets[row] < 0 || buckets[row] >= grams.buckets() || seen.get(buckets[row])) {
        throw new UserException(where + ": row " + (row + 1) + " has no bucket of its own");
      }
      seen.set(buckets[row]);
      bytes.asFloatBuffer().get(values, row * dimension, dimension);
    }
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw new UserException(where + ": holds a number that is not finite");
      }
    }
    return new SubwordVectors(grams, dimension, buckets, values);
  }

  /** Writes the vectors; the stream stays open. */
  public static void write(SubwordVectors vectors, OutputStream stream) throws IOException {
    BufferedOutputStream out = new BufferedOutputStream(stream, 1 << 16);
    CharacterGrams grams = vectors.grams();
    String header =
        String.format(
            Locale.ROOT,
            "voci-ngrams 1 %d %d %d %d %d\n",
            grams.shortest(),
            grams.longest(),
            grams.buckets(),
            vectors.size(),
            vectors.dimension());
    out.write(header.getBytes(StandardCharsets.US_ASCII));
    ByteBuffer bytes =
        ByteBuffer.allocate(4 * (1 + vectors.dimension())).order(ByteOrder.LITTLE_ENDIAN);
    for (int row = 0; row < vectors.size(); row++) {
      bytes.clear().putInt(vectors.bucket(row));
      for (int i = 0; i < vectors.dimension(); i++) {
        bytes.putFloat(vectors.value(row, i));
      }
      out.write(bytes.array());
    }
    out.flush();
  }
}
