package it.voci.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import it.voci.evaluation.AttributionCounts.Span;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttributionScoreTest {
  private static AttributionCounts count(List<Span> expected, List<Span> predicted) {
    return AttributionCounts.of(expected, predicted, String::equals);
  }

  @Test
  void paragraph_withEveryKindOfOutcome_isCounted() {
    List<Span> expected =
        List.of(
            new Span(0, 10, "A", "west"),
            new Span(20, 40, "B", "west"),
            new Span(50, 60, "C", "other"),
            new Span(70, 80, "D", "other"));
    List<Span> predicted =
        List.of(
            new Span(0, 5, "A", "west"), // half of the longer: found
            new Span(20, 29, "B", "west"), // less than half: no span
            new Span(50, 60, "X", "other"), // another speaker
            new Span(70, 82, "D", "kremlin"), // another side
            new Span(90, 95, "E", "other"));
    AttributionCounts counts = count(expected, predicted);
    assertThat(counts).isEqualTo(new AttributionCounts(4, 5, 3, 2, 1));
    assertThat(counts.precision()).isEqualTo(2.0 / 5);
    assertThat(counts.recall()).isEqualTo(2.0 / 4);
    assertThat(counts.f1()).isEqualTo(4.0 / 9);
    assertThat(counts.spanF1()).isEqualTo(6.0 / 9);
    assertThat(counts.sideAccuracy()).isEqualTo(0.5);
  }

  @Test
  void stretch_isTakenOnce() {
    List<Span> one = List.of(new Span(0, 10, "A", "west"));
    List<Span> twice = List.of(new Span(0, 10, "A", "west"), new Span(0, 9, "A", "west"));
    assertThat(count(one, twice)).isEqualTo(new AttributionCounts(1, 2, 1, 1, 1));
  }

  @Test
  void nothing_scoresZero() {
    assertThat(AttributionCounts.NONE.f1()).isZero();
    assertThat(AttributionCounts.NONE.sideAccuracy()).isZero();
    assertThat(count(List.of(), List.of())).isEqualTo(AttributionCounts.NONE);
  }

  @Test
  void score_ofArticles_sumsThemAndDrawsWholeOnes() {
    AttributionCounts good = new AttributionCounts(10, 10, 10, 10, 10);
    AttributionCounts bad = new AttributionCounts(10, 10, 5, 0, 0);
    AttributionScore score =
        AttributionScore.of(Map.of("a", good, "b", bad), new ArticleBootstrap(7));
    assertThat(score.counts()).isEqualTo(new AttributionCounts(20, 20, 15, 10, 10));
    assertThat(score.f1().estimate()).isEqualTo(0.5);
    assertThat(score.f1().low()).isZero();
    assertThat(score.f1().high()).isEqualTo(1);
    assertThat(score.spanF1().estimate()).isCloseTo(0.75, within(1e-12));
  }

  @Test
  void score_ofOneArticle_isItsOwnInterval() {
    AttributionScore score =
        AttributionScore.of(
            Map.of("a", new AttributionCounts(4, 5, 3, 2, 1)), new ArticleBootstrap(7));
    assertThat(score.precision()).isEqualTo(new Interval(0.4, 0.4, 0.4));
  }
}
