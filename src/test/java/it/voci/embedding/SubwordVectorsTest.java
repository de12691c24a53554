package it.voci.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import it.voci.UserException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubwordVectorsTest {
  private static final CharacterGrams GRAMS = new CharacterGrams(3, 3, 1000);

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("v.bin.ngrams");
  }

  /** {@code <re>} has {@code <re} and {@code re>}; only they have vectors here. */
  private static SubwordVectors vectors() {
    int[] buckets = GRAMS.bucketsOf("re");
    return new SubwordVectors(GRAMS, 2, buckets, new float[] {1, 2, 3, 6});
  }

  private static byte[] bytes() {
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      SubwordVectorFile.write(vectors(), out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lengths 3 to 6 of {@code <città>}, seven characters: 5 + 4 + 3 + 2. */
  @ParameterizedTest
  @CsvSource({"città, 14", "a, 1", "'', 0", "re, 3", "😀😀, 3"})
  void grams_areCountedInCharacters(String word, int count) {
    assertThat(CharacterGrams.DEFAULTS.bucketsOf(word)).hasSize(count);
  }

  /** FNV-1a over bytes with their sign: rows in which fastText 0.9.2 keeps these n-grams. */
  @Test
  void grams_buckets_areThoseOfFastText() {
    CharacterGrams three = new CharacterGrams(3, 3, 2_000_000);
    assertThat(three.bucketsOf("chè")).containsExactly(1918176, 696845, 1630374);
  }

  @Test
  void vector_ofUnseenWord_isTheMeanOfItsKnownGrams() {
    float[] sum = {1, 1, 1};
    assertThat(vectors().addTo("re", sum, 1)).isTrue();
    assertThat(sum).containsExactly(1, 3, 5);
    // Of <rep> and its like only <re is known.
    assertThat(vectors().addTo("rep", sum, 1)).isTrue();
    assertThat(sum).containsExactly(1, 4, 7);
    assertThat(vectors().addTo("via", sum, 1)).isFalse();
    assertThat(sum).containsExactly(1, 4, 7);
  }

  @Test
  void lookup_wordWithAVectorOfItsOwn_takesThat() throws IOException {
    WordVectors words = new WordVectors(List.of("re"), 2, new float[] {10, 20});
    Path beside = folder.resolve("v.bin");
    float[] sum = new float[2];
    assertThat(SubwordVectorFile.lookup(beside, words).addTo("rep", sum, 0)).isFalse();
    Files.write(file, bytes());
    WordLookup lookup = SubwordVectorFile.lookup(beside, words);
    assertThat(lookup.addTo("re", sum, 0)).isTrue();
    assertThat(sum).containsExactly(10, 20);
    assertThat(lookup.addTo("rep", sum, 0)).isTrue();
    assertThat(sum).containsExactly(11, 22);
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(
            () ->
                SubwordVectorFile.lookup(
                    beside, new WordVectors(List.of("re"), 1, new float[] {1})))
        .withMessage(file + ": of dimension 2 but the words beside it have 1");
  }

  @Test
  void file_writtenAndRead_isTheSame() throws IOException {
    Files.write(file, bytes());
    SubwordVectors read = SubwordVectorFile.read(file);
    assertThat(read.grams()).isEqualTo(GRAMS);
    assertThat(read.size()).isEqualTo(2);
    ByteArrayOutputStream again = new ByteArrayOutputStream();
    SubwordVectorFile.write(read, again);
    assertThat(again.toByteArray()).isEqualTo(bytes());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1 2\nre 1 2\n",
        "voci-ngrams 2 3 3 1000 0 2\n",
        "voci-ngrams 1 3 3 1000 0 0\n",
        "voci-ngrams 1 3 2 1000 0 2\n",
        "voci-ngrams 1 0 3 1000 0 2\n",
        "voci-ngrams 1 3 3 0 0 2\n",
        "voci-ngrams 1 3 3 1000 999999999 999999\n",
        "voci-ngrams 1 3 3 1000 1 2\n",
        "voci-ngrams 1 3 3 1000 1 1\n\0\1\2\3\4\5\6\7",
        "voci-ngrams 1 3 3 1000 2 1\n\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0",
      })
  void read_malformed_isRefused(String content) throws IOException {
    Files.write(file, content.getBytes(StandardCharsets.ISO_8859_1));
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> SubwordVectorFile.read(file))
        .withMessageStartingWith(file + ": ");
  }

  @Test
  void read_cutOrNotFiniteOrMissing_isRefused() throws IOException {
    Files.write(file, Arrays.copyOf(bytes(), bytes().length - 1));
    assertThatExceptionOfType(UserException.class).isThrownBy(() -> SubwordVectorFile.read(file));
    byte[] infinite = bytes();
    infinite[infinite.length - 1] = 0x7f;
    infinite[infinite.length - 2] = (byte) 0x80;
    Files.write(file, infinite);
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> SubwordVectorFile.read(file))
        .withMessage(file + ": holds a number that is not finite");
    Path missing = folder.resolve("missing");
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> SubwordVectorFile.read(missing))
        .withMessage(missing + ": no such file");
  }
}
