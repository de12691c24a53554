package it.voci.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import it.voci.embedding.IntrinsicEvaluation.Category;
import it.voci.embedding.IntrinsicEvaluation.Outliers;
import it.voci.embedding.IntrinsicTests.Analogy;
import it.voci.embedding.IntrinsicTests.OutlierGroup;
import it.voci.embedding.IntrinsicTests.Word;
import it.voci.embedding.IntrinsicTests.WordPair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IntrinsicEvaluationTest {
  /** The first four answer a : b as c : d; e lies near d. */
  private static final WordVectors FOUR =
      new WordVectors(
          List.of("a", "b", "c", "d", "e"), 2, new float[] {1, 0, 0, 1, 8, -6, -1, 2, 1, 2});

  private static final WordVectors COMPASS =
      new WordVectors(
          List.of("est", "nordest", "nord", "ovest"), 2, new float[] {2, 0, 1, 1, 0, 3, -1, 0});

  private static Word word(String spellings) {
    return Word.of(spellings, "test:1");
  }

  private static List<Word> words(String words) {
    return Arrays.stream(words.split(" ", -1)).map(IntrinsicEvaluationTest::word).toList();
  }

  private static Analogy analogy(String category, String words) {
    List<Word> four = words(words);
    return new Analogy(category, four.get(0), four.get(1), four.get(2), four.get(3));
  }

  private static IntrinsicEvaluation analogies(WordVectors vectors, int top, Analogy... questions) {
    return IntrinsicEvaluation.of(
        vectors, new IntrinsicTests(List.of(questions), List.of(), List.of()), top, 1);
  }

  private static IntrinsicEvaluation.Similarity similarity(WordPair... pairs) {
    IntrinsicTests tests = new IntrinsicTests(List.of(), List.of(pairs), List.of());
    return IntrinsicEvaluation.of(COMPASS, tests, 9, 1).similarity();
  }

  private static WordPair pair(String first, String second, double rating) {
    return new WordPair(word(first), word(second), rating);
  }

  @Test
  void analogies_handMade_areCountedByCategoryAndCoverage() {
    IntrinsicEvaluation evaluation =
        analogies(
            FOUR,
            9,
            analogy("one", "a b c d"),
            analogy("one", "a b c e"),
            analogy("two", "a b c zebra"),
            analogy("one", "zebra b c d"));
    assertThat(evaluation.candidates()).isEqualTo(5);
    assertThat(evaluation.categories())
        .containsExactly(new Category("one", 3, 2, 1), new Category("two", 1, 0, 0));
    assertThat(evaluation.analogies()).isEqualTo(new Category("all", 4, 2, 1));
    assertThat(evaluation.analogies().accuracy()).hasValue(0.5);
    assertThat(evaluation.analogies().accuracyOfAll()).hasValue(0.25);
    assertThat(evaluation.categories().get(1).accuracy()).isEmpty();
  }

  @Test
  void analogies_top_limitsQuestionsAndAnswers() {
    Category all = analogies(FOUR, 4, analogy("x", "a b c d"), analogy("x", "a b c e")).analogies();
    assertThat(all).isEqualTo(new Category("all", 2, 1, 1));
  }

  @Test
  void analogies_spellingsAndCase_anyCounts() {
    Category all =
        analogies(FOUR, 9, analogy("x", "zebra|A B C E|D"), analogy("x", "a b c x|E")).analogies();
    assertThat(all).isEqualTo(new Category("all", 2, 2, 1));
  }

  @Test
  void analogies_questionWordInOtherCase_isNoAnswer() {
    WordVectors vectors =
        new WordVectors(
            List.of("a", "b", "C", "c", "d"), 2, new float[] {1, 0, 0, 1, 8, -6, -1, 2, -2, 5});
    assertThat(analogies(vectors, 9, analogy("x", "a b C d")).analogies().correct()).isEqualTo(1);
  }

  @Test
  void analogies_more_areAnsweredAsOneByOne() {
    Random random = new Random(5);
    float[] values = new float[300 * 7];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    List<String> names = new ArrayList<>();
    for (int w = 0; w < 300; w++) {
      names.add("w" + w);
    }
    WordVectors vectors = new WordVectors(names, 7, values);
    List<NeighbourSearch.Query> queries = new ArrayList<>();
    for (int q = 0; q < 13; q++) {
      queries.add(vectors.analogy(q, q + 20, q + 40));
    }
    List<List<WordVectors.Neighbour>> together = vectors.nearest(queries, 4, 300);
    for (int q = 0; q < 13; q++) {
      List<WordVectors.Neighbour> alone =
          vectors.analogy("w" + q, "w" + (q + 20), "w" + (q + 40), 4);
      for (int i = 0; i < 4; i++) {
        assertThat(together.get(q).get(i).word()).isEqualTo(alone.get(i).word());
        assertThat(together.get(q).get(i).cosine()).isCloseTo(alone.get(i).cosine(), within(1e-6));
      }
    }
  }

  /** Ratings rank 2, 3, 1 and cosines 3, 2, 1: 1 - 6 × 2 / (3 × 8). */
  @Test
  void similarity_handMade_isSpearmansRho() {
    IntrinsicEvaluation.Similarity similarity =
        similarity(
            pair("est", "nordest", 8),
            pair("Est", "nord", 9),
            pair("est", "ovest", 1),
            pair("est", "sud", 5));
    assertThat(similarity.pairs()).isEqualTo(4);
    assertThat(similarity.covered()).isEqualTo(3);
    IntrinsicEvaluation.Correlation rho = similarity.spearman().orElseThrow();
    assertThat(rho.estimate()).isCloseTo(0.5, within(1e-9));
    assertThat(rho.low()).isGreaterThanOrEqualTo(-1).isLessThan(0.5);
    assertThat(rho.high()).isLessThanOrEqualTo(1).isGreaterThan(0.5);
  }

  @Test
  void similarity_tooFewOrAllAlike_isUnknown() {
    assertThat(similarity(pair("est", "nord", 1), pair("est", "ovest", 2)).spearman()).isEmpty();
    assertThat(
            similarity(pair("est", "nord", 1), pair("est", "ovest", 1), pair("nord", "ovest", 1))
                .spearman())
        .isEmpty();
    assertThat(similarity().spearman()).isEmpty();
  }

  /**
   * Members at 0°, 37° and 53°. Sums of cosines: with "lontano" (180°) it is last; "mezzo" (23°,
   * 2.75) is before all members (2.32, 2.73, 2.42); "lato" (-11°, 2.07) is after two (2.38, 2.43)
   * and before one (1.99).
   */
  @Test
  void outliers_handMade_areFoundByMeanCosine() {
    WordVectors vectors =
        new WordVectors(
            List.of("m1", "m2", "m3", "lontano", "mezzo", "lato"),
            2,
            new float[] {1, 0, 8, 6, 3, 4, -7, 0, 12, 5, 5, -1});
    List<OutlierGroup> groups =
        List.of(
            new OutlierGroup("angles", words("m1 m2 m3"), words("lontano mezzo lato zebra")),
            new OutlierGroup("unknown member", words("m1 m2 zebra"), words("lontano lato")));
    IntrinsicTests tests = new IntrinsicTests(List.of(), List.of(), groups);
    Outliers outliers = IntrinsicEvaluation.of(vectors, tests, 9, 1).outliers();
    assertThat(outliers.cases()).isEqualTo(6);
    assertThat(outliers.covered()).isEqualTo(3);
    assertThat(outliers.detected()).isEqualTo(1);
    assertThat(outliers.accuracy().orElseThrow()).isCloseTo(1 / 3.0, within(1e-9));
    assertThat(outliers.positionPercentage().orElseThrow()).isCloseTo(5 / 9.0, within(1e-9));
  }

  @Test
  void evaluation_noVectors_coversNothing() {
    WordVectors none = new WordVectors(List.of(), 3, new float[0]);
    IntrinsicEvaluation evaluation = IntrinsicEvaluation.of(none, IntrinsicTests.shipped(), 100, 1);
    assertThat(evaluation.analogies().covered()).isZero();
    assertThat(evaluation.similarity().covered()).isZero();
    assertThat(evaluation.outliers().covered()).isZero();
    assertThat(evaluation.outliers().accuracy()).isEmpty();
  }

  @Test
  void evaluation_sameSeed_givesTheSameIntervals() {
    WordPair[] pairs = {
      pair("est", "nordest", 8),
      pair("est", "nord", 9),
      pair("est", "ovest", 1),
      pair("nord", "nordest", 7)
    };
    assertThat(similarity(pairs)).isEqualTo(similarity(pairs));
  }
}
