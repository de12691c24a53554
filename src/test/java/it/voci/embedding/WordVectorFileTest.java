package it.voci.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import it.voci.UserException;
import it.voci.embedding.WordVectorFile.Format;
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
import org.junit.jupiter.api.BeforeEach;
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
  @EnumSource(Format.class)
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
      assertSame(read(bytes(vectors, format)), vectors);
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
        "2 2\\nuno 1 2\\ndue 1 due\\n|:3: not a number: For input string: \"due\"",
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
