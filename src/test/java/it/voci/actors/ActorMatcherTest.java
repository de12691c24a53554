package it.voci.actors;

import static org.assertj.core.api.Assertions.assertThat;

import it.voci.text.ItalianTokenizer;
import it.voci.text.Token;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActorMatcherTest {
  private static final Actor PESKOV =
      new Actor(
          "Dmitry Peskov",
          Side.KREMLIN,
          Actor.Kind.PERSON,
          "RU",
          "portavoce del Cremlino",
          "",
          "",
          List.of("Peskov", "portavoce del Cremlino"));

  private static final Actor CREMLINO =
      new Actor("Cremlino", Side.KREMLIN, Actor.Kind.PLACE, "RU", "", "", "", List.of());

  private static final Actor ZELENSKY =
      new Actor(
          "Volodymyr Zelensky",
          Side.UKRAINE,
          Actor.Kind.PERSON,
          "UA",
          "",
          "2019-05",
          "",
          List.of("Zelensky", "Zelens'kyj", "Žigulì"));

  private static final Actor RESPONSABILE =
      new Actor(
          "Ben Wallace",
          Side.WEST,
          Actor.Kind.PERSON,
          "GB",
          "",
          "2019-07",
          "2023-08",
          List.of("Wallace", "capo dell'intelligence"));

  private static final ActorMatcher MATCHER =
      new ActorMatcher(new Gazetteer(List.of(PESKOV, CREMLINO, ZELENSKY, RESPONSABILE)));

  private static List<String> found(String text, String date) {
    List<Token> tokens = new ItalianTokenizer().tokenize(text);
    return MATCHER.mentions(tokens, Optional.of(date).filter(d -> !d.isEmpty())).stream()
        .map(
            m ->
                m.actor().name()
                    + "="
                    + text.substring(tokens.get(m.start()).start(), tokens.get(m.end() - 1).end()))
        .toList();
  }

  @Test
  void mentions_longestForm_isTakenAtEachPlace() {
    assertThat(found("Il portavoce del Cremlino Peskov e il Cremlino tacciono.", ""))
        .containsExactly(
            "Dmitry Peskov=portavoce del Cremlino", "Dmitry Peskov=Peskov", "Cremlino=Cremlino");
  }

  @ParameterizedTest
  @CsvSource({
    "Lo dice Zelens’kyj, 1",
    "Lo dice zelensky, 0",
    "ZELENSKY ATTACCA, 1",
    "una žiguli rossa, 0",
    "una Zigulì rossa, 1",
    "Il Portavoce del Cremlino tace, 1",
    "il portavoce del cremlino tace, 0",
    "parla il capo dell’intelligence, 1",
    "'', 0"
  })
  void mentions_capitalsCountAndAccentsDoNot(String text, int count) {
    assertThat(found(text, "")).hasSize(count);
  }

  @Test
  void mentions_outsideThePeriodOfOffice_areLeftOut() {
    assertThat(found("Wallace parla.", "2023-08-31")).hasSize(1);
    assertThat(found("Wallace parla.", "2023-09")).isEmpty();
    assertThat(found("Wallace parla.", "")).hasSize(1);
  }
}
