package it.voci.evaluation;

import static it.voci.evaluation.Fixtures.outcome;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.voci.corpus.Task;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThresholdSearchTest {
  private static final Task ONE = Fixtures.task("set", Task.Kind.MULTI, "k");

  /** The threshold for scores of paragraphs, those that hold first. */
  private static double threshold(List<Double> holding, List<Double> others) {
    List<Outcome> outcomes = new ArrayList<>();
    holding.forEach(score -> outcomes.add(outcome(ONE, List.of("k"), score)));
    others.forEach(score -> outcomes.add(outcome(ONE, List.of(), score)));
    return ThresholdSearch.fit(ONE, outcomes).get(0);
  }

  @Test
  void separableScores_takeTheNearestToAHalf() {
    // 0.26 to 0.30 part them
    assertThat(threshold(List.of(0.3, 0.6), List.of(0.2, 0.25))).isEqualTo(0.3);
    // 0.71 to 0.80
    assertThat(threshold(List.of(0.8, 0.9), List.of(0.1, 0.7))).isEqualTo(0.71);
    // 0.21 to 0.80
    assertThat(threshold(List.of(0.8), List.of(0.2))).isEqualTo(0.5);
  }

  @Test
  void equallyNear_takesTheLower() {
    // F1 at 0.49: 4/6, at 0.50: 2/5, at 0.51: 2/3
    assertThat(threshold(List.of(0.9, 0.49), List.of(0.5, 0.5))).isEqualTo(0.49);
  }

  @Test
  void bestOutsideTheRange_staysInIt() {
    assertThat(threshold(List.of(0.02, 0.06), List.of(0.01, 0.055))).isEqualTo(0.06);
    assertThat(threshold(List.of(0.99), List.of(0.97))).isEqualTo(0.5); // 2/3 everywhere
    assertThat(threshold(List.of(0.99), List.of(0.94))).isEqualTo(0.95);
    assertThat(threshold(List.of(0.06, 0.05), List.of(0.01))).isEqualTo(0.05);
  }

  @Test
  void nothingToFind_keepsAHalf() {
    assertThat(threshold(List.of(), List.of(0.1, 0.9))).isEqualTo(0.5);
    assertThat(threshold(List.of(), List.of())).isEqualTo(0.5);
    assertThat(threshold(List.of(0.01), List.of(0.9))).isEqualTo(0.5); // never found
  }

  @Test
  void everyLabelOnItsOwn() {
    List<Outcome> outcomes =
        List.of(
            outcome(Fixtures.TOPICS, List.of("k"), 0.3, 0.6, 0.9),
            outcome(Fixtures.TOPICS, List.of("l"), 0.1, 0.9, 0.9));

    assertThat(ThresholdSearch.fit(Fixtures.TOPICS, outcomes)).containsExactly(0.3, 0.61, 0.5);
  }

  @Test
  void bagged_articlesThatAgree_isTheThresholdOfEach() {
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      outcomes.addAll(in("a" + i, 0.3, 0.2));
    }

    assertThat(ThresholdSearch.bagged(ONE, outcomes, 1)).containsExactly(0.3);
  }

  @Test
  void bagged_oneOddArticle_movesTheThresholdByAPart() {
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      outcomes.addAll(in("a" + i, 0.3, 0.2));
    }
    outcomes.addAll(in("odd", 0.9, 0.8));

    // Without the odd article 0.3; with it 0.21 to 0.3 let its false positive pass as well.
    assertThat(ThresholdSearch.bagged(ONE, outcomes, 1).get(0)).isBetween(0.3, 0.5);
    assertThat(ThresholdSearch.bagged(ONE, outcomes, 1))
        .isEqualTo(ThresholdSearch.bagged(ONE, outcomes, 1));
  }

  /** An article with a paragraph that has the label, and one that has not. */
  private static List<Outcome> in(String article, double holding, double other) {
    return List.of(
        named(article, 0, outcome(ONE, List.of("k"), holding)),
        named(article, 1, outcome(ONE, List.of(), other)));
  }

  private static Outcome named(String article, int index, Outcome outcome) {
    return new Outcome(article, index, outcome.gold(), outcome.prediction());
  }

  @Test
  void singleTask_isRefused() {
    assertThatThrownBy(() -> ThresholdSearch.fit(Fixtures.VOICE, List.of()))
        .hasMessage("task voice has no thresholds");
  }
}
