package it.voci.evaluation;

import static it.voci.evaluation.Fixtures.VOICE;
import static it.voci.evaluation.Fixtures.voice;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleBootstrapTest {
  private static final List<Outcome> OUTCOMES = Fixtures.random(3, 120);

  private static double accuracy(List<Outcome> outcomes) {
    return LabelCounts.of(VOICE, outcomes).accuracy();
  }

  @Test
  void twoArticles_givesTheQuantilesOfTheThreePossibleResamples() {
    // Accuracy of the resamples: 0 for bad-bad (1/4), 1/2 for a mix (1/2), 1 for good-good (1/4)
    List<Outcome> outcomes = new ArrayList<>();
    outcomes.addAll(Collections.nCopies(3, voice("bad", "a", "b")));
    outcomes.addAll(Collections.nCopies(3, voice("good", "a", "a")));

    assertThat(new ArticleBootstrap(7).interval(outcomes, ArticleBootstrapTest::accuracy))
        .isEqualTo(new Interval(0.5, 0, 1));
    // The middle 40 % are mixes.
    assertThat(
            new ArticleBootstrap(1000, 0.4, 7).interval(outcomes, ArticleBootstrapTest::accuracy))
        .isEqualTo(new Interval(0.5, 0.5, 0.5));
  }

  @Test
  void sameSeed_givesTheSameIntervalInAnyOrder() {
    Interval interval = new ArticleBootstrap(7).interval(VOICE, OUTCOMES, LabelCounts::macroF1);

    assertThat(new ArticleBootstrap(7).interval(VOICE, OUTCOMES, LabelCounts::macroF1))
        .isEqualTo(interval);
    assertThat(
            new ArticleBootstrap(7)
                .interval(VOICE, Fixtures.shuffled(OUTCOMES), LabelCounts::macroF1))
        .isEqualTo(interval);
    assertThat(new ArticleBootstrap(8).interval(VOICE, OUTCOMES, LabelCounts::macroF1))
        .isNotEqualTo(interval);
  }

  @Test
  void countsPerArticle_giveTheSameAsTheGeneralMethod() {
    ArticleBootstrap bootstrap = new ArticleBootstrap(300, 0.9, 11);

    assertThat(bootstrap.interval(VOICE, OUTCOMES, LabelCounts::weightedF1))
        .isEqualTo(
            bootstrap.interval(OUTCOMES, sample -> LabelCounts.of(VOICE, sample).weightedF1()));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void interval_containsTheEstimateAndGrowsWithTheLevel(long seed) {
    Interval wide =
        new ArticleBootstrap(1000, 0.99, seed).interval(VOICE, OUTCOMES, LabelCounts::accuracy);
    Interval narrow =
        new ArticleBootstrap(1000, 0.8, seed).interval(VOICE, OUTCOMES, LabelCounts::accuracy);

    assertThat(narrow.estimate()).isEqualTo(accuracy(OUTCOMES));
    assertThat(narrow.estimate()).isBetween(narrow.low(), narrow.high());
    assertThat(narrow.low()).isBetween(wide.low(), narrow.high());
    assertThat(narrow.high()).isBetween(narrow.low(), wide.high());
    assertThat(wide.high() - wide.low()).isGreaterThan(narrow.high() - narrow.low());
    assertThat(wide.low()).isBetween(0.0, 1.0);
    assertThat(wide.high()).isBetween(0.0, 1.0);
  }

  @Test
  void paragraphsOfOneArticle_stayTogether() {
    // Ten articles of five equal paragraphs are ten observations, not fifty.
    List<Outcome> together = new ArrayList<>();
    List<Outcome> apart = new ArrayList<>();
    for (int article = 0; article < 10; article++) {
      for (int paragraph = 0; paragraph < 5; paragraph++) {
        String predicted = article % 2 == 0 ? "a" : "b";
        together.add(voice("x" + article, "a", predicted));
        apart.add(voice("x" + article + "-" + paragraph, "a", predicted));
      }
    }
    ArticleBootstrap bootstrap = new ArticleBootstrap(5);

    Interval wide = bootstrap.interval(VOICE, together, LabelCounts::accuracy);
    Interval narrow = bootstrap.interval(VOICE, apart, LabelCounts::accuracy);

    assertThat(wide.high() - wide.low()).isGreaterThan(1.5 * (narrow.high() - narrow.low()));
  }

  @Test
  void differenceOfTwoSystems_isResampledInPairs() {
    record Pair(Outcome first, Outcome second) {}
    List<Pair> pairs = OUTCOMES.stream().map(outcome -> new Pair(outcome, outcome)).toList();

    Interval interval =
        new ArticleBootstrap(5)
            .interval(
                pairs,
                pair -> pair.first().articleId(),
                sample ->
                    accuracy(sample.stream().map(Pair::first).toList())
                        - accuracy(sample.stream().map(Pair::second).toList()));

    // A system does not differ from itself, in whatever articles.
    assertThat(interval).isEqualTo(new Interval(0, 0, 0));
  }

  @Test
  void nothingToResample_givesTheEstimate() {
    assertThat(new ArticleBootstrap(1).interval(List.of(), sample -> 0.25))
        .isEqualTo(new Interval(0.25, 0.25, 0.25));
    assertThat(new ArticleBootstrap(1).interval(VOICE, List.of(), LabelCounts::macroF1))
        .isEqualTo(new Interval(0, 0, 0));
    assertThat(
            new ArticleBootstrap(1)
                .interval(VOICE, List.of(voice("x", "a", "a")), LabelCounts::macroF1))
        .isEqualTo(new Interval(1, 1, 1));
  }

  @Test
  void badSettings_areRefused() {
    assertThatThrownBy(() -> new ArticleBootstrap(0, 0.95, 1)).hasMessageContaining("was 0");
    assertThatThrownBy(() -> new ArticleBootstrap(10, 1, 1)).hasMessageContaining("was 1.0");
    assertThatThrownBy(() -> new ArticleBootstrap(10, Double.NaN, 1))
        .hasMessageContaining("was NaN");
  }
}
