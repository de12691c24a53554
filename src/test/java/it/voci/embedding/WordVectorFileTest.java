package it.voci.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import it.voci.UserException;
import it.voci.embedding.WordVectorFile.Format;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WordVectorFileTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("a.vec");
  }

  private WordVectors read(byte[] bytes) {
    try {
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return WordVectorFile.read(file);
  }

  private WordVectors read(String content) {
    return read(content.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] bytes(WordVectors vectors, Format format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      WordVectorFile.write(vectors, format, out);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static int[] bits(WordVectors vectors) {
    List<Integer> bits = new ArrayList<>();
    for (int w = 0; w < vectors.size(); w++) {
      for (float value : vectors.vector(w)) {
        bits.add(Float.floatToRawIntBits(value));
      }
    }
    return bits.stream().mapToInt(Integer::intValue).toArray();
  }

  private static void assertSame(WordVectors actual, WordVectors expected) {
    assertThat(actual.words()).isEqualTo(expected.words());
    assertThat(actual.dimension()).isEqualTo(expected.dimension());
    assertThat(bits(actual)).isEqualTo(bits(expected));
  }

  @ParameterizedTest
  @EnumSource(names = {"TEXT", "BINARY"})
  void write_extremeValuesAndWords_areReadBackBitForBit(Format format) {
    float[] values = {
      0,
      -0f,
      1,
      Float.MIN_VALUE,
      Float.MAX_VALUE,
      -Float.MIN_NORMAL,
      1 / 3f,
      (float) Math.PI,
      -1e-10f,
      16777217,
      1e10f,
      0.1f
    };
    List<String> words = List.of("perché", "Київ", "\uD83D\uDE00", "a\u00A0b", "\u2003", "l'");
    WordVectors vectors = new WordVectors(words, 2, values);
    assertSame(read(bytes(vectors, format)), vectors);
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void write_randomVectorsOfAnyDimension_areReadBackBitForBit(Format format) {
    Random random = new Random(1);
    for (int dimension : new int[] {1, 2, 3, 4, 5, 100}) {
      float[] values = new float[40 * dimension];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) random.nextGaussian();
      }
      List<String> words = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        words.add("zebra" + i);
      }
      WordVectors vectors = new WordVectors(words, dimension, values);
      if (format == Format.COMPACT) {
        vectors = vectors.compact();
      }
      assertSame(read(bytes(vectors, format)), vectors);
    }
  }

  @Test
  void write_compact_hasTheDocumentedLayout() {
    WordVectors vectors =
        new WordVectors(List.of("già", "b"), 2, new float[] {127, -12.7f, 0, -254});
    ByteBuffer expected = ByteBuffer.allocate(37).order(ByteOrder.LITTLE_ENDIAN);
    expected.put("VOCIVEC1".getBytes(StandardCharsets.US_ASCII)).putInt(2).putInt(2);
    expected.put(new byte[] {127, -13, 0, -127}).putFloat(1).putFloat(2);
    expected.put(new byte[] {0, 4}).put("già".getBytes(StandardCharsets.UTF_8));
    expected.put(new byte[] {0, 1, 'b'});
    assertThat(bytes(vectors, Format.COMPACT)).isEqualTo(expected.array());
    WordVectors read = read(expected.array());
    assertThat(read.isCompact()).isTrue();
    assertThat(read.words()).containsExactly("già", "b");
    assertThat(read.vector(0)).containsExactly(127, -13);
    assertThat(read.vector(1)).containsExactly(0, -254);
  }

  @Test
  void write_compactOfExtremes_staysFinite() {
    float[] values = {
      Float.MAX_VALUE, -Float.MAX_VALUE, 0, -0f, Float.MIN_VALUE, 0, 1e-30f, 1, -1e-40f, 1e-40f
    };
    WordVectors vectors = new WordVectors(List.of("a", "b", "c", "d", "e"), 2, values);
    WordVectors read = read(bytes(vectors, Format.COMPACT));
    assertThat(read.vector(0)[0]).isCloseTo(Float.MAX_VALUE, withinPercentage(1));
    assertThat(read.vector(0)[1]).isCloseTo(-Float.MAX_VALUE, withinPercentage(1));
    assertThat(read.vector(1)).containsExactly(0, 0);
    assertThat(read.vector(2)).containsExactly(0, 0);
    assertThat(read.vector(3)).containsExactly(0, 1);
    assertThat(read.vector(4)[1]).isCloseTo(1e-40f, withinPercentage(1));
  }

  @Test
  void write_noWords_isReadBack() {
    for (Format format : Format.values()) {
      WordVectors read = read(bytes(new WordVectors(List.of(), 3, new float[0]), format));
      assertThat(read.size()).isZero();
      assertThat(read.dimension()).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        // words, dimension, scale, bytes at the end less or more, message
        "-1, 2, 1, 0, : -1 × 2 numbers do not fit into 31 bytes",
        "1, 0, 1, 0, : 1 × 0 numbers do not fit into 31 bytes",
        "2000000000, 2000000000, 1, 0, : 2000000000 × 2000000000 numbers do not fit into 31 bytes",
        "2, 2, 1, 0, : 2 × 2 numbers do not fit into 31 bytes",
        "1, 2, NaN, 0, : holds a number that is not finite",
        "1, 2, -1, 0, : holds a number that is not finite",
        "1, 2, 3e38, 0, : holds a number that is not finite",
        "1, 2, 1, -1, : word 1 of 1 is missing",
        "1, 2, 1, -8, : 1 × 2 numbers do not fit into 23 bytes",
        "1, 2, 1, -20, : ends too early",
        "1, 2, 1, 1, : goes on after the 1 words that it announces",
      })
  void read_malformedCompact_isRefused(
      int words, int dimension, float scale, int more, String message) {
    ByteBuffer content = ByteBuffer.allocate(32).order(ByteOrder.LITTLE_ENDIAN);
    content.put("VOCIVEC1".getBytes(StandardCharsets.US_ASCII)).putInt(words).putInt(dimension);
    content.put(new byte[] {1, 2}).putFloat(scale).put(new byte[] {0, 7});
    content.put("parola!".getBytes(StandardCharsets.UTF_8));
    byte[] bytes = Arrays.copyOf(content.array(), content.position() + more);
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> read(bytes))
        .withMessage(file + message);
  }

  @ParameterizedTest
  @EnumSource(names = {"TEXT", "BINARY"})
  void read_gzip_isUnpacked(Format format) throws IOException {
    WordVectors vectors = new WordVectors(List.of("uno", "due"), 2, new float[] {1, 2, 3, -4});
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(zipped)) {
      out.write(bytes(vectors, format));
    }
    assertSame(read(zipped.toByteArray()), vectors);
    byte[] cut = Arrays.copyOf(zipped.toByteArray(), zipped.size() - 12);
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> read(cut))
        .withMessageStartingWith(file + ": cannot be read (");
  }

  @Test
  void read_gzipThatPromisesTooMuch_isRefusedBeforeMemoryIsTaken() throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(zipped)) {
      out.write("2000000000 2000000000\nuno 1\n".getBytes(StandardCharsets.UTF_8));
    }
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> read(zipped.toByteArray()))
        .withMessageStartingWith(file + ": needs about ")
        .withMessageContaining("voci embeddings convert");
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void convert_anyFormat_givesTheFirstWordsInAnyOther(Format from) throws IOException {
    WordVectors vectors =
        new WordVectors(List.of("uno", "due", "tre"), 2, new float[] {127, 3, -5, 254, 0.5f, 63.5f})
            .compact();
    Files.write(file, bytes(vectors, from));
    for (Format to : Format.values()) {
      for (int top : new int[] {2, 3, 4}) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WordVectorFile.Converted converted = WordVectorFile.convert(file, top, to, out);
        assertThat(converted).isEqualTo(new WordVectorFile.Converted(Math.min(3, top), 2));
        Path copy = Files.write(folder.resolve("copy"), out.toByteArray());
        WordVectors read = WordVectorFile.read(copy);
        assertThat(read.words()).isEqualTo(vectors.words().subList(0, Math.min(3, top)));
        for (int w = 0; w < read.size(); w++) {
          assertThat(read.vector(w)).containsExactly(vectors.vector(w));
        }
      }
    }
  }

  @Test
  void convert_truncatedFile_isTheFilesFault() throws IOException {
    Files.writeString(file, "2 2\nuno 1 2\n");
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(
            () -> WordVectorFile.convert(file, 9, Format.COMPACT, OutputStream.nullOutputStream()))
        .withMessage(file + ": cannot be read (ends too early)");
  }

  /** Enough for the file to be mapped, in several pieces, or to be read into several. */
  @Test
  @Tag("slow")
  void read_manyNumbers_areKeptAsBytes() throws IOException {
    int count = 230_000;
    int dimension = 300;
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      out.write((count + " " + dimension + "\n").getBytes(StandardCharsets.UTF_8));
      ByteBuffer row = ByteBuffer.allocate(4 * dimension).order(ByteOrder.LITTLE_ENDIAN);
      for (int w = 0; w < count; w++) {
        row.clear();
        for (int i = 0; i < dimension; i++) {
          row.putFloat(i == 0 ? 127 : (w + i) % 100);
        }
        out.write(("w" + w + " ").getBytes(StandardCharsets.UTF_8));
        out.write(row.array());
      }
    }
    Path compact = folder.resolve("a.voci");
    try (OutputStream out = Files.newOutputStream(compact)) {
      WordVectorFile.convert(file, count, Format.COMPACT, out);
    }
    for (WordVectors vectors : List.of(WordVectorFile.read(file), WordVectorFile.read(compact))) {
      assertThat(vectors.isCompact()).isTrue();
      assertThat(vectors.size()).isEqualTo(count);
      for (int w = 0; w < count; w += 9_999) {
        float[] vector = vectors.vector(vectors.indexOf("w" + w));
        assertThat(vector[0]).isEqualTo(127);
        assertThat(vector[299]).isEqualTo((w + 299) % 100);
      }
      assertThat(vectors.nearest("w7", 1).get(0).cosine()).isCloseTo(1, within(1e-5));
    }
  }

  @Test
  void write_text_looksLikeWord2vec() {
    WordVectors vectors = new WordVectors(List.of("già", "poi"), 2, new float[] {1, -0.5f, 0, 2});
    assertThat(new String(bytes(vectors, Format.TEXT), StandardCharsets.UTF_8))
        .isEqualTo("2 2\ngià 1.0 -0.5\npoi 0.0 2.0\n");
  }

  @Test
  void write_stream_staysOpen() throws IOException {
    boolean[] closed = new boolean[1];
    try (OutputStream out =
        new ByteArrayOutputStream() {
          @Override
          public void close() {
            closed[0] = true;
          }
        }) {
      WordVectorFile.write(new WordVectors(List.of("a"), 1, new float[1]), Format.TEXT, out);
      assertThat(closed[0]).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      value = {
        "2 2\\r\\nuno 1 2\\r\\nzebra 3 -4e-1\\r\\n",
        "2 2\\nuno 1 2 \\nzebra 3 -4e-1 \\n",
        "2 2\\nuno 1 2\\nzebra 3 -4e-1",
        "2 2\\nuno 1 2\\nzebra 3 -4e-1\\n\\n",
      })
  void read_textOfOtherTools_isUnderstood(String escaped) {
    WordVectors vectors = read(escaped.translateEscapes());
    assertThat(vectors.words()).containsExactly("uno", "zebra");
    assertThat(vectors.vector(0)).containsExactly(1, 2);
    assertThat(vectors.vector(1)).containsExactly(3, -0.4f);
  }

  @Test
  void read_binaryWithoutLineEnds_isUnderstood() {
    ByteBuffer content = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
    content.put("2 1\nuno ".getBytes(StandardCharsets.UTF_8)).putFloat(0.3f);
    content.put("due ".getBytes(StandardCharsets.UTF_8)).putFloat(-7);
    WordVectors vectors = read(Arrays.copyOf(content.array(), content.position()));
    assertThat(vectors.words()).containsExactly("uno", "due");
    assertThat(vectors.vector(0)).containsExactly(0.3f);
    assertThat(vectors.vector(1)).containsExactly(-7);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      value = {
        "x|:1: expected 'WORDS DIMENSION', the first line of a word2vec file",
        "uno 0.1 0.2\\n|:1: expected 'WORDS DIMENSION', the first line of a word2vec file",
        "2 x\\n|:1: expected 'WORDS DIMENSION', the first line of a word2vec file",
        "-1 2\\n|:1: -1 × 2 numbers do not fit into 5 bytes",
        "1 -2\\n|:1: 1 × -2 numbers do not fit into 5 bytes",
        "2000000000 2000000000\\nuno 1\\n|:1: 2000000000 × 2000000000 numbers do not fit into 28 bytes",
        "1 2\\nuno 1\\n|:2: expected 2 numbers but was 1",
        "1 2\\nuno 1 2 3\\n|:2: expected 2 numbers but was 3",
        "2 2\\nuno 1 2\\ndue 1 due\\n|:3: not a number: 'due'",
        "1 2\\nuno 1 NaN\\n|: holds a number that is not finite",
        "1 2\\nuno 1 -Infinity\\n|: holds a number that is not finite",
        "1 2\\nuno 1e39 1\\n|: holds a number that is not finite",
        "2 2\\nuno 1 2\\n 3 4\\n|: word 2 of 2 is missing",
        "2 2\\nuno 1 2\\n|: cannot be read (ends too early)",
        "1 2\\nuno 1 2\\ndue 3 4\\n|: goes on after the 1 words that its first line announces",
      })
  void read_malformedText_saysWhere(String escaped, String message) {
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> read(escaped.translateEscapes()))
        .withMessage(file + message);
  }

  @Test
  void read_emptyOrMissing_isRefused() {
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> WordVectorFile.read(file))
        .withMessage(file + ": no such file");
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> read(""))
        .withMessage(file + ": cannot be read (ends too early)");
  }

  @Test
  void read_malformedBinary_isRefused() {
    WordVectors vectors = new WordVectors(List.of("uno", "due"), 2, new float[] {1, 2, 3, 4});
    byte[] good = bytes(vectors, Format.BINARY);
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> read(Arrays.copyOf(good, good.length - 4)))
        .withMessage(file + ": cannot be read (ends within 'due')");
    byte[] more = Arrays.copyOf(good, good.length + 1);
    more[good.length] = 'x';
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> read(more))
        .withMessage(file + ": goes on after the 2 words that its first line announces");
    byte[] nan = bytes(new WordVectors(List.of("uno"), 1, new float[] {Float.NaN}), Format.BINARY);
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> read(nan))
        .withMessage(file + ": holds a number that is not finite");
  }

  @Test
  void read_endlessHeaderOrWord_isRefusedEarly() {
    String message = " bytes without an end; not a word2vec file";
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> read("1".repeat(10_000)))
        .withMessage(file + ":1: more than 128" + message);
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> read("1 2\n" + "x".repeat(10_000)))
        .withMessage(file + ": word 1 of 1: more than 1024" + message);
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> read("1 2\nx " + "1".repeat(10_000)))
        .withMessage(file + ":2: more than 128" + message);
  }
}
