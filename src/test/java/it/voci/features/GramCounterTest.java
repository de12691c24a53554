package it.voci.features;

import static org.assertj.core.api.Assertions.assertThat;

import it.voci.text.ItalianTokenizer;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GramCounterTest {
  private static int[] buckets(FeatureSettings settings, String text) {
    return new GramCounter(settings).buckets(new ItalianTokenizer().tokenize(text), List.of());
  }

  private static long words(FeatureSettings settings, String text) {
    return Arrays.stream(buckets(settings, text)).filter(b -> b < settings.wordBuckets()).count();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {
        "Città, citta",
        "PERCHÉ, perche",
        "piu', piu'",
        "Mykolaïv, mykolaiv",
        "Çelik, celik",
        "16mila, 00mila",
        "25.650, 00.000",
        "٣, 0",
        "«, «",
        "~~, ~~",
      })
  void fold_text_losesCaseAccentsAndDigits(String text, String expected) {
    assertThat(GramCounter.fold(text)).isEqualTo(expected);
  }

  @Test
  void buckets_numberOfGrams_isCounted() {
    FeatureSettings settings = new FeatureSettings(1 << 10, 1 << 10, 2, 3, 5, 1);
    // Word grams: ab, ",", cd, "ab ,", ", cd". Character grams: <ab ab> <ab> of "<ab>", and for cd.
    int[] buckets = buckets(settings, "ab, cd");
    assertThat(words(settings, "ab, cd")).isEqualTo(5);
    assertThat(buckets).hasSize(5 + 2 * 3).isSorted();
    assertThat(Arrays.stream(buckets)).allMatch(b -> b >= 0 && b < settings.gramBuckets());
    assertThat(buckets(settings, "")).isEmpty();
  }

  @Test
  void buckets_otherCaseAccentsOrDigits_areTheSame() {
    FeatureSettings settings = FeatureSettings.DEFAULTS;
    assertThat(buckets(settings, "LA CITTÀ NEL 2022"))
        .isEqualTo(buckets(settings, "la citta nel 1999"))
        .isNotEqualTo(buckets(settings, "la citta nel 19"));
  }

  @Test
  void buckets_orderOfWords_matters() {
    FeatureSettings settings = FeatureSettings.DEFAULTS;
    assertThat(buckets(settings, "Mosca accusa Kiev"))
        .isNotEqualTo(buckets(settings, "Kiev accusa Mosca"));
  }
}
