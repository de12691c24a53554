package it.voci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import it.voci.app.ModelEvaluation;
import it.voci.app.ProgressListener;
import it.voci.classifier.LinearClassifier;
import it.voci.classifier.ParagraphClassifier;
import it.voci.corpus.Article;
import it.voci.corpus.DatasetFile;
import it.voci.corpus.Paragraph;
import it.voci.evaluation.Evaluation;
import it.voci.evaluation.Outcome;
import it.voci.evaluation.TaskEvaluation;
import it.voci.input.InputArticle;
import it.voci.input.InputReader;
import it.voci.report.ModelCard;
import it.voci.store.Checksums;
import it.voci.store.ModelDirectory;
import it.voci.store.RecordedEvaluation;
import it.voci.store.StoredModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
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

  /** Articles that a small model is trained on. */
  private static final int SMALL = 180;

  /**
   * Macro-F1 on the test articles that a change must not fall below: the score of the shipped model
   * (0.833, 0.755, 0.744) less a margin of 0.02, for other machines and small repairs of the
   * labels.
   */
  private static final Map<String, Double> FLOORS =
      Map.of("voice", 0.81, "stance", 0.73, "topics", 0.72);

  private static StoredModel model;
  private static ModelEvaluation.Result result;

  /** Scores mean nothing on other articles, so these are looked at before anything is scored. */
  @BeforeAll
  static void evaluate() throws IOException {
    model = ModelDirectory.read(MODEL);
    for (Map.Entry<String, String> file : model.manifest().dataset().sha256().entrySet()) {
      assertThat(Checksums.sha256(DATA.resolve(file.getKey())))
          .as(file.getKey() + " is the one the model was trained on")
          .isEqualTo(file.getValue());
    }
    assertThat(Checksums.sha256(TEST))
        .as("test.jsonl is the one the card's scores are of")
        .isEqualTo(recorded().sha256());
    result = ModelEvaluation.run(model, TEST, false, SEED, ProgressListener.SILENT);
  }

  @Test
  void scores_onTest_doNotFallBelowTheirFloors() {
    assertThat(below(result.report().evaluation())).isEmpty();
  }

  /** The tasks whose floors are missed. */
  private static List<String> below(Evaluation evaluation) {
    return FLOORS.keySet().stream()
        .filter(task -> evaluation.task(task).macroF1() < FLOORS.get(task))
        .sorted()
        .toList();
  }

  /**
   * The check of the check: were the floors so low, or the test labels so easy to guess, that
   * learning nothing is enough, they would guard nothing.
   */
  @Test
  void floors_areMissedByAModelTrainedOnShuffledLabels() {
    List<Article> train =
        DatasetFile.read(DATA.resolve("train.jsonl"), model.scheme()).subList(0, SMALL);
    Evaluation nothing = linear(shuffled(train));
    assertThat(below(nothing)).containsExactly("stance", "topics", "voice");
    // Yet the same classifier learns from the same labels where they stand.
    Evaluation something = linear(train);
    for (String task : FLOORS.keySet()) {
      assertThat(something.task(task).macroF1())
          .as(task)
          .isGreaterThan(nothing.task(task).macroF1() + 0.1);
    }
  }

  private static Evaluation linear(List<Article> train) {
    ParagraphClassifier classifier = LinearClassifier.train(train, model.scheme(), 1, SEED);
    return Evaluation.of(
        model.scheme(),
        result.articles().stream()
            .flatMap(article -> Outcome.of(article, classifier.classify(article)).stream())
            .toList());
  }

  /** The same texts and the same labels, dealt out to other paragraphs. */
  private static List<Article> shuffled(List<Article> articles) {
    List<Map<String, List<String>>> labels =
        new ArrayList<>(
            articles.stream()
                .flatMap(a -> a.paragraphs().stream())
                .map(Paragraph::labels)
                .toList());
    Collections.shuffle(labels, new Random(SEED));
    Iterator<Map<String, List<String>>> next = labels.iterator();
    return articles.stream()
        .map(
            article ->
                article.withParagraphs(
                    article.paragraphs().stream()
                        .map(p -> new Paragraph(p.text(), next.next(), Map.of()))
                        .toList()))
        .toList();
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

  @Test
  void card_isWrittenFromTheRecordedScores() throws IOException {
    assertThat(MODEL.resolve(ModelDirectory.CARD))
        .content()
        .isEqualTo(
            ModelCard.render(
                model.manifest(),
                model.scheme(),
                ModelDirectory.evaluations(MODEL),
                ModelDirectory.ablation(MODEL)));
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
      assertThat(bytes).isLessThan(45L << 20);
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
