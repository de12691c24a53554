package it.voci.evaluation;

import static it.voci.evaluation.Fixtures.VOICE;
import static it.voci.evaluation.Fixtures.voice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final ArticleBootstrap BOOTSTRAP = new ArticleBootstrap(3);

  // gold    a a b b a b
  // first   a b b a b b     right: 1 0 1 0 0 1
  // second  a a a b a b     right: 1 1 0 1 1 1
  private static final List<Outcome> FIRST =
      List.of(
          voice("x", "a", "a"),
          voice("x", "a", "b"),
          voice("x", "b", "b"),
          voice("y", "b", "a"),
          voice("y", "a", "b"),
          voice("y", "b", "b"));
  private static final List<Outcome> SECOND =
      List.of(
          voice("x", "a", "a"),
          voice("x", "a", "a"),
          voice("x", "b", "a"),
          voice("y", "b", "b"),
          voice("y", "a", "a"),
          voice("y", "b", "b"));

  @Test
  void twoSystems_countedByHand() {
    Comparison comparison = Comparison.of(VOICE, FIRST, SECOND, BOOTSTRAP);

    assertThat(comparison.scored()).isEqualTo(6);
    assertThat(comparison.won()).isEqualTo(3);
    assertThat(comparison.lost()).isEqualTo(1);
    // 2 · (1 + 4) / 16
    assertThat(comparison.pValue()).isCloseTo(0.625, within(1e-12));
    assertThat(comparison.accuracy().estimate()).isCloseTo(5 / 6.0 - 3 / 6.0, within(1e-12));
    // F1 of a: 2·1/(2+1+2) = 0.4, then 2·3/(6+1+0) = 6/7
    assertThat(comparison.f1().get("a").estimate()).isCloseTo(6 / 7.0 - 0.4, within(1e-12));
    // of b: 2·2/(4+2+1) = 4/7, then 2·2/(4+0+1) = 0.8
    assertThat(comparison.f1().get("b").estimate()).isCloseTo(0.8 - 4 / 7.0, within(1e-12));
    assertThat(comparison.f1().get("c").estimate()).isZero();
    assertThat(comparison.changes())
        .extracting(change -> change.articleId() + change.index() + change.second() + change.won())
        .containsExactly("x0[a]true", "x0[a]false", "y0[b]true", "y0[a]true");
    // In x the accuracies are equal, in y it rises from 1/3 to 1.
    assertThat(comparison.accuracy().low()).isCloseTo(0, within(1e-12));
    assertThat(comparison.accuracy().high()).isCloseTo(2 / 3.0, within(1e-12));
  }

  @Test
  void aSystemAndItself_doNotDiffer() {
    Comparison comparison = Comparison.of(VOICE, FIRST, FIRST, BOOTSTRAP);
    assertThat(comparison.won() + comparison.lost()).isZero();
    assertThat(comparison.pValue()).isEqualTo(1);
    assertThat(comparison.macroF1()).isEqualTo(new Interval(0, 0, 0));
  }

  @Test
  void otherParagraphs_areRefused() {
    assertThatThrownBy(() -> Comparison.of(VOICE, FIRST, SECOND.subList(0, 5), BOOTSTRAP))
        .hasMessageContaining("6 and 5");
    assertThatThrownBy(() -> Comparison.of(VOICE, FIRST, Fixtures.shuffled(SECOND), BOOTSTRAP))
        .hasMessageContaining("not of the same paragraph");
  }
}
