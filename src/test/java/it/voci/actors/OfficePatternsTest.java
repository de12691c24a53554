package it.voci.actors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.voci.UserException;
import it.voci.text.ItalianTokenizer;
import it.voci.text.Token;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfficePatternsTest {
  private static final ActorMatcher SHIPPED = ActorMatcher.shipped();

  private static List<Mention> mentions(String text, String date) {
    return SHIPPED.mentions(
        new ItalianTokenizer().tokenize(text), Optional.of(date).filter(d -> !d.isEmpty()));
  }

  /** Name, side and span of the first actor. */
  private static String first(String text, String date) {
    List<Token> tokens = new ItalianTokenizer().tokenize(text);
    return mentions(text, date).stream()
        .findFirst()
        .map(
            m ->
                m.actor().name()
                    + " "
                    + m.actor().side()
                    + " ["
                    + text.substring(tokens.get(m.start()).start(), tokens.get(m.end() - 1).end())
                    + "]")
        .orElse("");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // a name in the phrase, before it, behind a comma
        "il viceministro della Difesa polacco Paweł Zalewski tace | Paweł Zalewski WEST [viceministro della Difesa polacco Paweł Zalewski]",
        "Otto Vrba, viceministro della Difesa ceco, tace | Otto Vrba WEST [Otto Vrba, viceministro della Difesa ceco]",
        "il portavoce del ministero della Difesa estone, Jaan Tamm, tace | Jaan Tamm WEST [portavoce del ministero della Difesa estone, Jaan Tamm]",
        "Sergej Lavrov, ministro degli Esteri russo, tace | Sergei Lavrov KREMLIN [Sergej Lavrov, ministro degli Esteri russo]",
        "il premier ungherese, Viktor Orban, tace | Viktor Orbán WEST [premier ungherese, Viktor Orban]",
        "Per Irina Nazarova, avvocata di Minsk, no | Irina Nazarova OTHER [Irina Nazarova, avvocata di Minsk]",
        // nationality: adjective, country, capital, town
        "il ministero degli Esteri turco tace | ministero degli Esteri turco OTHER [ministero degli Esteri turco]",
        "il ministro cinese del Commercio tace | ministro cinese del Commercio OTHER [ministro cinese del Commercio]",
        "il governo di Belgrado tace | governo di Belgrado OTHER [governo di Belgrado]",
        "la diplomazia della Moldavia tace | diplomazia della Moldavia WEST [diplomazia della Moldavia]",
        "la procura di Kharkiv indaga | procura di Kharkiv UKRAINE [procura di Kharkiv]",
        "il comandante statunitense tace | comandante statunitense WEST [comandante statunitense]",
        "il portavoce di Navalny, in aula, tace | Kira Yarmysh OPPOSITION [portavoce di Navalny]",
        "fonti della Casa Bianca tacciono | fonti della Casa Bianca WEST [fonti della Casa Bianca]",
        // the adjective decides, not the place
        "l'ambasciata russa a Roma tace | ambasciata russa in Italia KREMLIN [ambasciata russa a Roma]",
        "l'ambasciata kazaka a Mosca tace | ambasciata kazaka a Mosca OTHER [ambasciata kazaka a Mosca]",
        // occupied
        "il governatore filorusso di Kherson tace | Vladimir Saldo KREMLIN [governatore filorusso di Kherson]",
        "il sindaco nominato da Mosca di Berdyansk tace | sindaco nominato da Mosca di Berdyansk KREMLIN [sindaco nominato da Mosca di Berdyansk]",
        // roles that decide
        "un politologo russo in esilio tace | politologo russo in esilio EXPERT [politologo russo in esilio]",
        "un'attivista bielorussa tace | attivista bielorussa OPPOSITION [attivista bielorussa]",
        "un deputato russo in esilio tace | deputato russo in esilio OPPOSITION [deputato russo in esilio]",
        "un soldato russo racconta | soldato russo OTHER [soldato russo]",
        "una residente di Bucha racconta | residente di Bucha OTHER [residente di Bucha]",
        "il vescovo ucraino prega | vescovo ucraino OTHER [vescovo ucraino]",
        "gli analisti americani prevedono | analisti americani EXPERT [analisti americani]",
        "l'agenzia russa Tass riporta | Tass KREMLIN [agenzia russa Tass]",
        "la tv russa trasmette | tv russa KREMLIN [tv russa]",
        // intelligence
        "il controspionaggio svedese avverte | intelligence svedese WESTERN_INTELLIGENCE [controspionaggio svedese]",
        "fonti di intelligence occidentali dicono | intelligence occidentale WESTERN_INTELLIGENCE [fonti di intelligence occidentali]",
        "il ministero della Difesa di Londra stima | ministero della Difesa britannico WESTERN_INTELLIGENCE [ministero della Difesa di Londra]",
        "gli 007 russi tacciono | servizi segreti russi KREMLIN [007 russi]",
        // nobody says whose
        "il portavoce tace | portavoce UNKNOWN [portavoce]",
        "il generale Ugo Bellucco tace | Ugo Bellucco UNKNOWN [generale Ugo Bellucco]",
      })
  void phrase_isNamedWithItsSideAndSpan(String text, String expected) {
    assertThat(first(text, "")).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "il portavoce del Cremlino,, Dmitry Peskov",
    "il ministro della Difesa russo, 2023-01, Sergei Shoigu",
    "il ministro russo della Difesa, 2024-09-30, Andrei Belousov",
    "il ministro della Difesa di Mosca,, ministro della Difesa di Mosca",
    "il capo della diplomazia ucraina, 2023-05, Dmytro Kuleba",
    "il capo della diplomazia ucraina, 2025-05, Andrii Sybiha",
    "il segretario generale della Nato, 2023-05, Jens Stoltenberg",
    "il capo dell'Alleanza, 2025-01, Mark Rutte",
    "il presidente americano, 2024-03, Joe Biden",
    "il presidente degli Stati Uniti, 2025-03, Donald Trump",
    "l'ex presidente americano, 2025-03, ex presidente americano",
    "un ministro degli Esteri russo, 2025-03, ministro degli Esteri russo",
    "il leader bielorusso,, Alexander Lukashenko",
    "il premier ungherese, 2023-01, Viktor Orbán",
    "l'ambasciatore russo in Italia, 2023-01, Sergei Razov",
    "l'ambasciatore russo a Roma, 2024-01, Alexei Paramonov",
    "il governatore della regione di Belgorod,, Vyacheslav Gladkov",
    "il presidente del Tatarstan,, Rustam Minnikhanov",
    "il direttore generale dell'Aiea,, Rafael Grossi",
    "il presidente del Copasir, 2022-03, Adolfo Urso",
    "il presidente del Copasir, 2023-03, Lorenzo Guerini",
    "il Papa, 2025-03, Papa Francesco",
    "il Papa, 2025-06, Leone XIV"
  })
  void office_isItsHolders_atTheDate(String text, String date, String name) {
    assertThat(mentions(text, date == null ? "" : date))
        .extracting(m -> m.actor().name())
        .containsExactly(name);
  }

  @ParameterizedTest
  @CsvSource({
    "Lukashenko Lukashenka Lukašenka Lukascenko, Alexander Lukashenko",
    "Zelensky Zelenskyj Zelenskyy Zelenskiy Zelenskij Zelens'kyj Zelenski, Volodymyr Zelensky",
    "Zaluzhny Zaluzhnyi Zalužnyj, Valery Zaluzhny",
    "Prigozhin Prigožin Prigozin, Yevgeny Prigozhin",
    "Shoigu Šojgu Sojgu Shoygu, Sergei Shoigu",
    "Syrsky Syrskyi Syrskij Syrs'kyj, Oleksandr Syrsky",
    "Yermak Ermak Jermak, Andriy Yermak",
    "Podolyak Podoliak Podoljak, Mykhailo Podolyak",
    "Sybiha Sibiga, Andrii Sybiha",
    "Medvedev Medvedjev, Dmitry Medvedev",
    "Solovyov Solovëv Solov'ëv Soloviov, Vladimir Solovyov",
    "Khodorkovsky Chodorkovskij, Mikhail Khodorkovsky",
    "Vučić Vucic, Aleksandar Vučić"
  })
  void surname_inAnyTransliteration_isTheSamePerson(String spellings, String name) {
    for (String spelling : spellings.split(" ", -1)) {
      assertThat(first("Lo dice " + spelling + ".", ""))
          .as(spelling)
          .startsWith(name)
          .endsWith("[" + spelling + "]");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sergei Lavrov",
        "Sergej Lavrov",
        "Serghei Lavrov",
        "Sergey Lavrov",
        "Sergio Lavrov"
      })
  void givenName_inAnyVariant_belongsToTheName(String name) {
    assertThat(first("Lo dice " + name + " oggi.", ""))
        .isEqualTo("Sergei Lavrov KREMLIN [" + name + "]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Costa molto, la guerra.",
        "Le truppe francesi lasciano la Costa d'Avorio.",
        "Legge Il Conte di Montecristo.",
        "Lo dice Hunter Biden al giudice di Wilmington.",
        "Jill Biden e Melania Trump si incontrano.",
        "Il corteo anti-Putin parte alle dieci.",
        "Una visita ufficiale e un giorno storico.",
        "Ha inviato aiuti e ha delegato tutto.",
        "Gli accordi di Minsk e il Memorandum di Budapest.",
        "Ha detto ai giornalisti che gli studenti e i deputati aspettano.",
        "Ciò che conta è altro.",
        "Azione dopo azione, la lega si scioglie.",
        "La società russa invecchia.",
        "Il segretario comunale apre l'assemblea generale.",
        "Nel vertice di ieri il dibattito politico italiano era fermo."
      })
  void sentence_thatNamesNoActor_hasNoneWithASide(String text) {
    assertThat(mentions(text, ""))
        .allMatch(m -> m.actor().side() == Side.UNKNOWN || m.actor().name().startsWith("giudice"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Il vertice è a Mosca. | Mosca PLACE AT true",
        "Mosca nega. | Mosca PLACE NONE false",
        "La nota di Mosca. | Mosca PLACE OF false",
        "Torna da Mosca. | Mosca PLACE FROM false",
        "Lo accolgono al Cremlino. | Cremlino PLACE AT true",
        "Secondo Peskov no. | Dmitry Peskov NAME NONE false",
        "Lo scrive a Putin. | Vladimir Putin NAME AT false",
        "Parla il portavoce del Cremlino Peskov. | Dmitry Peskov OFFICE_AND_NAME NONE false"
      })
  void mention_tellsTheSpeakerFromThePlace(String text, String expected) {
    Mention mention = mentions(text, "").get(0);
    assertThat(
            mention.actor().name()
                + " "
                + mention.kind()
                + " "
                + mention.relation()
                + " "
                + mention.isMerePlace())
        .isEqualTo(expected);
  }

  @Test
  void name_afterItsPeriod_stillNamesTheLastHolder() {
    assertThat(first("Wallace e Johnson tacciono.", "2025-01")).startsWith("Ben Wallace WEST");
    assertThat(first("Johnson tace.", "2022-03")).startsWith("Boris Johnson");
    assertThat(first("il leader di Fratelli d'Italia tace", "2022-03"))
        .startsWith("Giorgia Meloni");
  }

  @Test
  void properNames_areThoseThatNobodyKnows() {
    List<Token> tokens =
        new ItalianTokenizer()
            .tokenize(
                "Marta Bellini ha visto Hunter Biden e Vladimir Putin a Castel Volturno. Nessun"
                    + " Dorma dice Lea von der Tann.");
    assertThat(SHIPPED.properNames(tokens, SHIPPED.mentions(tokens, Optional.empty())))
        .extracting(m -> m.actor().name() + " " + m.actor().side())
        .containsExactly(
            "Marta Bellini UNKNOWN",
            "Hunter Biden UNKNOWN",
            "Castel Volturno UNKNOWN",
            "Lea von der Tann UNKNOWN");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "ex",
        "ex-",
        "ministro degli",
        "ministro della Difesa e della",
        "il portavoce del portavoce del ministero del ministero del ministero del ministero",
        ", , ( ( presidente , (",
        "\uD800 Putin \u202E",
        "A B C D E F G H I J K L, presidente di di di",
      })
  void text_ofAnyKind_isRead(String text) {
    for (Mention mention : mentions(text, "")) {
      assertThat(mention.start()).isLessThan(mention.end());
    }
  }

  @Test
  void text_ofOneWordRepeated_isReadInLinearTime() {
    String text = "il presidente del ministero della Difesa di Putin Xxx, ".repeat(20_000);
    assertThat(mentions(text, "")).hasSizeGreaterThan(10_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "side|a; expected 4 columns but was 2",
        "colour|a||b; unknown type 'colour'",
        "head|a|official|b; no line 'side' before this one for 'official'",
        "side|a|kremlin west|; expected a side for each of 5 groups",
        "country|XX|east|b; unknown Group 'east'"
      })
  void lexicon_badLine_isNamed(String line, String message, @TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("lexicon.tsv");
    Files.writeString(file, "# head\n" + line.replace('|', '\t') + "\n");
    assertThatThrownBy(() -> Lexicon.read(file))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith(file + ":2: ")
        .hasMessageContaining(message);
  }
}
