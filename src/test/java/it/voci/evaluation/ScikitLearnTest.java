package it.voci.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import it.voci.corpus.Task;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Figures against those of scikit-learn ({@code scikit-learn.json} names its version; the expected
 * calibration error, which it lacks, against NumPy) on 40 random paragraphs: with a label that is
 * predicted but never true, one that does not occur at all, equal scores, and a label of the
 * multi-label task without positives.
 */
class ScikitLearnTest {
  private static final Offset<Double> EXACT = within(1e-9);
  private static JsonObject expected;

  @BeforeAll
  static void read() throws IOException {
    try (InputStream in = ScikitLearnTest.class.getResourceAsStream("scikit-learn.json")) {
      expected =
          JsonParser.parseString(new String(in.readAllBytes(), StandardCharsets.UTF_8))
              .getAsJsonObject();
    }
  }

  @Test
  void singleTask_equalsScikitLearn() {
    JsonObject fixture = expected.getAsJsonObject("single");
    Task task = Fixtures.task("voice", Task.Kind.SINGLE, "a", "b", "c", "d", "e");
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < fixture.getAsJsonArray("gold").size(); i++) {
      String gold = fixture.getAsJsonArray("gold").get(i).getAsString();
      outcomes.add(Fixtures.outcome(task, List.of(gold), scores(fixture, i)));
    }

    TaskEvaluation.Single evaluation = (TaskEvaluation.Single) TaskEvaluation.of(task, outcomes);

    assertShared(evaluation, fixture);
    assertThat(evaluation.cohenKappa()).hasValueCloseTo(number(fixture, "cohenKappa"), EXACT);
    assertThat(evaluation.confusion().rows().toString().replace(" ", ""))
        .isEqualTo(fixture.get("confusion").toString());
  }

  @Test
  void multiTask_equalsScikitLearn() {
    JsonObject fixture = expected.getAsJsonObject("multi");
    Task task = Fixtures.task("topics", Task.Kind.MULTI, "k", "l", "m", "n");
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < fixture.getAsJsonArray("gold").size(); i++) {
      List<String> gold = new ArrayList<>();
      for (JsonElement indicator : fixture.getAsJsonArray("gold").get(i).getAsJsonArray()) {
        gold.add(indicator.getAsInt() == 1 ? task.labelIds().get(gold.size()) : "");
      }
      gold.removeIf(String::isEmpty);
      outcomes.add(Fixtures.outcome(task, gold, scores(fixture, i)));
    }

    TaskEvaluation.Multi evaluation = (TaskEvaluation.Multi) TaskEvaluation.of(task, outcomes);

    assertShared(evaluation, fixture);
    assertThat(evaluation.meanJaccard()).isCloseTo(number(fixture, "meanJaccard"), EXACT);
    assertThat(evaluation.macroAveragePrecision())
        .isCloseTo(number(fixture, "macroAveragePrecision"), EXACT);
    for (int i = 0; i < 4; i++) {
      assertThat(evaluation.averagePrecision().get(task.labelIds().get(i)))
          .isCloseTo(fixture.getAsJsonArray("averagePrecision").get(i).getAsDouble(), EXACT);
    }
  }

  private static void assertShared(TaskEvaluation evaluation, JsonObject fixture) {
    assertThat(evaluation.accuracy()).isCloseTo(number(fixture, "accuracy"), EXACT);
    assertThat(evaluation.macroF1()).isCloseTo(number(fixture, "macroF1"), EXACT);
    assertThat(evaluation.microF1()).isCloseTo(number(fixture, "microF1"), EXACT);
    assertThat(evaluation.weightedF1()).isCloseTo(number(fixture, "weightedF1"), EXACT);
    assertThat(evaluation.calibration().brierScore())
        .isCloseTo(number(fixture, "brierScore"), EXACT);
    assertThat(evaluation.calibration().expectedCalibrationError())
        .isCloseTo(number(fixture, "expectedCalibrationError"), EXACT);
    List<LabelScores> labels = List.copyOf(evaluation.labels().values());
    for (int i = 0; i < labels.size(); i++) {
      List<Double> row =
          fixture.getAsJsonArray("labels").get(i).getAsJsonArray().asList().stream()
              .map(JsonElement::getAsDouble)
              .toList();
      assertThat(labels.get(i).precision()).isCloseTo(row.get(0), EXACT);
      assertThat(labels.get(i).recall()).isCloseTo(row.get(1), EXACT);
      assertThat(labels.get(i).f1()).isCloseTo(row.get(2), EXACT);
      assertThat(labels.get(i).support()).isEqualTo(row.get(3).intValue());
    }
  }

  private static double number(JsonObject fixture, String key) {
    return fixture.get(key).getAsDouble();
  }

  private static double[] scores(JsonObject fixture, int i) {
    return fixture.getAsJsonArray("scores").get(i).getAsJsonArray().asList().stream()
        .mapToDouble(JsonElement::getAsDouble)
        .toArray();
  }
}
