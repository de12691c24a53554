package it.voci.classifier;

import static it.voci.corpus.SchemeFixture.SCHEME;
import static it.voci.corpus.SchemeFixture.TOPICS;
import static it.voci.corpus.SchemeFixture.VOICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import it.voci.Fixtures;
import it.voci.classifier.NetworkWeights.Shape;
import it.voci.corpus.Article;
import it.voci.embedding.WordVectors;
import it.voci.features.Branch;
import it.voci.features.FeatureExtractor;
import it.voci.features.FeatureSettings;
import it.voci.features.GramTable;
import it.voci.features.TermLists;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks small enough to be run by hand: a branched one of one unit a branch, a linear one. */
class NetworkTest {
  private static final NetworkSettings SETTINGS = new NetworkSettings(1, 1, 1, 1, 1, 2);
  private static final FeatureExtractor FEATURES =
      new FeatureExtractor(
          new FeatureSettings(2, 2, 1, 1, 1, 1, EnumSet.of(Branch.SPEECH)),
          new GramTable(new int[] {0, 1, 2, 3}, new float[] {1, 1, 1, 1}),
          new WordVectors(List.of("gatto"), 1, new float[] {2}),
          Fixtures.NOBODY,
          TermLists.NONE);

  /** A word's weight is 1, whichever its bucket, so the n-gram branch gives 3. */
  private static Network network() {
    float[] dense = new float[FEATURES.denseLength()];
    dense[1] = 2; // "first"
    Map<String, Matrix> matrices = new LinkedHashMap<>();
    matrices.put("grams", new Matrix(4, 1, new float[] {3, 3, 0, 0}));
    matrices.put("around", new Matrix(4, 1, new float[] {10, 10, 0, 0}));
    matrices.put("vector", new Matrix(2, 1, new float[] {0.5f, 0.25f}));
    matrices.put("vector.bias", new Matrix(1, 1, new float[] {-0.5f}));
    matrices.put("dense", new Matrix(dense.length, 1, dense));
    matrices.put("dense.bias", new Matrix(1, 1, new float[] {-5}));
    matrices.put("hidden", new Matrix(4, 1, new float[] {1, 0, -1, 7}));
    matrices.put("hidden.bias", new Matrix(1, 1, new float[] {0.5f}));
    matrices.put("task.voice", new Matrix(5, 2, new float[] {1, 0, 0, 0, 0, 1, 9, 9, 2, -2}));
    matrices.put("task.voice.bias", new Matrix(1, 2, new float[] {0.5f, -0.5f}));
    matrices.put("task.topics", new Matrix(5, 2, new float[] {0, 1, 0, 2, 0, 0, 0, 0, 1, 0}));
    matrices.put("task.topics.bias", new Matrix(1, 2, new float[] {0, 0}));
    return new BranchedNetwork(SETTINGS, SCHEME, new NetworkWeights(matrices));
  }

  @Test
  void logits_tinyNetwork_areThoseComputedByHand() {
    // n-grams 3; vector 0.5·2 + 0.25·2 - 0.5 = 1; dense 2·1 - 5 < 0, so 0;
    // hidden 3 - 1 + 0 + 0.5 = 2.5.
    List<double[]> logits =
        network().logits(FEATURES.extract(Article.ofTexts("a", List.of("Gatto"))).get(0));
    assertThat(logits).hasSize(2);
    assertThat(logits.get(0)).containsExactly(new double[] {8.5, -4.5}, within(1e-5));
    assertThat(logits.get(1)).containsExactly(new double[] {2.5, 3}, within(1e-5));
  }

  @Test
  void logits_emptyText_areThoseOfTheBiases() {
    // n-grams 0; vector -0.5 < 0, so 0; dense 0; hidden 0.5.
    List<double[]> logits =
        network().logits(FEATURES.extract(Article.ofTexts("a", List.of(""))).get(0));
    assertThat(logits.get(0)).containsExactly(new double[] {1.5, -1.5}, within(1e-5));
    assertThat(logits.get(1)).containsExactly(new double[] {0.5, 0}, within(1e-5));
  }

  @ParameterizedTest
  @CsvSource({"'|gatto', 0, 20", "'gatto||gatto', 1, 20", "'gatto||', 1, 10", "'||gatto', 0, 0"})
  void logits_wordsInTheNeighbours_countByTheirMean(String texts, int index, double expected) {
    // As for an empty text, and 2·10·mean for the second topic.
    Article article = Article.ofTexts("a", List.of(texts.split("\\|", -1)));
    List<double[]> logits = network().logits(FEATURES.extract(article).get(index));
    assertThat(logits.get(1)[1]).isCloseTo(expected, within(1e-5));
  }

