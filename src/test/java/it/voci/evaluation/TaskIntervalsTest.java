package it.voci.evaluation;

import static it.voci.evaluation.Fixtures.SCHEME;
import static it.voci.evaluation.Fixtures.VOICE;
import static it.voci.evaluation.Fixtures.sure;
import static it.voci.evaluation.Fixtures.voice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonPrimitive;
import it.voci.classifier.Prediction;
import it.voci.corpus.Article;
import it.voci.corpus.Paragraph;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Intervals of a task's figures, and slices. */
class TaskIntervalsTest {
  @Test
  void twoArticles_giveTheExtremesOfTheirResamples() {
    List<Outcome> outcomes = new ArrayList<>();
    outcomes.addAll(Collections.nCopies(3, voice("bad", "a", "b")));
    outcomes.addAll(Collections.nCopies(3, voice("good", "a", "a")));

    TaskIntervals intervals = TaskIntervals.of(VOICE, outcomes, new ArticleBootstrap(7));

    assertThat(intervals.accuracy()).isEqualTo(new Interval(0.5, 0, 1));
    // Half right at confidence 0.7; none right; all right.
    assertThat(intervals.ece().estimate()).isCloseTo(0.2, within(1e-12));
    assertThat(intervals.ece().high()).isCloseTo(0.7, within(1e-12));
    assertThat(intervals.f1().keySet()).containsExactly("a", "b", "c", "d");
    assertThat(intervals.f1().get("a").estimate()).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(intervals.f1().get("d")).isEqualTo(new Interval(0, 0, 0));
  }

  @Test
  void ece_isThatOfTheCalibrationScores() {
    List<Outcome> outcomes = Fixtures.random(5, 90);
    SCHEME
        .tasks()
        .forEach(
            task ->
                assertThat(
                        TaskIntervals.ece(task, outcomes, new ArticleBootstrap(20, 0.9, 1))
                            .estimate())
                    .isCloseTo(
                        CalibrationScores.of(task, outcomes).expectedCalibrationError(),
                        within(1e-12)));
  }

  @Test
  void slices_countedByHand() {
    Map<String, List<String>> gold = Map.of("voice", List.of("a"), "topics", List.of());
    Article first =
        article(
            "x",
            "2022-05",
            new Paragraph("«Basta», ha detto.", gold, Map.of("hard", new JsonPrimitive(true))),
            new Paragraph("Pioveva. ".repeat(90), gold, Map.of()));
    Article second = article("y", "2023-01-09", new Paragraph("Nevicava.", gold, Map.of()));
    List<Outcome> outcomes = new ArrayList<>();
    outcomes.addAll(Outcome.of(first, List.of(says("a"), says("b"))));
    outcomes.addAll(Outcome.of(second, List.of(says("a"))));

    List<Slice> slices =
        Slice.of(SCHEME, List.of(first, second), outcomes, new ArticleBootstrap(1));

    assertThat(slices)
        .extracting(slice -> slice.by() + " " + slice.value() + " " + slice.paragraphs())
        .containsExactly(
            "register news 3",
            "year 2022 2",
            "year 2023 1",
            "words 1-40 2",
            "words 81-120 1",
            "quotation marks no 2",
            "quotation marks yes 1",
            "hard no 2",
            "hard yes 1");
    Slice year = slices.get(1);
    assertThat(year.articles()).isEqualTo(1);
    assertThat(year.tasks().get("voice").accuracy()).isEqualTo(new Interval(0.5, 0.5, 0.5));
    assertThat(year.tasks().get("voice").scored()).isEqualTo(2);
  }

  private static Prediction says(String voice) {
    return new Prediction(
        List.of(
            Fixtures.prediction(VOICE, sure(VOICE, voice)),
            Fixtures.prediction(Fixtures.TOPICS, 0, 0, 0)));
  }

  private static Article article(String id, String date, Paragraph... paragraphs) {
    return new Article(
        id,
        Optional.empty(),
        Optional.empty(),
        Optional.of(date),
        Optional.of("news"),
        false,
        List.of(paragraphs),
        Map.of());
  }
}
