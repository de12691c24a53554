package it.voci.evaluation;

import static it.voci.evaluation.Fixtures.SCHEME;
import static it.voci.evaluation.Fixtures.TOPICS;
import static it.voci.evaluation.Fixtures.VOICE;
import static it.voci.evaluation.Fixtures.outcome;
import static it.voci.evaluation.Fixtures.prediction;
import static it.voci.evaluation.Fixtures.sure;
import static it.voci.evaluation.Fixtures.voice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import it.voci.classifier.Prediction;
import it.voci.corpus.Article;
import it.voci.corpus.LabelScheme;
import it.voci.corpus.Paragraph;
import it.voci.corpus.Task;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluationTest {
  // gold      a a a b b c
  // predicted a a b b c b     d occurs in neither
  private static final List<Outcome> VOICES =
      List.of(
          voice("x", "a", "a"),
          voice("x", "a", "a"),
          voice("x", "a", "b"),
          voice("x", "b", "b"),
          voice("y", "b", "c"),
          voice("y", "c", "b"));

  // Scores from 0.5 up are predictions.
  private static final List<Outcome> MANY_TOPICS =
      List.of(
          outcome(TOPICS, List.of("k", "l"), 0.8, 0.3, 0.1), // {k}: Jaccard 1/2
          outcome(TOPICS, List.of(), 0.2, 0.1, 0.1), // {}: 1
          outcome(TOPICS, List.of("l"), 0.2, 0.9, 0.7), // {l, m}: 1/2
          outcome(TOPICS, List.of("k"), 0.2, 0.6, 0.2)); // {l}: 0

  private static TaskEvaluation.Single single(List<Outcome> outcomes) {
    return (TaskEvaluation.Single) Evaluation.of(SCHEME, outcomes).task("voice");
  }

  private static TaskEvaluation.Multi multi(List<Outcome> outcomes) {
    return (TaskEvaluation.Multi) Evaluation.of(SCHEME, outcomes).task("topics");
  }

  @Test
  void singleTask_countedByHand() {
    TaskEvaluation.Single evaluation = single(VOICES);

    assertThat(evaluation.scored()).isEqualTo(6);
    assertThat(evaluation.labels().keySet()).containsExactly("a", "b", "c", "d");
    assertThat(evaluation.labels())
        .containsEntry("a", new LabelScores(1, 2 / 3.0, 0.8, 3))
        .containsEntry("b", new LabelScores(1 / 3.0, 0.5, 0.4, 2))
        .containsEntry("c", new LabelScores(0, 0, 0, 1))
        .containsEntry("d", new LabelScores(0, 0, 0, 0));
    assertThat(evaluation.accuracy()).isEqualTo(0.5);
    assertThat(evaluation.macroF1()).isCloseTo((0.8 + 0.4 + 0) / 3, within(1e-12));
    assertThat(evaluation.microF1()).isEqualTo(0.5);
    assertThat(evaluation.weightedF1()).isCloseTo((3 * 0.8 + 2 * 0.4) / 6, within(1e-12));
    // By chance (3·2 + 2·3 + 1·1) / 36 = 13/36; (18 - 13) / (36 - 13)
    assertThat(evaluation.cohenKappa()).hasValueCloseTo(5 / 23.0, within(1e-12));
  }

  @Test
  void confusion_rowsAreTheTruth() {
    ConfusionMatrix confusion = single(VOICES).confusion();

    assertThat(confusion.labels()).containsExactly("a", "b", "c", "d");
    assertThat(confusion.rows())
        .containsExactly(
            List.of(2, 1, 0, 0), List.of(0, 1, 1, 0), List.of(0, 1, 0, 0), List.of(0, 0, 0, 0));
    assertThat(confusion.count("a", "b")).isEqualTo(1);
    assertThat(confusion.count("b", "a")).isZero();
    assertThatThrownBy(() -> confusion.count("a", "z")).hasMessage("no label z among [a, b, c, d]");
  }

  @Test
  void multiTask_countedByHand() {
    TaskEvaluation.Multi evaluation = multi(MANY_TOPICS);

    assertThat(evaluation.scored()).isEqualTo(4);
    assertThat(evaluation.labels())
        .containsEntry("k", new LabelScores(1, 0.5, 2 / 3.0, 2))
        .containsEntry("l", new LabelScores(0.5, 0.5, 0.5, 2))
        .containsEntry("m", new LabelScores(0, 0, 0, 0));
    assertThat(evaluation.accuracy()).isEqualTo(0.25);
    // m counts although it is in no gold set.
    assertThat(evaluation.macroF1()).isCloseTo((2 / 3.0 + 0.5 + 0) / 3, within(1e-12));
    assertThat(evaluation.microF1()).isEqualTo(0.5); // 2 hits, 2 false, 2 missed
    assertThat(evaluation.weightedF1()).isCloseTo(7 / 12.0, within(1e-12));
    assertThat(evaluation.meanJaccard()).isEqualTo(0.5);
  }

  @Test
  void confusions_ofAMultiTask_countEveryLabelAlone() {
    assertThat(multi(MANY_TOPICS).confusions())
        .containsOnlyKeys("k", "l", "m")
        .hasEntrySatisfying(
            "k", k -> assertThat(k.rows()).isEqualTo(List.of(List.of(2, 0), List.of(1, 1))))
        .hasEntrySatisfying(
            "l", l -> assertThat(l.rows()).isEqualTo(List.of(List.of(1, 1), List.of(1, 1))))
        .hasEntrySatisfying(
            "m", m -> assertThat(m.rows()).isEqualTo(List.of(List.of(3, 1), List.of(0, 0))));
    assertThat(multi(MANY_TOPICS).confusions().get("m").neverRight()).containsExactly("yes");
  }

  @Test
  void averagePrecision_equalScoresAreOneStep() {
    TaskEvaluation.Multi evaluation = multi(MANY_TOPICS);

    // k: 0.8 hit, then three at 0.2 with one hit: 1/2 · 1 + 1/2 · 2/4
    assertThat(evaluation.averagePrecision().get("k")).isCloseTo(0.75, within(1e-12));
    // l: 0.9 hit, 0.6 miss, 0.3 hit, 0.1 miss: 1/2 · 1 + 1/2 · 2/3
    assertThat(evaluation.averagePrecision().get("l")).isCloseTo(5 / 6.0, within(1e-12));
    assertThat(evaluation.averagePrecision().get("m")).isZero();
    assertThat(evaluation.macroAveragePrecision()).isCloseTo((0.75 + 5 / 6.0) / 3, within(1e-12));
  }

  @Test
  void maskedTask_isNotScored() {
    Outcome masked =
        new Outcome(
            "x",
            0,
            Map.of("voice", List.of("a")),
            new Prediction(
                List.of(prediction(VOICE, sure(VOICE, "a")), prediction(TOPICS, 0.9, 0.9, 0.9))));

    assertThat(single(List.of(masked)).scored()).isEqualTo(1);
    assertThat(multi(List.of(masked)).scored()).isZero();
  }

  @Test
  void nothingScored_everyFigureIsZeroOrEmpty() {
    for (List<Outcome> outcomes : List.of(List.<Outcome>of(), MANY_TOPICS)) {
      TaskEvaluation.Single evaluation = single(outcomes);
      assertThat(evaluation.scored()).isZero();
      assertThat(evaluation.accuracy()).isZero();
      assertThat(evaluation.macroF1()).isZero();
      assertThat(evaluation.microF1()).isZero();
      assertThat(evaluation.weightedF1()).isZero();
      assertThat(evaluation.cohenKappa()).isEmpty();
      assertThat(evaluation.coverage().points()).isEmpty();
      assertThat(evaluation.calibration()).isEqualTo(new CalibrationScores(0, 0, List.of()));
    }
    assertThat(multi(List.of()).meanJaccard()).isZero();
    assertThat(multi(List.of()).macroAveragePrecision()).isZero();
  }

  @Test
  void oneClassOnly_isPerfectButKappaIsUndefined() {
    TaskEvaluation.Single evaluation = single(List.of(voice("x", "a", "a"), voice("x", "a", "a")));

    assertThat(evaluation.accuracy()).isEqualTo(1);
    assertThat(evaluation.macroF1()).isEqualTo(1);
    assertThat(evaluation.cohenKappa()).isEmpty();
  }

  @Test
  void emptyGoldAndEmptyPrediction_isRight() {
    TaskEvaluation.Multi evaluation = multi(List.of(outcome(TOPICS, List.of(), 0.1, 0.1, 0.1)));

    assertThat(evaluation.accuracy()).isEqualTo(1);
    assertThat(evaluation.meanJaccard()).isEqualTo(1);
    assertThat(evaluation.macroF1()).isZero();
  }

  @Test
  void labelsThatDoNotFit_areRefused() {
    assertThatThrownBy(() -> single(List.of(outcome(VOICE, List.of("z"), sure(VOICE, "a")))))
        .hasMessage("task voice has no label z");
    assertThatThrownBy(() -> single(List.of(outcome(VOICE, List.of(), sure(VOICE, "a")))))
        .hasMessage("task voice takes one label but paragraph 0 of article x has []");
    assertThatThrownBy(() -> single(List.of(outcome(VOICE, List.of("a", "b"), sure(VOICE, "a")))))
        .hasMessageContaining("takes one label");
    Task reordered = Fixtures.task("voice", Task.Kind.SINGLE, "b", "a", "c", "d");
    assertThatThrownBy(
            () -> single(List.of(outcome(reordered, List.of("a"), sure(reordered, "a")))))
        .hasMessageContaining("other labels");
    assertThatThrownBy(() -> Evaluation.of(SCHEME, List.of()).task("stance"))
        .hasMessage("no task stance among [voice, topics]");
  }

  @Test
  void taskOfAnotherSchemeWithTheSameLabelIds_isScored() {
    Task renamed =
        new Task(
            "voice",
            Task.Kind.SINGLE,
            VOICE.labels().stream()
                .map(l -> new it.voci.corpus.Label(l.id(), "renamed", l.it(), l.about()))
                .toList());
    LabelScheme scheme = new LabelScheme("other", 2, List.of(renamed), List.of());

    assertThat(Evaluation.of(scheme, VOICES).task("voice").accuracy()).isEqualTo(0.5);
  }

  @Test
  void outcomesOfAnArticle_pairParagraphsWithPredictions() {
    Prediction a = new Prediction(List.of(prediction(VOICE, sure(VOICE, "a"))));
    Article article =
        Article.ofTexts("art", List.of())
            .withParagraphs(
                List.of(
                    new Paragraph("uno", Map.of("voice", List.of("b")), Map.of()),
                    Paragraph.unlabelled("due")));

    assertThat(Outcome.of(article, List.of(a, a)))
        .containsExactly(
            new Outcome("art", 0, Map.of("voice", List.of("b")), a),
            new Outcome("art", 1, Map.of(), a));
    assertThatThrownBy(() -> Outcome.of(article, List.of(a)))
        .hasMessage("article art has 2 paragraphs but 1 predictions");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void anyOutcomes_figuresAreSharesAndDoNotDependOnOrder(long seed) {
    List<Outcome> outcomes = Fixtures.random(seed, (int) seed * 20);
    Evaluation evaluation = Evaluation.of(SCHEME, outcomes);

    for (TaskEvaluation task : evaluation.tasks().values()) {
      assertThat(
              List.of(
                  task.accuracy(),
                  task.macroF1(),
                  task.microF1(),
                  task.weightedF1(),
                  task.calibration().expectedCalibrationError(),
                  task.calibration().brierScore() / 2))
          .allSatisfy(figure -> assertThat(figure).isBetween(0.0, 1.0));
      assertThat(task.labels().values().stream().mapToInt(LabelScores::support).sum())
          .isEqualTo(
              outcomes.stream()
                  .flatMap(o -> o.gold().getOrDefault(task.task().id(), List.of()).stream())
                  .count());
    }
    TaskEvaluation.Single voice = (TaskEvaluation.Single) evaluation.task("voice");
    assertThat(voice.microF1()).isCloseTo(voice.accuracy(), within(1e-12));
    voice
        .labels()
        .forEach(
            (label, scores) ->
                assertThat(
                        voice.confusion().rows().get(VOICE.indexOf(label)).stream()
                            .mapToInt(i -> i)
                            .sum())
                    .isEqualTo(scores.support()));
    assertThat(Evaluation.of(SCHEME, Fixtures.shuffled(outcomes)))
        .usingRecursiveComparison(
            RecursiveComparisonConfiguration.builder()
                .withComparatorForType(
                    (x, y) -> Math.abs(x - y) < 1e-12 ? 0 : Double.compare(x, y), Double.class)
                .build())
        .isEqualTo(evaluation);
  }
}
