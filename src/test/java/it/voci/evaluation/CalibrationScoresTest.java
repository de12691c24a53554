package it.voci.evaluation;

import static it.voci.evaluation.Fixtures.outcome;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import it.voci.corpus.Task;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationScoresTest {
  private static final Task CHOICE = Fixtures.task("choice", Task.Kind.SINGLE, "yes", "no");
  private static final Task SET = Fixtures.task("set", Task.Kind.MULTI, "k", "l");

  /** Predicted "yes" with a confidence in [0.5, 1]. */
  private static Outcome yes(double confidence, boolean right) {
    return outcome(CHOICE, List.of(right ? "yes" : "no"), confidence, 1 - confidence);
  }

  private static final List<Outcome> FOUR =
      List.of(yes(0.8, true), yes(0.6, false), yes(0.9, true), yes(0.7, true));

  @Test
  void singleTask_countedByHand() {
    CalibrationScores calibration = CalibrationScores.of(CHOICE, FOUR);

    // Fewer than ten decisions: a bin each. (0.6 + 0.3 + 0.2 + 0.1) / 4
    assertThat(calibration.expectedCalibrationError()).isCloseTo(0.3, within(1e-12));
    // 2 · (0.6² + 0.3² + 0.2² + 0.1²) / 4
    assertThat(calibration.brierScore()).isCloseTo(0.25, within(1e-12));
    assertThat(calibration.bins())
        .containsExactly(
            new CalibrationScores.Bin(0.6, 0, 1),
            new CalibrationScores.Bin(0.7, 1, 1),
            new CalibrationScores.Bin(0.8, 1, 1),
            new CalibrationScores.Bin(0.9, 1, 1));
  }

  @Test
  void multiTask_poolsAllLabels() {
    // Scores 0.1 (does not hold), 0.4 (holds), 0.7 (holds), 0.9 (does not)
    CalibrationScores calibration =
        CalibrationScores.of(
            SET,
            List.of(outcome(SET, List.of("l"), 0.1, 0.7), outcome(SET, List.of("k"), 0.4, 0.9)));

    // (0.1 + 0.6 + 0.3 + 0.9) / 4
    assertThat(calibration.expectedCalibrationError()).isCloseTo(0.475, within(1e-12));
    // (0.01 + 0.36 + 0.09 + 0.81) / 4
    assertThat(calibration.brierScore()).isCloseTo(0.3175, within(1e-12));
    assertThat(calibration.bins())
        .extracting(CalibrationScores.Bin::count)
        .containsExactly(1, 1, 1, 1);
  }

  @Test
  void twentyDecisions_makeTenBinsOfTwo() {
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      outcomes.add(yes(0.6 + i / 100.0, i % 2 == 0));
    }

    CalibrationScores calibration = CalibrationScores.of(CHOICE, outcomes);

    assertThat(calibration.bins()).hasSize(10).allMatch(bin -> bin.count() == 2);
    assertThat(calibration.bins()).allMatch(bin -> bin.accuracy() == 0.5);
    assertThat(calibration.bins().get(0).meanConfidence()).isCloseTo(0.605, within(1e-12));
    // Mean confidence 0.695 against 0.5 throughout
    assertThat(calibration.expectedCalibrationError()).isCloseTo(0.195, within(1e-12));
  }

  @Test
  void equalConfidences_shareABin() {
    List<Outcome> outcomes = new ArrayList<>(Collections.nCopies(11, yes(0.75, true)));
    outcomes.add(yes(0.5, true));

    // The first of ten boundaries, behind 1 of 12, parts 0.5 from 0.75; no other falls on a change.
    assertThat(CalibrationScores.of(CHOICE, outcomes).bins())
        .containsExactly(
            new CalibrationScores.Bin(0.5, 1, 1), new CalibrationScores.Bin(0.75, 1, 11));
    outcomes.add(yes(0.5, true));
    // Now behind 1 of 13: between equals, so it moves up behind both.
    assertThat(CalibrationScores.of(CHOICE, outcomes).bins())
        .containsExactly(
            new CalibrationScores.Bin(0.5, 1, 2), new CalibrationScores.Bin(0.75, 1, 11));
  }

  @Test
  void sureAndWrong_isWorst() {
    CalibrationScores calibration = CalibrationScores.of(CHOICE, List.of(yes(1, false)));

    assertThat(calibration.expectedCalibrationError()).isEqualTo(1);
    assertThat(calibration.brierScore()).isEqualTo(2);
  }

  @Test
  void coverage_countedByHand() {
    // By falling confidence: right, right, right, wrong
    CoverageCurve curve = CoverageCurve.of(CHOICE, FOUR);

    assertThat(curve.points())
        .containsExactly(
            new CoverageCurve.Point(0.25, 1, 0.9),
            new CoverageCurve.Point(0.5, 1, 0.8),
            new CoverageCurve.Point(0.75, 1, 0.7),
            new CoverageCurve.Point(1, 0.75, 0.6));
    assertThat(curve.at(0)).contains(new CoverageCurve.Point(0.25, 1, 0.9));
    assertThat(curve.at(0.5)).contains(new CoverageCurve.Point(0.5, 1, 0.8));
    assertThat(curve.at(0.51)).contains(new CoverageCurve.Point(0.75, 1, 0.7));
    assertThat(curve.at(1)).contains(new CoverageCurve.Point(1, 0.75, 0.6));
    assertThatThrownBy(() -> curve.at(1.1)).hasMessageContaining("1.1");
  }

  @Test
  void coverage_equalConfidencesEnterTogether() {
    List<Outcome> outcomes = List.of(yes(0.9, false), yes(0.6, true), yes(0.9, true));

    assertThat(CoverageCurve.of(CHOICE, outcomes).points())
        .containsExactly(
            new CoverageCurve.Point(2 / 3.0, 0.5, 0.9), new CoverageCurve.Point(1, 2 / 3.0, 0.6));
  }

  @Test
  void coverage_ofNothing_isEmpty() {
    assertThat(CoverageCurve.of(CHOICE, List.of()).at(0.5)).isEmpty();
    assertThatThrownBy(() -> CoverageCurve.of(SET, List.of()))
        .hasMessage("task set is not a single choice");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void coverage_risesToTheAccuracyAtFullCoverage(long seed) {
    List<Outcome> outcomes = Fixtures.random(seed, 200);

    CoverageCurve curve = CoverageCurve.of(Fixtures.VOICE, outcomes);

    assertThat(curve.points()).extracting(CoverageCurve.Point::coverage).isSorted();
    assertThat(curve.at(1).orElseThrow().accuracy())
        .isEqualTo(LabelCounts.of(Fixtures.VOICE, outcomes).accuracy());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void bins_holdEveryDecisionOnce(long seed) {
    List<Outcome> outcomes = Fixtures.random(seed, 157);
    int scored = LabelCounts.of(Fixtures.TOPICS, outcomes).scored();

    List<CalibrationScores.Bin> bins = CalibrationScores.of(Fixtures.TOPICS, outcomes).bins();

    assertThat(bins.stream().mapToInt(CalibrationScores.Bin::count).sum()).isEqualTo(3 * scored);
    assertThat(bins).hasSizeLessThanOrEqualTo(10);
    assertThat(bins)
        .extracting(CalibrationScores.Bin::meanConfidence)
        .isSorted()
        .doesNotHaveDuplicates();
  }
}
