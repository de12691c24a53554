package it.voci.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.voci.Fixtures;
import it.voci.TrainedModels;
import it.voci.UserException;
import it.voci.actors.Gazetteer;
import it.voci.embedding.WordVectorFile;
import it.voci.embedding.WordVectors;
import it.voci.store.Manifest;
import it.voci.store.ModelDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelTrainingTest {
  @TempDir private Path folder;
  private Path data;
  private Path out;

  @BeforeEach
  void dataset() {
    data = TrainedModels.dataset(folder);
    out = folder.resolve("out");
  }

  private Manifest train(Optional<Path> embeddings, Optional<String> about) {
    return ModelTraining.run(
        new ModelTraining.Request(
            data, 1, embeddings, about, out, Fixtures.SETTINGS, Gazetteer.EMPTY, "command"),
        ProgressListener.SILENT);
  }

  @Test
  void training_neverOpensTheTestArticles() throws IOException {
    // Reading any part of it would fail: it is neither UTF-8 nor JSON.
    Files.write(data.resolve("test.jsonl"), new byte[] {(byte) 0xFF, 0, 1});
    assertThatCode(() -> train(Optional.empty(), Optional.empty())).doesNotThrowAnyException();
  }

  @Test
  void training_takesVectorsFromAModel_andKeepsWhatItSaysOfThem() throws IOException {
    WordVectors vectors = new WordVectors(List.of("cena", "treno"), 2, new float[] {1, 0, 0, 1});
    Path file = folder.resolve("v.bin");
    try (var stream = Files.newOutputStream(file)) {
      WordVectorFile.write(vectors, WordVectorFile.Format.BINARY, stream);
    }
    Path first = folder.resolve("first");
    ModelTraining.run(
        new ModelTraining.Request(
            data,
            1,
            Optional.of(file),
            Optional.of("Letters of mine, CC0"),
            first,
            Fixtures.SETTINGS,
            Gazetteer.EMPTY,
            "command"),
        ProgressListener.SILENT);
    Manifest second = train(Optional.of(first), Optional.empty());
    assertThat(second.embedding().about()).isEqualTo("Letters of mine, CC0");
    assertThat(second.embedding().words()).isEqualTo(2);
    assertThat(second.id().split("@", -1)[1])
        .isEqualTo(ModelDirectory.manifest(first).id().split("@", -1)[1]);
  }

  @Test
  void trainingData_withABadLine_isNamedAndNothingIsWritten() throws IOException {
    Files.writeString(
        data.resolve("train.jsonl"),
        TrainedModels.lines(Fixtures.articles())
            + "{\"id\":\"b\",\"paragraphs\":[{\"text\":1}]}\n");
    assertThatThrownBy(() -> train(Optional.empty(), Optional.empty()))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith(data.resolve("train.jsonl") + ":4: ");
    assertThat(out).doesNotExist();
  }

  @Test
  void trainingData_withoutDev_isAUserError() throws IOException {
    Files.delete(data.resolve("dev.jsonl"));
    assertThatThrownBy(() -> train(Optional.empty(), Optional.empty()))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("dev.jsonl");
  }
}
