package it.voci.features;

import static org.assertj.core.api.Assertions.assertThat;

import it.voci.actors.Actor;
import it.voci.actors.Mention;
import it.voci.actors.Side;
import it.voci.embedding.WordVectors;
import it.voci.text.ItalianTokenizer;
import it.voci.text.Token;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GramCounterTest {
  static int[] buckets(FeatureSettings settings, String text) {
    return buckets(settings, text, List.of(), false);
  }

  static WordMemory memory(GramCounter counter, TermLists terms) {
    return new WordMemory(counter, new WordVectors(List.of(), 1, new float[0]), terms);
  }

  private static int[] buckets(
      FeatureSettings settings, String text, List<Mention> mentions, boolean isOwn) {
    List<Token> tokens = new ItalianTokenizer().tokenize(text);
    GramCounter counter = new GramCounter(settings);
    WordMemory words = memory(counter, TermLists.NONE);
    boolean[] own = new boolean[tokens.size()];
    Arrays.fill(own, isOwn);
    int[] buckets = counter.find(words.facts(tokens), mentions, own);
    Arrays.sort(buckets);
    return buckets;
  }

  private static long words(FeatureSettings settings, String text) {
    return Arrays.stream(buckets(settings, text)).filter(b -> b < settings.wordBuckets()).count();
  }

  @ParameterizedTest
  @CsvSource({
    "Città, citta",
    "PERCHÉ, perche",
    "Mykolaïv, mykolaiv",
    "Çelik, celik",
    "16mila, 00mila",
    "25.650, 00.000",
    "٣, 0"
  })
  void buckets_caseAccentsAndDigits_areLost(String text, String same) {
    assertThat(buckets(FeatureSettings.DEFAULTS, text))
        .isEqualTo(buckets(FeatureSettings.DEFAULTS, same));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {"piu', piu", "«, \"", "00, 0"})
  void buckets_finalApostropheMarkAndNumberOfDigits_areKept(String text, String other) {
    assertThat(buckets(FeatureSettings.DEFAULTS, text))
        .isNotEmpty()
        .isNotEqualTo(buckets(FeatureSettings.DEFAULTS, other));
  }

  @Test
  void buckets_noText_areNone() {
    assertThat(buckets(FeatureSettings.DEFAULTS, "")).isEmpty();
  }

  @Test
  void buckets_numberOfGrams_isCounted() {
    FeatureSettings settings = new FeatureSettings(1 << 10, 1 << 10, 2, 3, 5, 1, Set.of());
    // Word grams: ab, ",", cd, "ab ,", ", cd", and each word as somebody's. Character grams: <ab
    // ab> <ab> of "<ab>", and for cd. Forms: the five word grams again.
    int[] buckets = buckets(settings, "ab, cd");
    assertThat(words(settings, "ab, cd")).isEqualTo(5 + 3);
    assertThat(buckets).hasSize(5 + 3 + 2 * 3 + 5).isSorted();
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

  @Test
  void buckets_actorsOfOneSide_areTheSameButForTheirForms() {
    Set<Branch> forms = Set.of(Branch.FORMS);
    assertThat(buckets("Peskov accusa", Side.KREMLIN, forms))
        .isEqualTo(buckets("Zakharova accusa", Side.KREMLIN, forms))
        .isNotEqualTo(buckets("Peskov accusa", Side.WEST, forms));
    assertThat(buckets("Peskov accusa", Side.KREMLIN, Set.of()))
        .isNotEqualTo(buckets("Zakharova accusa", Side.KREMLIN, Set.of()));
  }

  @Test
  void buckets_forms_areNotStemmed() {
    FeatureSettings settings = FeatureSettings.DEFAULTS;
    int forms = settings.wordBuckets() + settings.charBuckets();
    assertThat(Arrays.stream(buckets(settings, "soldati")).filter(b -> b >= forms).toArray())
        .hasSize(1)
        .isNotEqualTo(
            Arrays.stream(buckets(settings, "soldato")).filter(b -> b >= forms).toArray());
  }

  @Test
  void buckets_ownWords_differFromThoseOfASpeaker() {
    FeatureSettings settings = FeatureSettings.DEFAULTS;
    assertThat(buckets(settings, "la guerra", List.of(), true))
        .isNotEqualTo(buckets(settings, "la guerra", List.of(), false));
  }

  private static int[] buckets(String text, Side side, Set<Branch> without) {
    Actor actor = new Actor("X", side, Actor.Kind.PERSON, "", "", "", "", List.of());
    Mention mention = new Mention(actor, 0, 1, Mention.Kind.NAME, Mention.Relation.NONE);
    return buckets(FeatureSettings.DEFAULTS.without(without), text, List.of(mention), false);
  }
}
