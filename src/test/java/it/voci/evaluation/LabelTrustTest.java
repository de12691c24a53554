package it.voci.evaluation;

import static it.voci.evaluation.Fixtures.TOPICS;
import static it.voci.evaluation.Fixtures.VOICE;
import static it.voci.evaluation.Fixtures.outcome;
import static it.voci.evaluation.Fixtures.sure;
import static it.voci.evaluation.Fixtures.voice;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How far labels can be trusted, and where a classifier was surely wrong. */
class LabelTrustTest {
  private static List<LabelTrust> trust(List<Outcome> outcomes) {
    return LabelTrust.of(
        LabelCounts.of(VOICE, outcomes),
        TaskIntervals.of(VOICE, outcomes, new ArticleBootstrap(100, 0.95, 3)));
  }

  /** Paragraphs of ten articles, so that resamples differ little. */
  private static void add(List<Outcome> outcomes, int times, String gold, String predicted) {
    for (int i = 0; i < times; i++) {
      outcomes.add(voice("x" + i % 10, gold, predicted));
    }
  }

  @Test
  void levels_followThePrecision() {
    List<Outcome> outcomes = new ArrayList<>();
    add(outcomes, 36, "a", "a");
    add(outcomes, 4, "b", "a"); // a: 36 of 40
    add(outcomes, 20, "b", "b");
    add(outcomes, 10, "a", "b"); // b: 20 of 30
    add(outcomes, 10, "c", "c");
    add(outcomes, 20, "a", "c"); // c: 10 of 30
    add(outcomes, 19, "d", "d"); // d: 19 of 19, yet too few

    List<LabelTrust> trust = trust(outcomes);

    assertThat(trust)
        .extracting(LabelTrust::level)
        .containsExactly(
            LabelTrust.Level.RELY,
            LabelTrust.Level.CHECK,
            LabelTrust.Level.DOUBT,
            LabelTrust.Level.FEW);
    assertThat(trust).extracting(LabelTrust::given).containsExactly(40, 30, 30, 19);
    assertThat(trust).extracting(LabelTrust::right).containsExactly(36, 20, 10, 19);
    assertThat(trust).extracting(LabelTrust::support).containsExactly(66, 24, 10, 19);
    assertThat(trust).extracting(LabelTrust::rightOfTen).containsExactly(9, 7, 3, 10);
    // a: 36 of 66 found
    assertThat(trust).extracting(LabelTrust::foundOfTen).containsExactly(5, 8, 10, 10);
  }

  @Test
  void level_highPrecisionOfFewUnlikeArticles_isToBeChecked() {
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      outcomes.add(voice("good", "a", "a"));
      outcomes.add(voice("mixed", i < 15 ? "a" : "b", "a"));
      outcomes.add(voice("bad", i < 12 ? "a" : "b", "a"));
    }
    // 47 of 60, but an article of 12 of 20 may come three times.
    assertThat(trust(outcomes).get(0).level()).isEqualTo(LabelTrust.Level.CHECK);
  }

  @Test
  void errors_surestFirst_countedByHand() {
    Outcome single = outcome("x", VOICE, List.of("b"), 0.6, 0.2, 0.1, 0.1);
    Outcome surer = outcome("y", VOICE, List.of("b"), 0.1, 0.1, 0.8, 0);
    Outcome right = outcome("z", VOICE, List.of("a"), sure(VOICE, "a"));
    assertThat(ConfidentError.of(VOICE, List.of(single, surer, right), 9))
        .extracting(ConfidentError::outcome)
        .containsExactly(surer, single);
    assertThat(ConfidentError.of(VOICE, List.of(single, surer), 1)).hasSize(1);

    // l is missed at 0.3, which is as wrong as 0.7; m is given at 0.6.
    Outcome topics = outcome("x", TOPICS, List.of("l", "k"), 0.9, 0.3, 0.6);
    assertThat(ConfidentError.of(TOPICS, List.of(single, topics), 9))
        .containsExactly(
            new ConfidentError(TOPICS, topics, List.of("k", "l"), List.of("k", "m"), 0.7));
  }

  @Test
  void confusionShares_addUpToOneOrNothing() {
    List<Outcome> outcomes = List.of(voice("x", "a", "a"), voice("x", "a", "b"));
    assertThat(((TaskEvaluation.Single) TaskEvaluation.of(VOICE, outcomes)).confusion().shares())
        .containsExactly(
            List.of(0.5, 0.5, 0.0, 0.0),
            List.of(0.0, 0.0, 0.0, 0.0),
            List.of(0.0, 0.0, 0.0, 0.0),
            List.of(0.0, 0.0, 0.0, 0.0));
  }
}
