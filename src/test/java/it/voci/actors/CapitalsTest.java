package it.voci.actors;

import static org.assertj.core.api.Assertions.assertThat;

import it.voci.text.ItalianTokenizer;
import it.voci.text.Token;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapitalsTest {
  private static final ActorMatcher ACTORS = ActorMatcher.shipped();

  private static List<Token> tokens(String text) {
    return new ItalianTokenizer().tokenize(text);
  }

  private static String recased(String text) {
    return ACTORS.recased(tokens(text)).stream().map(Token::text).collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PESKOV HA DETTO CHE MOSCA NON TRATTA | Peskov ha detto che Mosca non tratta",
        "peskov ha detto che mosca non tratta | Peskov ha detto che Mosca non tratta",
        "LO HA DETTO IL PORTAVOCE DI VLADIMIR PUTIN . PARLA KIEV"
            + " | Lo ha detto il portavoce di Vladimir Putin . Parla Kiev",
        "Ieri . IL CAPO DEL CREMLINO NON TRATTA . Oggi | Ieri . Il capo del Cremlino non tratta . Oggi"
      })
  void text_inCapitalsOrWithout_isReadInItsUsualCase(String text, String expected) {
    assertThat(recased(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "La UE e la NATO a Kiev",
    "ULTIM'ORA MOSCA: Peskov parla ancora",
    "peskov a mosca",
    "'il 12, alle 3'"
  })
  void text_ofUsualCaseOrTooShort_isLeftAsItIs(String text) {
    List<Token> tokens = tokens(text);
    assertThat(ACTORS.recased(tokens)).isSameAs(tokens);
  }

  @Test
  void tokens_recased_standWhereTheyStood() {
    List<Token> tokens = tokens("È COSÌ, DICE L'ALLEATO DI PUTIN.");
    List<Token> recased = ACTORS.recased(tokens);
    assertThat(recased)
        .extracting(Token::start)
        .isEqualTo(tokens.stream().map(Token::start).toList());
    assertThat(recased)
        .extracting(Token::folded)
        .isEqualTo(tokens.stream().map(Token::folded).toList());
  }
}
