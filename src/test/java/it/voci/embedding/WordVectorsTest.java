package it.voci.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import it.voci.embedding.WordVectors.Neighbour;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordVectorsTest {
  /** East, north-east twice (of other lengths), north, west, and a word of no direction. */
  private static final WordVectors COMPASS =
      new WordVectors(
          List.of("est", "nordest", "grecale", "nord", "ovest", "centro"),
          2,
          new float[] {2, 0, 1, 1, 3, 3, 0, 5, -1, 0, 0, 0});

  private static List<String> words(List<Neighbour> neighbours) {
    return neighbours.stream().map(Neighbour::word).toList();
  }

  @Test
  void nearest_compass_goesByAngleThenByName() {
    List<Neighbour> nearest = COMPASS.nearest("est", 10);
    assertThat(words(nearest)).containsExactly("grecale", "nordest", "nord", "ovest");
    assertThat(nearest.get(0).cosine()).isCloseTo(Math.sqrt(0.5), within(1e-6));
    assertThat(nearest.get(2).cosine()).isEqualTo(0);
    assertThat(nearest.get(3).cosine()).isEqualTo(-1);
  }

  @Test
  void nearest_fewerAsked_givesTheBest() {
    assertThat(words(COMPASS.nearest("nord", 1))).containsExactly("grecale");
    assertThat(COMPASS.nearest("nord", 0)).isEmpty();
  }

  @Test
  void nearest_wordOfNoDirection_isNearNothing() {
    assertThat(COMPASS.nearest("centro", 9)).allMatch(neighbour -> neighbour.cosine() == 0);
  }

  @Test
  void nearest_unknownWord_fails() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> COMPASS.nearest("sud", 3))
        .withMessage("no vector for 'sud'");
  }

  @ParameterizedTest
  @ValueSource(floats = {1e-25f, 1, 1e25f})
  void nearest_vectorsOfAnyLength_areCompared(float length) {
    WordVectors vectors =
        new WordVectors(List.of("a", "b"), 2, new float[] {length, 0, length, length});
    assertThat(vectors.nearest("a", 1).get(0).cosine()).isCloseTo(Math.sqrt(0.5), within(1e-6));
  }

  /** b - a + c = (-0.2, 0.4) for vectors of length one, whatever their length was. */
  @ParameterizedTest
  @ValueSource(floats = {1, 10})
  void analogy_handMade_findsTheFourth(float length) {
    WordVectors vectors =
        new WordVectors(
            List.of("a", "b", "c", "d", "e"), 2, new float[] {1, 0, 0, length, 8, -6, -1, 2, 1, 2});
    List<Neighbour> answers = vectors.analogy("a", "b", "c", 5);
    assertThat(words(answers)).containsExactly("d", "e");
    assertThat(answers.get(0).cosine()).isCloseTo(1, within(1e-6));
    assertThat(answers.get(1).cosine()).isCloseTo(0.6, within(1e-6));
  }

  @Test
  void lookup_rows_areCopies() {
    float[] vector = COMPASS.vector(COMPASS.indexOf("nordest"));
    assertThat(vector).containsExactly(1, 1);
    vector[0] = 7;
    assertThat(COMPASS.vector(1)).containsExactly(1, 1);
    assertThat(COMPASS.indexOf("sud")).isEqualTo(-1);
    float[] sum = {9, 1, 1};
    COMPASS.addTo(0, sum, 1);
    assertThat(sum).containsExactly(9, 3, 1);
  }

  @Test
  void compact_randomVectors_keepTheirDirections() {
    Random random = new Random(3);
    float[] values = new float[500 * 100];
    List<String> names = new ArrayList<>();
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    for (int i = 0; i < 500; i++) {
      names.add("w" + i);
    }
    WordVectors vectors = new WordVectors(names, 100, values);
    WordVectors compact = vectors.compact();
    assertThat(compact.compact()).isSameAs(compact);
    for (int w = 0; w < 500; w++) {
      float cosine = NeighbourSearch.dot(vectors.direction(w), compact.direction(w));
      assertThat(cosine).isGreaterThan(0.9998f);
    }
    List<Neighbour> expected = vectors.nearest("w9", 5);
    List<Neighbour> actual = compact.nearest("w9", 5);
    for (int i = 0; i < 5; i++) {
      assertThat(actual.get(i).cosine()).isCloseTo(expected.get(i).cosine(), within(0.01));
    }
  }

  @Test
  void compact_rows_areCopies() {
    WordVectors compact = COMPASS.compact();
    float[] sum = {9, 1, 1};
    compact.addTo(0, sum, 1);
    assertThat(sum).containsExactly(9, 3, 1);
    assertThat(compact.vector(5)).containsExactly(0, 0);
    assertThat(words(compact.nearest("est", 10)))
        .containsExactly("grecale", "nordest", "nord", "ovest");
  }

  @Test
  void nearest_manyBlocks_givesTheBestOfAll() {
    int count = 20_000;
    float[] values = new float[2 * count];
    List<String> names = new ArrayList<>();
    for (int w = 0; w < count; w++) {
      values[2 * w] = 1;
      values[2 * w + 1] = Math.abs(w - 15_000) / 1000f;
      names.add("w" + w);
    }
    WordVectors vectors = new WordVectors(names, 2, values);
    assertThat(words(vectors.nearest("w15000", 3))).containsExactly("w14999", "w15001", "w14998");
  }

  @Test
  void constructor_otherNumberOfValues_fails() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WordVectors(List.of("a"), 2, new float[3]))
        .withMessage("expected 1 × 2 values but was 3");
  }
}