  /** Every n-gram speaks for the second label of both tasks. */
  private static LinearNetwork linear() {
    int rows = 4 + FEATURES.denseLength();
    float[] voice = {0, 2, 0, 2, 0, 0, 0, 0};
    voice = Arrays.copyOf(voice, 2 * rows);
    voice[2 * (4 + 1)] = 6; // "first", halved by the scale
    float[] topics = Arrays.copyOf(new float[] {0, 4, 0, 4, 0, 0, 0, 0}, 2 * rows);
    Map<String, Matrix> matrices = new LinkedHashMap<>();
    matrices.put("task.voice", new Matrix(rows, 2, voice));
    matrices.put("task.voice.bias", new Matrix(1, 2, new float[] {1, 0}));
    matrices.put("task.topics", new Matrix(rows, 2, topics));
    matrices.put("task.topics.bias", new Matrix(1, 2, new float[] {-1, 0}));
    return new LinearNetwork(
        new LinearSettings(1, 0.5, 1, 0, 0), SCHEME, new NetworkWeights(matrices));
  }

  @Test
  void logits_linearNetwork_areSumsOverItsOwnWordsAndDenseFeatures() {
    List<double[]> logits =
        linear().logits(FEATURES.extract(Article.ofTexts("a", List.of("Gatto", "Gatto"))).get(0));
    assertThat(logits.get(0)).containsExactly(new double[] {4, 2}, within(1e-5));
    assertThat(logits.get(1)).containsExactly(new double[] {-1, 4}, within(1e-5));
  }

  @Test
  void times_linearNetwork_multipliesItsOutputs() {
    List<double[]> logits =
        linear().times(3).logits(FEATURES.extract(Article.ofTexts("a", List.of("Gatto"))).get(0));
    assertThat(logits.get(0)).containsExactly(new double[] {12, 6}, within(1e-5));
    assertThat(logits.get(1)).containsExactly(new double[] {-3, 12}, within(1e-5));
  }

  @Test
  void classify_networksOfBothKinds_averagesTheirOutputs() {
    // Voice (2·(8.5, -4.5) + (4, 2)) / 3 = (7, -7/3), topics (2·(2.5, 3) + (-1, 4)) / 3.
    NetworkClassifier classifier =
        new NetworkClassifier(
            SCHEME, FEATURES, List.of(network(), linear(), network()), Calibration.none(SCHEME));
    Prediction prediction = classifier.classify(Article.ofTexts("a", List.of("Gatto"))).get(0);
    assertThat(prediction.task(VOICE).scores().get(1))
        .isCloseTo(1 / (1 + Math.exp(28 / 3.0)), within(1e-6));
    assertThat(prediction.task(TOPICS).scores().get(0))
        .isCloseTo(1 / (1 + Math.exp(-4 / 3.0)), within(1e-6));
  }

  @Test
  void classify_calibrated_givesOnePredictionAParagraph() {
    Calibration calibration =
        new Calibration(Map.of("voice", 13.0, "topics", 1.0), Map.of("topics", List.of(0.99, 0.5)));
    NetworkClassifier classifier =
        new NetworkClassifier(
                SCHEME, FEATURES, List.of(network(), network()), Calibration.none(SCHEME))
            .with(calibration);
    List<Prediction> predictions =
        classifier.classify(Article.ofTexts("a", List.of("Gatto", "Gatto", "")));
    assertThat(predictions).hasSize(3);
    double e = Math.E;
    assertThat(predictions.get(0).task(VOICE).scores().get(0)).isCloseTo(e / (e + 1), within(1e-5));
    assertThat(predictions.get(0).task(TOPICS).labels()).containsExactly("diplomacy");
    assertThat(classifier.classify(Article.ofTexts("a", List.of()))).isEmpty();
  }

  @Test
  void shapes_ofTheSettings_areThoseOfTheMatrices() {
    List<Shape> actual =
        network().weights().matrices().entrySet().stream()
            .map(e -> new Shape(e.getKey(), e.getValue().rows(), e.getValue().columns()))
            .toList();
    assertThat(NetworkWeights.shapes(SETTINGS, FEATURES, SCHEME)).isEqualTo(actual);
    assertThat(NetworkWeights.linearShapes(FEATURES, SCHEME))
        .isEqualTo(
            linear().weights().matrices().entrySet().stream()
                .map(e -> new Shape(e.getKey(), e.getValue().rows(), e.getValue().columns()))
                .toList());
  }

  @Test
  void matrix_otherNumberOfValues_fails() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Matrix(2, 2, new float[3]))
        .withMessage("expected 2 × 2 values but was 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Matrix(1 << 16, 1 << 16, new float[0]))
        .withMessage("expected 65536 × 65536 values but was 0");
  }
}
