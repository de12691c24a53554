package it.voci.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageCheckTest {
  private static final String ITALIAN =
      "Il presidente ha detto che la guerra non finirà prima della primavera, e che gli alleati"
          + " sono d’accordo con lui.";
  private static final String ENGLISH =
      "The president said that the war would not end before spring, and that the allies agreed"
          + " with him on this point.";

  @Test
  void italian_article_isItalianThroughout() {
    assertThat(LanguageCheck.italian(List.of(ITALIAN, "(Foto Ansa)", ITALIAN)))
        .containsExactly(true, true, true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ENGLISH,
        "El presidente dijo que la guerra no terminaría antes de la primavera y que los aliados"
            + " están de acuerdo con él en este punto.",
        "Le président a déclaré que la guerre ne finirait pas avant le printemps et que les alliés"
            + " étaient d’accord avec lui sur ce point.",
        "O presidente disse que a guerra não terminará antes da primavera e que os aliados"
            + " concordam com ele sobre este ponto.",
        "Președintele a spus că războiul nu se va încheia înainte de primăvară și că aliații sunt"
            + " de acord cu el în această privință.",
        "Президент сказал, что война не закончится до весны и что союзники согласны с ним в этом"
            + " вопросе.",
        "Президент сказав, що війна не закінчиться до весни і що союзники погоджуються з ним у"
            + " цьому питанні.",
      })
  void italian_otherLanguages_areNot(String text) {
    assertThat(LanguageCheck.italian(List.of(text))).containsExactly(false);
    assertThat(LanguageCheck.italian(List.of(ITALIAN, text, ITALIAN)))
        .containsExactly(true, false, true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PUTIN A ROSSIYA 24: DEPOSITI PRONTI IL PRIMO LUGLIO, DIECI AEREI GIÀ ADATTATI, RESTANO TRE",
        "Tre sacerdoti ortodossi celebrano a Udine due volte la settimana, davanti a molti fedeli.",
      })
  void italian_fewFunctionWords_areStillItalian(String text) {
    assertThat(LanguageCheck.italian(List.of(text))).containsExactly(true);
  }

  @Test
  void italian_shortParagraphs_followTheirArticle() {
    assertThat(LanguageCheck.italian(List.of(ENGLISH, "Photo: AP", ENGLISH)))
        .containsExactly(false, false, false);
    assertThat(LanguageCheck.italian(List.of("Photo: AP"))).containsExactly(true);
    assertThat(LanguageCheck.italian(List.of("", "1 2 3"))).containsExactly(true, true);
    assertThat(LanguageCheck.italian(List.of())).isEmpty();
  }
}
