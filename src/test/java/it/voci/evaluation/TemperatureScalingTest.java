package it.voci.evaluation;

import static it.voci.evaluation.Fixtures.outcome;
import static it.voci.evaluation.Fixtures.prediction;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import it.voci.classifier.TaskPrediction;
import it.voci.corpus.Task;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class TemperatureScalingTest {
  private static final Task CHOICE = Fixtures.task("choice", Task.Kind.SINGLE, "yes", "no");
  private static final Task SET = Fixtures.task("set", Task.Kind.MULTI, "k");

  private static List<Outcome> choices(double confidence, int right, int wrong) {
    List<Outcome> outcomes = new ArrayList<>();
    outcomes.addAll(
        Collections.nCopies(right, outcome(CHOICE, List.of("yes"), confidence, 1 - confidence)));
    outcomes.addAll(
        Collections.nCopies(wrong, outcome(CHOICE, List.of("no"), confidence, 1 - confidence)));
    return outcomes;
  }

  @Test
  void overconfidentChoice_isFittedExactly() {
    // 0.9 is right in 3 of 4: sigmoid(ln 9 / T) = 3/4 where T = ln 9 / ln 3 = 2.
    assertThat(TemperatureScaling.fit(CHOICE, choices(0.9, 3, 1))).isCloseTo(2, within(1e-4));
    TaskPrediction scaled = TemperatureScaling.scale(prediction(CHOICE, 0.9, 0.1), 2);
    assertThat(scaled.scores().get(0)).isCloseTo(0.75, within(1e-12));
    assertThat(scaled.scores().get(1)).isCloseTo(0.25, within(1e-12));
  }

  @Test
  void underconfidentChoice_isSharpened() {
    // 0.75 is right in 9 of 10: T = 1/2.
    assertThat(TemperatureScaling.fit(CHOICE, choices(0.75, 9, 1))).isCloseTo(0.5, within(1e-4));
  }

  @Test
  void multiTask_scalesEveryDecision() {
    // 0.9 holds in 3 of 4, 0.1 in 1 of 4: both say T = 2.
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      outcomes.add(outcome(SET, i < 3 ? List.of("k") : List.of(), 0.9));
      outcomes.add(outcome(SET, i < 1 ? List.of("k") : List.of(), 0.1));
    }

    assertThat(TemperatureScaling.fit(SET, outcomes)).isCloseTo(2, within(1e-4));
    assertThat(TemperatureScaling.scale(prediction(SET, 0.9), 2).scores().get(0))
        .isCloseTo(0.75, within(1e-12));
    assertThat(TemperatureScaling.scale(prediction(SET, 0.9), 2).thresholds()).containsExactly(0.5);
  }

  @Test
  void threeLabels_areRenormalised() {
    Task three = Fixtures.task("three", Task.Kind.SINGLE, "a", "b", "c");

    // Square roots of 0.64, 0.32, 0.04 are 0.8, 0.565685, 0.2, together 1.565685.
    TaskPrediction scaled = TemperatureScaling.scale(prediction(three, 0.64, 0.32, 0.04), 2);

    assertThat(scaled.scores().get(0)).isCloseTo(0.510958, within(1e-6));
    assertThat(scaled.scores().get(2)).isCloseTo(0.127740, within(1e-6));
    assertThat(scaled.scores().stream().mapToDouble(s -> s).sum()).isCloseTo(1, within(1e-12));
  }

  @Test
  void extremes_stayInRange() {
    assertThat(TemperatureScaling.fit(CHOICE, choices(0.9, 5, 0)))
        .isCloseTo(TemperatureScaling.MIN, within(1e-4))
        .isGreaterThanOrEqualTo(TemperatureScaling.MIN);
    assertThat(TemperatureScaling.fit(CHOICE, choices(0.9, 0, 5)))
        .isCloseTo(TemperatureScaling.MAX, within(1e-4))
        .isLessThanOrEqualTo(TemperatureScaling.MAX);
  }

  @Test
  void scoresOfZeroAndOne_areNoTrouble() {
    assertThat(TemperatureScaling.fit(CHOICE, choices(1, 3, 1)))
        .isBetween(TemperatureScaling.MIN, TemperatureScaling.MAX);
    assertThat(TemperatureScaling.fit(SET, List.of(outcome(SET, List.of("k"), 0.0))))
        .isBetween(TemperatureScaling.MIN, TemperatureScaling.MAX);
    assertThat(TemperatureScaling.scale(prediction(CHOICE, 1, 0), 4).scores())
        .containsExactly(1.0, 0.0);
    assertThat(TemperatureScaling.scale(prediction(SET, 0.0), 4).scores()).containsExactly(0.0);
    assertThat(TemperatureScaling.scale(prediction(SET, 1.0), 4).scores()).containsExactly(1.0);
  }

  @Test
  void nothingToLearn_isOne() {
    assertThat(TemperatureScaling.fit(CHOICE, List.of())).isEqualTo(1);
    assertThat(TemperatureScaling.fit(CHOICE, choices(0.5, 3, 4))).isEqualTo(1);
    assertThat(TemperatureScaling.fit(CHOICE, choices(0.75, 3, 1))).isCloseTo(1, within(1e-4));
  }

  @Test
  void temperatureOfZero_isRefused() {
    assertThatThrownBy(() -> TemperatureScaling.scale(prediction(SET, 0.9), 0))
        .hasMessage("temperature must be positive but was 0.0");
  }

  @Test
  void fittedTemperature_lowersTheCalibrationErrorAndKeepsTheLabels() {
    List<Outcome> outcomes = choices(0.95, 13, 7);
    double temperature = TemperatureScaling.fit(CHOICE, outcomes);
    TaskPrediction scaled =
        TemperatureScaling.scale(outcomes.get(0).prediction().task(CHOICE), temperature);

    assertThat(scaled.confidence()).isCloseTo(0.65, within(1e-4));
    assertThat(scaled.labels()).containsExactly("yes");
  }
}
