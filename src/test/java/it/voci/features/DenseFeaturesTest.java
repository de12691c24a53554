package it.voci.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import it.voci.text.ItalianTokenizer;
import it.voci.text.Sentences;
import it.voci.text.Token;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DenseFeaturesTest {
  private static Map<String, Float> of(String text, int index, int count) {
    List<Token> tokens = new ItalianTokenizer().tokenize(text);
    WordMemory words =
        GramCounterTest.memory(new GramCounter(FeatureSettings.DEFAULTS), TermLists.NONE);
    int sentences = Sentences.split(text).size();
    float[] values = DenseFeatures.of(tokens, words.facts(tokens), sentences, index, count);
    assertThat(values).hasSize(DenseFeatures.NAMES.size());
    Map<String, Float> named = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      named.put(DenseFeatures.NAMES.get(i), values[i]);
    }
    return named;
  }

  /** Every feature not named is expected to be 0. */
  private static void assertFeatures(Map<String, Float> actual, Map<String, Double> expected) {
    actual.forEach(
        (name, value) ->
            assertThat((double) value)
                .as(name)
                .isCloseTo(expected.getOrDefault(name, 0.0), within(1e-6)));
    assertThat(actual).containsKeys(expected.keySet().toArray(String[]::new));
  }

  @Test
  void of_quotedExclamation_isCounted() {
    // Words: L' Ucraina vincerà | ha detto Zelensky 3 droni USA
    assertFeatures(
        of("«L'Ucraina vincerà», ha detto Zelensky: 3 droni USA!", 0, 2),
        Map.ofEntries(
            Map.entry("first", 1.0),
            Map.entry("length", Math.log(10) / 6),
            Map.entry("sentences", 1 / 8.0),
            Map.entry("sentence_length", 9 / 40.0),
            Map.entry("quoted_share", 3 / 9.0),
            Map.entry("opens_with_quote", 1.0),
            Map.entry("has_quote", 1.0),
            Map.entry("exclamation", 1.0),
            Map.entry("colon", 1.0),
            Map.entry("capitals", 1 / 9.0),
            Map.entry("capitalised", 4 / 9.0),
            Map.entry("numbers", 4 / 9.0),
            Map.entry("future", 8 / 9.0),
            Map.entry("short", 1.0)));
  }

  @Test
  void of_questionAndOpenEnd_isCounted() {
    // Words: Noi siamo qui | Sarebbe forse tardi chi lo sa poi tra un anno
    assertFeatures(
        of("Noi siamo qui? Sarebbe (forse) tardi – chi lo sa, poi, tra un anno", 2, 3),
        Map.ofEntries(
            Map.entry("position", 1.0),
            Map.entry("last", 1.0),
            Map.entry("length", Math.log(14) / 6),
            Map.entry("sentences", 2 / 8.0),
            Map.entry("sentence_length", 13 / 80.0),
            Map.entry("question", 1 / 2.0),
            Map.entry("parenthesis", 1 / 2.0),
            Map.entry("dash", 1 / 2.0),
            Map.entry("no_final_stop", 1.0),
            Map.entry("capitalised", 2 / 13.0),
            Map.entry("conditional", 8 / 13.0),
            Map.entry("first_person", 1.0)));
  }

  @Test
  void of_position_isThePlaceInTheArticle() {
    assertThat(of("Uno.", 0, 1)).containsEntry("position", 0f).containsEntry("first", 1f);
    assertThat(of("Uno.", 0, 1)).containsEntry("last", 1f);
    assertThat(of("Uno.", 1, 5)).containsEntry("position", 0.25f).containsEntry("first", 0f);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "«Due parole» e altre due|0.4",
        "\"Due parole\" e altre due|0.4",
        "“Due parole” e altre due|0.4",
        "‘Due parole’ e altre due|0.4",
        "''Due parole'' e altre due|0.4",
        "Fino alla «fine del testo|0.6",
        "Nessuna citazione, c'è l'apostrofo|0",
      })
  void of_quotation_isShareOfItsWords(String text, float share) {
    assertThat(of(text, 0, 1).get("quoted_share")).isCloseTo(share, within(1e-6f));
    assertThat(of(text, 0, 1)).containsEntry("has_quote", share > 0 ? 1f : 0f);
  }

  @ParameterizedTest
  @CsvSource({
    "sarà, 1",
    "sara', 1",
    "saranno, 1",
    "avrà, 1",
    "potranno, 1",
    "vincerà, 1",
    "Perirà, 1",
    "frontiera, 0",
    "lettera, 0",
    "guerra, 0",
    "Ankara, 0",
    "verità, 0",
    "hanno, 0",
  })
  void of_future_isKnownByItsEnding(String word, float expected) {
    assertThat(of(word, 0, 1)).containsEntry("future", expected);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {"USA, 1", "L'UCRAINA, 0.5", "L'ora, 0", "E', 0", "Kiev, 0", "A, 0", "DELL'ora, 0.5"})
  void of_capitals_areWordsOfTwoLettersAndMore(String text, float expected) {
    assertThat(of(text, 0, 1)).containsEntry("capitals", expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "Fine.|0|0",
        "Fine...|0|0",
        "Fine…|0|0",
        "Fine!|0|0",
        "Fine|1|0",
        "Fine:|1|0",
        "«Fine»|0|1",
        "«Fine».|0|1",
        "«Fine.»|0|1",
        "~~|1|0",
      })
  void of_end_isAStopOrAQuotationMark(String text, float noStop, float quote) {
    assertThat(of(text, 0, 1))
        .containsEntry("no_final_stop", noStop)
        .containsEntry("ends_with_quote", quote);
  }
}
