package it.voci.embedding.skipgram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import it.voci.UserException;
import it.voci.embedding.EmbeddingSettings;
import it.voci.embedding.SubwordVectors;
import it.voci.embedding.TrainingMonitor;
import it.voci.embedding.TrainingText;
import it.voci.embedding.WordVectors;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SkipGramTest {
  /** Not a multiple of the lanes. */
  private static final int DIMENSION = 21;

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void writeText() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 400; i++) {
      text.append("Il gatto nero beve il latte freddo.\nIl cane nero beve il latte caldo.\n");
      text.append(
          "La nave carica lascia il porto lontano.\nLa barca carica lascia il porto vicino.\n");
    }
    file = folder.resolve("testo.txt");
    Files.writeString(
        file, text + "Una parola sola qui.\n" + "Intelligence britannica.\n".repeat(3));
  }

  private static EmbeddingSettings settings(boolean subwords, boolean phrases, int threads) {
    return new EmbeddingSettings(
        DIMENSION, 3, 5, 10, 2, 0, 0.05, 0.75, subwords, phrases, threads, 5);
  }

  private SkipGram prepare(EmbeddingSettings settings) {
    return SkipGram.prepare(
        TrainingText.of(List.of(file)),
        settings,
        folder.resolve("temporary"),
        TrainingMonitor.SILENT);
  }

  private WordVectors learned(EmbeddingSettings settings) {
    try (SkipGram skipGram = prepare(settings)) {
      assertThat(skipGram.learn(TrainingMonitor.SILENT)).isTrue();
      return skipGram.vectors();
    }
  }

  private static void assertSame(WordVectors one, WordVectors two) {
    assertThat(two.words()).isEqualTo(one.words());
    for (int w = 0; w < one.size(); w++) {
      assertThat(two.vector(w)).containsExactly(one.vector(w));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void words_inTheSamePlaces_lieTogether(int threads) {
    WordVectors vectors = learned(settings(false, false, threads));
    assertThat(vectors.dimension()).isEqualTo(DIMENSION);
    assertThat(vectors.words()).startsWith("il").doesNotContain("parola");
    assertThat(vectors.nearest("gatto", 1).get(0).word()).isEqualTo("cane");
    assertThat(vectors.nearest("nave", 1).get(0).word()).isEqualTo("barca");
  }

  @Test
  void vectors_sameSeed_areTheSameBitForBit() {
    assertSame(learned(settings(false, false, 1)), learned(settings(false, false, 1)));
    assertSame(learned(settings(true, true, 1)), learned(settings(true, true, 1)));
  }

  @Test
  void learn_nothingLeft_leavesNoFile() throws IOException {
    learned(settings(false, true, 1));
    try (Stream<Path> left = Files.list(folder.resolve("temporary"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void subwords_unseenInflection_liesNearItsWord() {
    try (SkipGram skipGram = prepare(settings(true, false, 1))) {
      skipGram.learn(TrainingMonitor.SILENT);
      WordVectors words = skipGram.vectors();
      SubwordVectors subwords = skipGram.subwords().orElseThrow();
      float[] unseen = new float[DIMENSION + 2];
      assertThat(subwords.after(words).addTo("gattini", unseen, 1)).isTrue();
      assertThat(unseen[0]).isZero();
      assertThat(unseen[DIMENSION + 1]).isZero();
      assertThat(cosine(unseen, words.vector(words.indexOf("gatto"))))
          .isGreaterThan(cosine(unseen, words.vector(words.indexOf("nave"))));
      float[] none = new float[DIMENSION];
      assertThat(subwords.addTo("www", none, 0)).isFalse();
      assertThat(none).containsOnly(0);
    }
  }

  private static double cosine(float[] shifted, float[] vector) {
    double dot = 0;
    double a = 0;
    double b = 0;
    for (int i = 0; i < vector.length; i++) {
      dot += shifted[i + 1] * vector[i];
      a += shifted[i + 1] * shifted[i + 1];
      b += vector[i] * vector[i];
    }
    return dot / Math.sqrt(a * b);
  }

  @Test
  void phrases_wordsAlwaysTogether_becomeOne() {
    assertThat(learned(settings(false, true, 1)).words())
        .contains("intelligence_britannica")
        .doesNotContain("britannica", "beve_il");
  }

  /** Stops after some reports, of which there is one for each block. */
  private static TrainingMonitor stopAfter(int blocks) {
    AtomicInteger asked = new AtomicInteger();
    return new TrainingMonitor() {
      @Override
      public void progressed(Stage stage, double share, double wordsPerSecond, double loss) {}

      @Override
      public boolean stopped() {
        return asked.getAndIncrement() >= blocks;
      }
    };
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7})
  void resume_afterAStop_endsWithTheSameVectors(int blocks) throws IOException {
    EmbeddingSettings settings = settings(true, false, 1);
    ByteArrayOutputStream checkpoint = new ByteArrayOutputStream();
    try (SkipGram stopped = prepare(settings)) {
      assertThat(stopped.learn(stopAfter(blocks))).isFalse();
      stopped.writeCheckpoint(checkpoint);
    }
    try (SkipGram resumed = prepare(settings)) {
      resumed.resume(new ByteArrayInputStream(checkpoint.toByteArray()), "c");
      assertThat(resumed.learn(TrainingMonitor.SILENT)).isTrue();
      assertSame(learned(settings), resumed.vectors());
    }
  }

  @Test
  void resume_otherSettingsOrTextOrDamage_isRefused() throws IOException {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    try (SkipGram stopped = prepare(settings(false, false, 1))) {
      stopped.learn(stopAfter(1));
      stopped.writeCheckpoint(stream);
    }
    byte[] checkpoint = stream.toByteArray();
    assertRefused(settings(true, false, 1), checkpoint, "c: begun with other settings; ");
    byte[] half = Arrays.copyOf(checkpoint, checkpoint.length / 2);
    assertRefused(settings(false, false, 1), half, "c: damaged; ");
    assertRefused(settings(false, false, 1), new byte[0], "c: damaged; ");
    assertRefused(
        settings(false, false, 1),
        "\0\5Hello".getBytes(StandardCharsets.US_ASCII),
        "c: not a checkpoint ");
    Files.writeString(file, Files.readString(file).replaceFirst("gatto nero", "nero gatto"));
    assertRefused(settings(false, false, 1), checkpoint, "c: begun with another text; ");
  }

  private void assertRefused(EmbeddingSettings settings, byte[] checkpoint, String message) {
    try (SkipGram skipGram = prepare(settings)) {
      assertThatExceptionOfType(UserException.class)
          .isThrownBy(() -> skipGram.resume(new ByteArrayInputStream(checkpoint), "c"))
          .withMessageStartingWith(message);
    }
  }

  @Test
  void progress_ofLearning_risesToOneWithALoss() {
    List<Double> shares = new ArrayList<>();
    List<Double> losses = new ArrayList<>();
    try (SkipGram skipGram = prepare(settings(false, false, 1))) {
      skipGram.learn(
          (stage, share, wordsPerSecond, loss) -> {
            shares.add(share);
            losses.add(loss);
          });
    }
    assertThat(shares).isSorted().endsWith(1.0);
    // Six words told apart by chance are 6 × ln 2 = 4.16.
    assertThat(losses).allMatch(loss -> loss > 0 && loss < 4.2);
  }

  @Test
  void prepare_noWordOftenEnough_saysWhatToDo() {
    EmbeddingSettings rare =
        new EmbeddingSettings(8, 3, 5, 1, 100_000, 0, 0.05, 0.75, false, false, 1, 5);
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> prepare(rare))
        .withMessage("no word occurs 100000 times in the corpus; try a smaller --min-count");
  }

  @Test
  void learn_textOfTwoWords_ends() throws IOException {
    Files.writeString(file, "uno due uno\n".repeat(20));
    assertThat(learned(settings(false, false, 1)).words()).containsExactly("uno", "due");
  }

  @Test
  void learn_endlessSentence_isCut() throws IOException {
    Files.writeString(file, "parola altra terza ".repeat(40_000));
    assertThat(learned(settings(false, false, 2)).size()).isEqualTo(3);
  }
}
