package it.voci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import it.voci.app.ModelEvaluation;
import it.voci.app.ProgressListener;
import it.voci.evaluation.TaskEvaluation;
import it.voci.input.InputArticle;
import it.voci.input.InputReader;
import it.voci.store.Checksums;
import it.voci.store.ModelDirectory;
import it.voci.store.RecordedEvaluation;
import it.voci.store.StoredModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the shipped model and its card promise. */
@Tag("slow")
class ShippedModelTest {
  private static final Path MODEL = Path.of("models", "voci-it");
  private static final Path DATA = Path.of("datasets", "voci-it");
  private static final Path TEST = DATA.resolve("test.jsonl");
  private static final long SEED = 42;

  /**
   * Macro-F1 on the test articles that a change must not fall below: the score of the shipped model
   * (0.802, 0.703, 0.708) less a margin of 0.02, for other machines and small repairs of the
   * labels.
   */
  private static final Map<String, Double> FLOORS =
      Map.of("voice", 0.78, "stance", 0.68, "topics", 0.69);

  private static StoredModel model;
  private static ModelEvaluation.Result result;

  @BeforeAll
  static void evaluate() {
    model = ModelDirectory.read(MODEL);
    result = ModelEvaluation.run(model, TEST, false, SEED, ProgressListener.SILENT);
  }

  @Test
  void corpus_isTheOneTheModelWasTrainedAndScoredOn() throws IOException {
    for (Map.Entry<String, String> file : model.manifest().dataset().sha256().entrySet()) {
      assertThat(Checksums.sha256(DATA.resolve(file.getKey())))
          .as(file.getKey())
          .isEqualTo(file.getValue());
    }
    assertThat(recorded().sha256()).isEqualTo(Checksums.sha256(TEST));
  }

  @Test
  void scores_onTest_doNotFallBelowTheirFloors() {
    FLOORS.forEach(
        (task, floor) ->
            assertThat(result.report().evaluation().task(task).macroF1())
                .as(task)
                .isGreaterThanOrEqualTo(floor));
  }

  @Test
  void scores_areFarAboveThoseOfTheMajority() {
    for (TaskEvaluation task : result.report().evaluation().tasks().values()) {
      double majority =
          result.report().peers().get(0).evaluation().task(task.task().id()).macroF1();
      assertThat(task.macroF1()).as(task.task().id()).isGreaterThan(majority + 0.3);
    }
  }

  @Test
  void scoresInTheCard_areTheRecomputedOnes() {
    for (RecordedEvaluation.Task task : recorded().tasks()) {
      TaskEvaluation computed = result.report().evaluation().task(task.task());
      assertThat(task.macroF1()).as(task.task()).isCloseTo(computed.macroF1(), within(1e-3));
      assertThat(task.accuracy()).as(task.task()).isCloseTo(computed.accuracy(), within(1e-3));
    }
  }

  private static RecordedEvaluation recorded() {
    return ModelDirectory.evaluations(MODEL).stream()
        .filter(evaluation -> evaluation.data().equals("test.jsonl"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void directory_staysSmall() throws IOException {
    try (Stream<Path> files = Files.walk(MODEL)) {
      long bytes = files.filter(Files::isRegularFile).mapToLong(ShippedModelTest::size).sum();
      assertThat(bytes).isLessThan(30L << 20);
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void sampleArticle_getsALabelForEveryParagraph() {
    List<InputArticle> articles = InputReader.read(Path.of("datasets/samples/cavi-baltico.txt"));
    assertThat(model.classifier().classify(articles.get(0).article())).hasSize(10);
  }
}
