package it.voci.classifier;

import static it.voci.corpus.SchemeFixture.SCHEME;
import static it.voci.corpus.SchemeFixture.TOPICS;
import static it.voci.corpus.SchemeFixture.VOICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import it.voci.UserException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationTest {
  private static Calibration temperature(double value) {
    return new Calibration(
        Map.of("voice", value, "topics", value), Map.of("topics", List.of(0.5, 0.25)));
  }

  private static void assertScores(TaskPrediction prediction, double first, double second) {
    assertThat(prediction.scores().get(0)).isCloseTo(first, within(1e-12));
    assertThat(prediction.scores().get(1)).isCloseTo(second, within(1e-12));
  }

  @Test
  void predict_single_isSoftmaxOverTemperature() {
    double[] logits = {0, Math.log(3)};
    assertScores(temperature(1).predict(VOICE, logits), 1 / 4.0, 3 / 4.0);
    double root = Math.sqrt(3);
    assertScores(temperature(2).predict(VOICE, logits), 1 / (1 + root), root / (1 + root));
    assertScores(temperature(0.5).predict(VOICE, logits), 1 / 10.0, 9 / 10.0);
  }

  @Test
  void predict_multi_isSigmoidOverTemperatureWithThresholds() {
    double[] logits = {0, -Math.log(3)};
    TaskPrediction plain = temperature(1).predict(TOPICS, logits);
    assertScores(plain, 1 / 2.0, 1 / 4.0);
    assertThat(plain.thresholds()).containsExactly(0.5, 0.25);
    assertScores(temperature(0.5).predict(TOPICS, logits), 1 / 2.0, 1 / 10.0);
    assertThat(temperature(0.5).predict(TOPICS, logits).labels()).containsExactly("military");
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-300, 0.5, 999})
  void predict_extremeLogits_stayProbabilities(double temperature) {
    Calibration calibration = temperature(temperature);
    assertScores(calibration.predict(VOICE, new double[] {1e10, -1e10}), 1, 0);
    assertScores(calibration.predict(VOICE, new double[] {3e38, 3e38}), 0.5, 0.5);
    assertScores(calibration.predict(VOICE, new double[] {-3e38, 3e38}), 0, 1);
    assertScores(calibration.predict(TOPICS, new double[] {-3e38, 3e38}), 0, 1);
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 50);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void predict_randomSingle_sumsToOneAndKeepsTheOrder(long seed) {
    Random random = new Random(seed);
    double[] logits = {50 * random.nextGaussian(), 50 * random.nextGaussian()};
    TaskPrediction prediction = temperature(0.1 + 5 * random.nextDouble()).predict(VOICE, logits);
    assertThat(prediction.scores().get(0) + prediction.scores().get(1)).isCloseTo(1, within(1e-12));
    assertThat(prediction.labels())
        .containsExactly(logits[0] >= logits[1] ? "analysis" : "boilerplate");
  }

  @Test
  void none_anyScheme_fits() {
    Calibration none = Calibration.none(SCHEME);
    none.requireFits(SCHEME);
    assertThat(none.temperatures()).containsOnly(Map.entry("voice", 1.0), Map.entry("topics", 1.0));
    assertThat(none.thresholds()).containsOnly(Map.entry("topics", List.of(0.5, 0.5)));
  }

  @Test
  void requireFits_missingOrOtherLength_isRefused() {
    for (Calibration calibration :
        List.of(
            new Calibration(Map.of("voice", 1.0), Map.of("topics", List.of(0.5, 0.5))),
            new Calibration(Map.of("voice", 1.0, "topics", 1.0), Map.of("topics", List.of(0.5))))) {
      assertThatExceptionOfType(UserException.class)
          .isThrownBy(() -> calibration.requireFits(SCHEME))
          .withMessage("the calibration does not fit task 'topics'");
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, 1000, Double.NaN, Double.POSITIVE_INFINITY})
  void constructor_temperatureOutOfRange_isRefused(double value) {
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> new Calibration(Map.of("voice", value), Map.of()))
        .withMessageContaining("the temperature of voice must be above 0")
        .withMessageEndingWith(" " + value);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, -0.1, Double.NaN})
  void constructor_thresholdOutOfRange_isRefused(double value) {
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> new Calibration(Map.of(), Map.of("topics", List.of(0.5, value))))
        .withMessage("thresholds of topics must be within 0 and 1: [0.5, " + value + "]");
  }
}
