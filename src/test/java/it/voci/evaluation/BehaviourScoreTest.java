package it.voci.evaluation;

import static it.voci.evaluation.Fixtures.TOPICS;
import static it.voci.evaluation.Fixtures.VOICE;
import static it.voci.evaluation.Fixtures.prediction;
import static it.voci.evaluation.Fixtures.sure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import it.voci.classifier.Prediction;
import it.voci.corpus.BehaviourCase;
import it.voci.corpus.BehaviourCase.Expectation;
import it.voci.corpus.BehaviourCase.Relation;
import it.voci.evaluation.BehaviourScore.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BehaviourScoreTest {
  private static Prediction says(String voice, double... topics) {
    return new Prediction(
        List.of(prediction(VOICE, sure(VOICE, voice)), prediction(TOPICS, topics)));
  }

  private static Answer answer(
      String id, String task, Expectation expected, Prediction text, Prediction variant) {
    BehaviourCase one =
        new BehaviourCase(
            id.split("-", -1)[0], id, List.of(), "uno", Optional.of("due"), Map.of(task, expected));
    return new Answer(one, text, Optional.of(variant));
  }

  private static Expectation expects(Relation relation, String text, String variant) {
    return new Expectation(
        Optional.ofNullable(relation), Optional.ofNullable(text), Optional.ofNullable(variant));
  }

  private static boolean voiceHolds(Expectation expected, String text, String variant) {
    return answer("k-1", "voice", expected, says(text, 0, 0, 0), says(variant, 0, 0, 0)).holds();
  }

  @Test
  void relation_comparesTheLabels() {
    assertThat(voiceHolds(expects(Relation.SAME, null, null), "a", "a")).isTrue();
    assertThat(voiceHolds(expects(Relation.SAME, null, null), "a", "b")).isFalse();
    assertThat(voiceHolds(expects(Relation.DIFFERENT, null, null), "a", "b")).isTrue();
    assertThat(voiceHolds(expects(Relation.DIFFERENT, null, null), "a", "a")).isFalse();
  }

  @Test
  void labels_mustBeGivenBesideTheRelation() {
    assertThat(voiceHolds(expects(Relation.SAME, "a", "a"), "a", "a")).isTrue();
    assertThat(voiceHolds(expects(Relation.SAME, "a", null), "b", "b")).isFalse();
    assertThat(voiceHolds(expects(Relation.DIFFERENT, null, "c"), "a", "b")).isFalse();
    assertThat(voiceHolds(expects(null, null, "b"), "a", "b")).isTrue();
  }

  @Test
  void labelOfAMultiTask_mayStandAmongOthers() {
    Expectation expected = expects(null, "k", null);
    assertThat(
            answer("k-1", "topics", expected, says("a", 0.9, 0.9, 0), says("a", 0, 0, 0)).holds())
        .isTrue();
    assertThat(
            answer("k-1", "topics", expected, says("a", 0.1, 0.9, 0), says("a", 0, 0, 0)).holds())
        .isFalse();
  }

  @Test
  void rates_countedByHand_haveWilsonIntervals() {
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      answers.add(
          answer(
              "swap-" + i,
              "voice",
              expects(Relation.SAME, null, null),
              says("a", 0, 0, 0),
              says(i < 8 ? "a" : "b", 0, 0, 0)));
    }
    answers.add(
        answer(
            "other-0",
            "voice",
            expects(Relation.SAME, null, null),
            says("a", 0, 0, 0),
            says("a", 0, 0, 0)));

    BehaviourScore score = BehaviourScore.of(answers);

    assertThat(score.kinds())
        .extracting(BehaviourScore.Kind::kind)
        .containsExactly("swap", "other");
    BehaviourScore.PassRate swap = score.kinds().get(0).passed();
    assertThat(List.of(swap.cases(), swap.passed())).containsExactly(10, 8);
    assertThat(swap.rate().estimate()).isEqualTo(0.8);
    // (0.8 + 0.1921 ± 1.96 · sqrt(0.016 + 0.0096)) / 1.3841
    assertThat(swap.rate().low()).isCloseTo(0.4902, within(1e-4));
    assertThat(swap.rate().high()).isCloseTo(0.9433, within(1e-4));
    assertThat(score.kinds().get(0).failed()).containsExactly("swap-8", "swap-9");
    assertThat(score.kinds().get(1).passed().rate().high()).isEqualTo(1);
    assertThat(score.all().passed()).isEqualTo(9);
  }

  @Test
  void noCase_saysNothing() {
    assertThat(BehaviourScore.of(List.of()).all().rate()).isEqualTo(new Interval(0, 0, 1));
  }
}
