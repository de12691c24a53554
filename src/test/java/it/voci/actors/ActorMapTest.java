package it.voci.actors;

import static org.assertj.core.api.Assertions.assertThat;

import it.voci.actors.ActorMap.Point;
import it.voci.embedding.WordVectors;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActorMapTest {
  private static final WordVectors VECTORS =
      new WordVectors(
          List.of(
              "peskov", "kiev", "zelensky", "gas", "analisti", "ivanov", "kyiv", "nulla", "sette"),
          2,
          new float[] {1, 0, 1, 1, 0, 1, 2, 1, 1, 2, -1, 1, 3, 1, 0, 0, -1, 2});

  private static Actor actor(String name, Side side, String... aliases) {
    return new Actor(name, side, Actor.Kind.PERSON, "", "", "", "", List.of(aliases));
  }

  private static ActorMap map(List<String> further, int most, Actor... actors) {
    return ActorMap.of(VECTORS, new Gazetteer(List.of(actors)), further, most, 2, 1);
  }

  private static List<String> words(ActorMap map) {
    return map.points().stream().map(Point::word).toList();
  }

  @Test
  void of_namesOfOneWord_mostFrequentFirst() {
    ActorMap map =
        map(
            List.of("Gas", "zebra", "peskov"),
            9,
            actor("Volodymyr Zelensky", Side.UKRAINE, "Zelensky"),
            actor("Kyiv", Side.UKRAINE, "Kiev"),
            actor("Esperti", Side.EXPERT, "analisti"),
            actor("Nulla", Side.OTHER),
            actor("Dmitry Peskov", Side.KREMLIN, "Peskov", "portavoce del Cremlino"));
    assertThat(words(map)).containsExactly("peskov", "kiev", "zelensky", "gas");
    assertThat(map.points().get(0).actor().orElseThrow().name()).isEqualTo("Dmitry Peskov");
    assertThat(map.points().get(3).actor()).isEmpty();
    assertThat(map.without()).containsExactly("zebra");
  }

  @Test
  void of_nameOfSeveralSides_isLeftOut() {
    ActorMap map =
        map(
            List.of("gas", "sette", "kyiv"),
            9,
            actor("Igor Ivanov", Side.KREMLIN, "Ivanov"),
            actor("Petro Ivanov", Side.UKRAINE, "Ivanov"),
            actor("Oleh Ivanov", Side.UKRAINE, "Ivanov"));
    assertThat(words(map)).containsExactly("gas", "sette", "kyiv");
  }

  @Test
  void of_nameOfTwoOnOneSide_isTheFirstOnes() {
    ActorMap map =
        map(
            List.of("gas", "sette"),
            9,
            actor("Igor Ivanov", Side.KREMLIN, "Ivanov"),
            actor("Petr Ivanov", Side.KREMLIN, "Ivanov"));
    assertThat(map.points().get(0).actor().orElseThrow().name()).isEqualTo("Igor Ivanov");
  }

  @Test
  void of_most_keepsTheMostFrequent() {
    ActorMap map =
        map(
            List.of("gas", "sette"),
            1,
            actor("Zelensky", Side.UKRAINE),
            actor("Peskov", Side.KREMLIN));
    assertThat(words(map)).containsExactly("peskov", "gas", "sette");
  }
}
