package it.voci.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.google.gson.JsonPrimitive;
import it.voci.Fixtures;
import it.voci.corpus.Article;
import it.voci.corpus.Paragraph;
import it.voci.embedding.WordVectors;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureExtractorTest {
  private static final Offset<Float> CLOSE = within(1e-5f);
  private static final FeatureSettings SETTINGS =
      new FeatureSettings(1 << 15, 1 << 15, 1, 3, 5, 1, EnumSet.of(Branch.SPEECH));
  private static final WordVectors VECTORS =
      new WordVectors(List.of("gatto", "cane"), 2, new float[] {1, -4, 3, -2});

  private static Article article(String... texts) {
    return Article.ofTexts("a", List.of(texts));
  }

  private static FeatureExtractor fit(FeatureSettings settings) {
    return FeatureExtractor.fit(
        settings,
        VECTORS,
        Fixtures.NOBODY,
        TermLists.NONE,
        List.of(article("Gatto, gatto cane", "gatto"), article("topo")));
  }

  private static ParagraphFeatures one(FeatureExtractor extractor, String text) {
    return extractor.extract(article(text)).get(0);
  }

  private static int bucket(String word) {
    return GramCounterTest.buckets(SETTINGS, word)[0];
  }

  private static float idf(FeatureExtractor extractor, String word) {
    int row = extractor.table().row(bucket(word));
    return row < 0 ? 0 : extractor.table().idf(row);
  }

  private static float weight(FeatureExtractor extractor, ParagraphFeatures features, String word) {
    int at = Arrays.binarySearch(features.grams().rows(), extractor.table().row(bucket(word)));
    return at < 0 ? 0 : features.grams().weights()[at];
  }

  private static double length(
      FeatureExtractor extractor, ParagraphFeatures features, int fromHash, int toHash) {
    int from = extractor.table().firstRow(fromHash);
    int to = extractor.table().firstRow(toHash);
    double sum = 0;
    for (int i = 0; i < features.grams().rows().length; i++) {
      if (features.grams().rows()[i] >= from && features.grams().rows()[i] < to) {
        sum += features.grams().weights()[i] * features.grams().weights()[i];
      }
    }
    return Math.sqrt(sum);
  }

  @Test
  void fit_threeParagraphs_countsEachOnce() {
    FeatureExtractor extractor = fit(SETTINGS);
    assertThat(idf(extractor, "gatto")).isCloseTo((float) (Math.log(4 / 3.0) + 1), CLOSE);
    assertThat(idf(extractor, "cane")).isCloseTo((float) (Math.log(4 / 2.0) + 1), CLOSE);
    assertThat(idf(extractor, "topo")).isCloseTo((float) (Math.log(4 / 2.0) + 1), CLOSE);
    assertThat(idf(extractor, "zebra")).isZero();
  }

  @Test
  void fit_rareGrams_areLeftOut() {
    FeatureSettings rare =
        new FeatureSettings(1 << 15, 1 << 15, 1, 3, 5, 2, EnumSet.of(Branch.SPEECH));
    FeatureExtractor extractor = fit(rare);
    assertThat(idf(extractor, "gatto")).isPositive();
    assertThat(idf(extractor, "cane")).isZero();
    assertThat(one(extractor, "topo cane").grams().rows()).isEmpty();
  }

  @Test
  void extract_wordsCharactersAndForms_haveLengthOneEach() {
    FeatureExtractor extractor = fit(SETTINGS);
    ParagraphFeatures features = one(extractor, "Il gatto, il gatto e il cane!");
    int words = SETTINGS.wordBuckets();
    int forms = words + SETTINGS.charBuckets();
    assertThat(length(extractor, features, 0, words)).isCloseTo(1, within(1e-5));
    assertThat(length(extractor, features, words, forms)).isCloseTo(1, within(1e-5));
    assertThat(length(extractor, features, forms, SETTINGS.gramBuckets()))
        .isCloseTo(1, within(1e-5));
    double gatto = (1 + Math.log(2)) * (Math.log(4 / 3.0) + 1);
    double cane = Math.log(4 / 2.0) + 1;
    double comma = cane;
    double norm = Math.sqrt(gatto * gatto + cane * cane + comma * comma);
    assertThat(weight(extractor, features, "gatto")).isCloseTo((float) (gatto / norm), CLOSE);
    assertThat(weight(extractor, features, "cane")).isCloseTo((float) (cane / norm), CLOSE);
    assertThat(weight(extractor, features, ",")).isCloseTo((float) (comma / norm), CLOSE);
    assertThat(features.grams().rows()).isSorted().doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "zebra", "?"})
  void extract_nothingSeenInTraining_isEmptyNotNaN(String text) {
    ParagraphFeatures features = one(fit(SETTINGS), text);
    assertThat(features.grams().rows()).isEmpty();
    assertThat(features.grams().weights()).isEmpty();
    assertThat(features.vector()).containsOnly(0);
    for (float value : features.dense()) {
      assertThat(value).isBetween(0f, 1f);
    }
  }

  @Test
  void extract_wordVectors_areMeanAndGreatest() {
    FeatureExtractor extractor = fit(SETTINGS);
    assertThat(extractor.vectorLength()).isEqualTo(4);
    // Mean of (1,-4), (1,-4), (3,-2), then the greatest of each; the unknown zebra does not count.
    assertThat(one(extractor, "GATTO, gatto cane zebra").vector())
        .containsExactly(new float[] {5 / 3f, -10 / 3f, 3, -2}, CLOSE);
  }

  @Test
  void extract_metadataAndLabels_changeNothing() {
    FeatureExtractor extractor = fit(SETTINGS);
    Article bare = article("Il gatto.", "Il cane?");
    Article rich =
        new Article(
            "other id",
            Optional.of("Gatto"),
            Optional.of("Cane"),
            Optional.of("2022-05"),
            Optional.of("agency"),
            true,
            bare.paragraphs().stream()
                .map(
                    p ->
                        new Paragraph(
                            p.text(),
                            Map.of("voice", List.of("gatto")),
                            Map.of("note", new JsonPrimitive("topo"))))
                .toList(),
            Map.of("brief", new JsonPrimitive("gatto")));
    assertSame(extractor.extract(rich), extractor.extract(bare));
    assertSame(extractor.extract(bare), extractor.extract(bare));
  }

  private static void assertSame(List<ParagraphFeatures> actual, List<ParagraphFeatures> expected) {
    assertThat(actual).usingRecursiveComparison().isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"guerra ", "x", "«", "a. ", "È l’1,5% "})
  void extract_paragraphOfAMegabyte_doesNotHang(String piece) {
    FeatureExtractor extractor =
        FeatureExtractor.fit(
            FeatureSettings.DEFAULTS,
            VECTORS,
            Fixtures.NOBODY,
            TermLists.shipped(),
            List.of(article("guerra")));
    String text = piece.repeat((1 << 20) / piece.length());
    assertThat(assertTimeout(Duration.ofSeconds(30), () -> one(extractor, text)).dense())
        .hasSize(extractor.denseLength());
  }

  @Test
  void extract_afterMoreWordsThanAreRemembered_givesTheSame() {
    FeatureExtractor extractor = fit(SETTINGS);
    Article cats = article("Il gatto, il cane", "Un topo?");
    List<ParagraphFeatures> before = extractor.extract(cats);
    String many =
        IntStream.range(0, 40_000)
            .mapToObj(i -> "x" + Integer.toString(i, 36).replaceAll("\\d", "z"))
            .distinct()
            .collect(Collectors.joining(" "));
    extractor.extract(article(many, many.replace('x', 'y'), many.replace('x', 'w')));
    assertSame(extractor.extract(cats), before);
  }

  @Test
  void table_hashesOutOfOrder_fails() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GramTable(new int[] {2, 1}, new float[2]))
        .withMessage("expected ascending hashes at 1");
  }

  @Test
  void extract_withoutABranch_leavesItsFeaturesAtZero() {
    FeatureExtractor extractor = fit(SETTINGS.without(EnumSet.allOf(Branch.class)));
    ParagraphFeatures features = one(extractor, "«Il gatto», ha detto il cane.");
    assertThat(features.grams().rows()).isEmpty();
    assertThat(features.vector()).containsOnly(0);
    assertThat(features.dense()).containsOnly(0);
  }
}
