package it.voci.classifier;

import static it.voci.corpus.SchemeFixture.TOPICS;
import static it.voci.corpus.SchemeFixture.VOICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskPredictionTest {
  private static final List<Double> HALF = List.of(0.5, 0.5);

  private static TaskPrediction voice(double... scores) {
    return TaskPrediction.of(VOICE, scores, List.of());
  }

  private static TaskPrediction topics(List<Double> thresholds, double... scores) {
    return TaskPrediction.of(TOPICS, scores, thresholds);
  }

  @Test
  void labels_single_isTheHighestScoreAndTheFirstOfEquals() {
    assertThat(voice(0.3, 0.7).labels()).containsExactly("boilerplate");
    assertThat(voice(0.7, 0.3).labels()).containsExactly("analysis");
    assertThat(voice(0.5, 0.5).labels()).containsExactly("analysis");
    assertThat(voice(0.3, 0.7).confidence()).isEqualTo(0.7);
  }

  @Test
  void labels_multi_reachTheirThreshold() {
    assertThat(topics(HALF, 0.5, 0.49).labels()).containsExactly("military");
    assertThat(topics(HALF, 0.1, 0.2).labels()).isEmpty();
    assertThat(topics(HALF, 0.9, 0.8).labels()).containsExactly("military", "diplomacy");
    assertThat(topics(List.of(0.6, 0.3), 0.59, 0.3).labels()).containsExactly("diplomacy");
    assertThat(topics(HALF, 0.1, 0.2).confidence()).isEqualTo(0.2);
  }

  @Test
  void scoresByLabel_keepTheTasksOrder() {
    assertThat(topics(HALF, 0.1, 0.2).scoresByLabel())
        .containsExactly(Map.entry("military", 0.1), Map.entry("diplomacy", 0.2));
  }

  @Test
  void constructor_otherNumberOfScoresOrThresholds_fails() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> voice(1))
        .withMessage("expected 2 scores but was 1");
    String message = "a threshold per label is for multi-label tasks only";
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TaskPrediction.of(VOICE, new double[] {0, 1}, HALF))
        .withMessage(message);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> topics(List.of(0.5), 0, 1))
        .withMessage(message);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.001, 1.001, Double.NaN, Double.POSITIVE_INFINITY})
  void constructor_scoreThatIsNoProbability_fails(double score) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> topics(HALF, 0.5, score))
        .withMessage("expected a score in [0, 1] but was " + score);
  }

  @Test
  void prediction_byTask_isFoundOrFails() {
    Prediction prediction = new Prediction(List.of(voice(1, 0), topics(HALF, 0, 1)));
    assertThat(prediction.task(TOPICS).labels()).containsExactly("diplomacy");
    assertThat(prediction.labels())
        .containsExactly(
            Map.entry("voice", List.of("analysis")), Map.entry("topics", List.of("diplomacy")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Prediction(List.of()).task(VOICE))
        .withMessage("no prediction for task voice");
  }
}
