package it.voci.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.voci.Fixtures;
import it.voci.TrainedModels;
import it.voci.UserException;
import it.voci.classifier.NetworkClassifier;
import it.voci.corpus.Article;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelDirectoryTest {
  @TempDir private static Path trained;
  private static Path original;

  @TempDir private Path folder;
  private Path model;

  @BeforeAll
  static void train() {
    original = TrainedModels.model(trained);
  }

  @BeforeEach
  void copy() throws IOException {
    model = folder.resolve("model");
    Files.createDirectory(model);
    try (Stream<Path> files = Files.list(original)) {
      for (Path file : files.toList()) {
        Files.copy(file, model.resolve(file.getFileName()));
      }
    }
  }

  @Test
  void model_afterSaveAndLoad_givesTheSameAnswers() {
    StoredModel first = ModelDirectory.read(model);
    Path again = folder.resolve("again");
    ModelDirectory.write(again, first.manifest(), first.classifier(), manifest -> "card");
    NetworkClassifier second = ModelDirectory.read(again).classifier();
    for (Article article : Fixtures.articles()) {
      assertThat(second.classify(article)).isEqualTo(first.classifier().classify(article));
      assertThat(second.classify(article))
          .allSatisfy(p -> assertThat(p.task(Fixtures.TONE).confidence()).isGreaterThan(0.8));
    }
    assertThat(ModelDirectory.read(again).manifest().id()).isEqualTo(first.manifest().id());
  }

  @Test
  void model_trainedTwice_hasTheSameFilesByteForByte() throws IOException {
    Path second = TrainedModels.model(folder);
    for (String file : List.of("weights.bin", "grams.bin", "vectors.bin", "scheme.yaml")) {
      assertThat(Files.mismatch(original.resolve(file), second.resolve(file))).isEqualTo(-1);
    }
  }

  @Test
  void manifest_saysWhereTheModelCameFrom() {
    Manifest manifest = ModelDirectory.manifest(model);
    assertThat(manifest.name()).isEqualTo("toy-model");
    assertThat(manifest.settings()).isEqualTo(Fixtures.SETTINGS);
    assertThat(manifest.dataset().about()).isEqualTo("Made up for tests, nobody said it.");
    assertThat(manifest.dataset().paragraphs()).isEqualTo(9);
    assertThat(manifest.dataset().sha256()).containsOnlyKeys("train.jsonl", "dev.jsonl");
    assertThat(manifest.versions()).containsKeys("voci", "java", "os", "deeplearning4j");
    assertThat(manifest.devScores()).containsKey("tone.macroF1");
  }

  @Test
  void card_carriesTheCommandAndHowTheTextsWereMade() throws IOException {
    assertThat(model.resolve("MODEL_CARD.md"))
        .content(StandardCharsets.UTF_8)
        .contains("./voci train --data toy --out toy-model")
        .contains("Made up for tests, nobody said it.")
        .contains("Test scores, on composed articles");
  }

  @Test
  void folderWithoutAManifest_isNoModel() {
    assertUserError(folder.resolve("nowhere"), "no model here");
  }

  @ParameterizedTest
  @ValueSource(strings = {"weights.bin", "grams.bin", "vectors.bin", "scheme.yaml"})
  void file_withOneByteChanged_isReportedAsDamaged(String name) throws IOException {
    byte[] bytes = Files.readAllBytes(model.resolve(name));
    bytes[bytes.length / 2] ^= 1;
    Files.write(model.resolve(name), bytes);
    assertUserError(model, model.resolve(name) + ": damaged");
  }

  @ParameterizedTest
  @ValueSource(strings = {"weights.bin", "grams.bin", "vectors.bin", "scheme.yaml"})
  void file_thatIsMissing_isNamed(String name) throws IOException {
    Files.delete(model.resolve(name));
    assertUserError(model, model.resolve(name) + ": missing");
  }

  @Test
  void manifest_ofANewerFormat_isRefused() throws IOException {
    edit("\"formatVersion\": 5", "\"formatVersion\": 6");
    assertUserError(model, "model format 6 is newer than this voci reads (5); update voci");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "{}", "{\"formatVersion\": 1}", "\u0000"})
  void manifest_thatIsNone_isAOneLineError(String content) throws IOException {
    Files.writeString(model.resolve("manifest.json"), content);
    assertUserError(model, "manifest.json");
  }

  @Test
  void weights_thatDoNotFitTheSettings_areRefusedBeforeUse() throws IOException {
    // A hostile manifest may name any checksum, so the sizes are checked as well.
    byte[] weights = Files.readAllBytes(model.resolve("weights.bin"));
    Files.write(model.resolve("weights.bin"), Arrays.copyOf(weights, weights.length - 4));
    rename(model.resolve("weights.bin"));
    assertUserError(model, "weights.bin: expected " + weights.length + " bytes");
  }

  @Test
  void settings_thatClaimTooMuch_areRefusedWithoutTakingTheMemory() throws IOException {
    edit("\"wordBuckets\": 1024", "\"wordBuckets\": 4194304");
    edit("\"gramWidth\": 8", "\"gramWidth\": 4096");
    assertUserError(model, "bytes for these settings");
  }

  @Test
  void weights_thatAreNotNumbers_areRefused() throws IOException {
    byte[] weights = Files.readAllBytes(model.resolve("weights.bin"));
    Arrays.fill(weights, 0, 4, (byte) 0xFF);
    Files.write(model.resolve("weights.bin"), weights);
    rename(model.resolve("weights.bin"));
    assertUserError(model, "not a number");
  }

  @Test
  void write_toAFolderThatIsNoModel_leavesItAlone() throws IOException {
    Path documents = Files.createDirectory(folder.resolve("documents"));
    Files.writeString(documents.resolve("letter.txt"), "Caro");
    StoredModel stored = ModelDirectory.read(model);
    assertThatThrownBy(
            () ->
                ModelDirectory.write(
                    documents, stored.manifest(), stored.classifier(), manifest -> ""))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("is no model directory");
    assertThat(documents.resolve("letter.txt")).hasContent("Caro");
  }

  @Test
  void write_thatFails_leavesTheOldModelAndNothingElse() {
    StoredModel stored = ModelDirectory.read(model);
    assertThatThrownBy(
            () ->
                ModelDirectory.write(
                    model,
                    stored.manifest(),
                    stored.classifier(),
                    manifest -> {
                      throw new java.io.UncheckedIOException(new IOException("disk full"));
                    }))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("disk full");
    assertThatCode(() -> ModelDirectory.read(model)).doesNotThrowAnyException();
    assertThat(folder.toFile().list()).containsExactly("model");
  }

  /** Writes the file's present checksum into the manifest. */
  private void rename(Path file) throws IOException {
    String before = ModelDirectory.manifest(model).files().get(file.getFileName().toString());
    edit(before, Checksums.sha256(file));
  }

  private void edit(String before, String after) throws IOException {
    Path manifest = model.resolve("manifest.json");
    String text = Files.readString(manifest);
    assertThat(text).contains(before);
    Files.writeString(manifest, text.replace(before, after));
  }

  private static void assertUserError(Path directory, String part) {
    assertThatThrownBy(() -> ModelDirectory.read(directory))
        .isInstanceOf(UserException.class)
        .hasMessageContaining(part)
        .message()
        .doesNotContain("\n");
  }
}
