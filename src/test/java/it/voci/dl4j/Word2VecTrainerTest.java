package it.voci.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import it.voci.UserException;
import it.voci.embedding.EmbeddingSettings;
import it.voci.embedding.TrainingMonitor;
import it.voci.embedding.TrainingText;
import it.voci.embedding.WordVectorFile;
import it.voci.embedding.WordVectors;
import it.voci.embedding.skipgram.SkipGram;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.models.embeddings.loader.WordVectorSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class Word2VecTrainerTest {
  private static final EmbeddingSettings SETTINGS =
      new EmbeddingSettings(16, 3, 5, 10, 2, 0, 0.025, 0.75, false, false, 1, 5);

  @TempDir private Path folder;

  private TrainingText text() throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 150; i++) {
      text.append("Il gatto nero beve il latte freddo.\nIl cane nero beve il latte caldo.\n");
      text.append(
          "La nave carica lascia il porto lontano.\nLa barca carica lascia il porto vicino.\n");
    }
    Path file = folder.resolve("testo.txt");
    Files.writeString(file, text + "Una parola sola qui.\n");
    return TrainingText.of(List.of(file));
  }

  @Test
  void words_inTheSamePlaces_lieTogether() throws IOException {
    List<Double> shares = new ArrayList<>();
    WordVectors vectors = new Word2VecTrainer().train(text(), SETTINGS, shares::add);
    assertThat(vectors.dimension()).isEqualTo(16);
    assertThat(vectors.indexOf("parola")).isNegative();
    assertThat(vectors.nearest("gatto", 5).stream().map(WordVectors.Neighbour::word))
        .contains("cane")
        .doesNotContain("nave", "barca");
    assertThat(shares).isSorted().last().satisfies(last -> assertThat(last).isGreaterThan(0.8));
    assertThat(shares).allMatch(share -> share >= 0 && share <= 1);
  }

  @Test
  void vectors_sameSeed_areTheSameBitForBit() throws IOException {
    WordVectors one = new Word2VecTrainer().train(text(), SETTINGS, share -> {});
    WordVectors two = new Word2VecTrainer().train(text(), SETTINGS, share -> {});
    assertThat(two.words()).isEqualTo(one.words());
    for (int i = 0; i < one.size(); i++) {
      assertThat(two.vector(i)).containsExactly(one.vector(i));
    }
  }

  @Test
  void minCount_aboveEveryWord_isAUserErrorThatSaysWhatToDo() throws IOException {
    EmbeddingSettings rare =
        new EmbeddingSettings(16, 3, 5, 1, 100_000, 0, 0.025, 0.75, false, false, 1, 5);
    TrainingText text = text();
    assertThatThrownBy(() -> new Word2VecTrainer().train(text, rare, share -> {}))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("--min-count");
  }

  @ParameterizedTest
  @EnumSource(names = {"TEXT", "BINARY"})
  void ourVectors_areReadByDeeplearning4j(WordVectorFile.Format format) throws IOException {
    WordVectors ours;
    try (SkipGram skipGram = SkipGram.prepare(text(), SETTINGS, folder, TrainingMonitor.SILENT)) {
      skipGram.learn(TrainingMonitor.SILENT);
      ours = skipGram.vectors();
    }
    Path file = folder.resolve("vectors." + format);
    try (OutputStream out = Files.newOutputStream(file)) {
      WordVectorFile.write(ours, format, out);
    }
    org.deeplearning4j.models.embeddings.wordvectors.WordVectors theirs =
        WordVectorSerializer.readWord2VecModel(file.toFile());
    assertThat(theirs.vocab().numWords()).isEqualTo(ours.size());
    for (String word : ours.words()) {
      float[] vector = theirs.getWordVectorMatrix(word).toFloatVector();
      assertThat(vector).containsExactly(ours.vector(ours.indexOf(word)));
    }
    assertThat(theirs.similarity("gatto", "cane"))
        .isCloseTo(ours.nearest("gatto", 1).get(0).cosine(), within(1e-4));
  }
}
