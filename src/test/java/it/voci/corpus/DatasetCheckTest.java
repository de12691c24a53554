package it.voci.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import it.voci.Fixtures;
import it.voci.UserException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetCheckTest {
  private static final String TEN =
      "questa mattina il vecchio treno regionale parte ancora in ritardo";

  @TempDir private Path folder;

  @BeforeEach
  void scheme() throws IOException {
    Files.writeString(folder.resolve("scheme.yaml"), SchemeFile.format(Fixtures.SCHEME));
  }

  private void write(String split, String... lines) throws IOException {
    Files.writeString(folder.resolve(split + ".jsonl"), String.join("\n", lines) + "\n");
  }

  /** An article whose paragraphs are good and of no subject. */
  private static String article(String id, String... texts) {
    return article(id, "\"tone\":\"good\",\"subjects\":[]", texts);
  }

  private static String article(String id, String labels, String[] texts) {
    return "{\"id\":\""
        + id
        + "\",\"title\":\"Titolo\",\"date\":\"2024-05\",\"paragraphs\":["
        + List.of(texts).stream()
            .map(text -> "{\"text\":\"" + text + "\"," + labels + "}")
            .collect(Collectors.joining(","))
        + "]}";
  }

  private List<Finding> find(String kind) {
    return DatasetCheck.run(folder).stream().filter(f -> f.kind().equals(kind)).toList();
  }

  private List<String> lines(String kind) {
    return find(kind).stream()
        .map(finding -> finding.toString().replace(folder + "/", ""))
        .toList();
  }

  @Test
  void check_emptyFolder_saysWhatIsMissing() {
    assertThatThrownBy(() -> DatasetCheck.run(folder))
        .isInstanceOf(UserException.class)
        .hasMessageEndingWith("no train.jsonl, dev.jsonl or test.jsonl here");
  }

  @Test
  void shape_badLines_areNamedAndTheOthersChecked() throws IOException {
    write("train", "{\"id\":", "[]", article("a", "Uno.", "Due."), article("a", "Tre.", "Due."));
    assertThat(lines("shape"))
        .containsExactly(
            "error shape: train.jsonl:1: not valid JSON near '{\"id\":'",
            "error shape: train.jsonl:2: expected a JSON object but was '[]'",
            "error shape: train.jsonl:4: id 'a' already stands in line 3");
  }

  @Test
  void shape_bytesThatAreNotUtf8_areReported() throws IOException {
    Files.write(
        folder.resolve("train.jsonl"), "{\"id\":\"è\"}".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(lines("shape"))
        .containsExactly("error shape: train.jsonl:1: not UTF-8; save the file as UTF-8");
  }

  @Test
  void label_outsideTheScheme_isReportedForEveryParagraphAndTask() throws IOException {
    write(
        "train",
        "{\"id\":\"a\",\"paragraphs\":["
            + "{\"text\":\"Uno.\",\"tone\":\"grand\",\"subjects\":[\"food\",\"war\"]},"
            + "{\"text\":\"Due.\",\"tone\":7,\"subjects\":\"food\"},"
            + "{\"text\":\"Tre.\",\"tone\":\"good\",\"subjects\":[\"food\",\"food\"]}]}");
    assertThat(lines("label"))
        .containsExactly(
            "error label: train.jsonl:1: article 'a', paragraph 0: 'tone' must be one of good, bad,"
                + " none but was 'grand'",
            "error label: train.jsonl:1: article 'a', paragraph 0: 'subjects' must be one of food,"
                + " travel but was 'war'",
            "error label: train.jsonl:1: article 'a', paragraph 1: 'tone' must be one of good, bad,"
                + " none but was '7'",
            "error label: train.jsonl:1: article 'a', paragraph 1: 'subjects' must be a list of"
                + " labels but was '\"food\"'",
            "error label: train.jsonl:1: article 'a', paragraph 2: 'subjects' names a label twice:"
                + " [food, food]");
  }

  @Test
  void rule_broken_isReportedForEveryParagraph() throws IOException {
    write(
        "train",
        article("a", "\"tone\":\"none\",\"subjects\":[\"food\"]", new String[] {"A", "B"}));
    assertThat(lines("rule"))
        .hasSize(2)
        .first()
        .asString()
        .startsWith("error rule: train.jsonl:1: article 'a', paragraph 0: labels break the rule");
  }

  @Test
  void sharedId_inTwoSplits_isAnError() throws IOException {
    write("train", article("a", "Uno.", "Due."));
    write("test", article("b", "Tre.", "Sei."), article("a", "Sette.", "Otto."));
    assertThat(lines("shared_id"))
        .containsExactly("error shared_id: test.jsonl:2: article 'a' also stands in train.jsonl:1");
  }

  @Test
  void emptyText_ofInvisibleCharacters_isAnError() throws IOException {
    write("train", article("a", "", " \\u200b\\u00a0", "***", "Sì"));
    assertThat(lines("empty_text"))
        .containsExactly(
            "error empty_text: train.jsonl:1: article 'a', paragraph 0: the text is empty",
            "error empty_text: train.jsonl:1: article 'a', paragraph 1: the text is empty");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-13", "2024-02-30", "2024", "24-02", "maggio 2024", "2024-02-01T00"})
  void date_malformed_isAnError(String date) throws IOException {
    write("train", article("a", "Uno.", "Due.").replace("2024-05", date));
    assertThat(lines("date"))
        .containsExactly(
            "error date: train.jsonl:1: article 'a': expected a date yyyy-MM or yyyy-MM-dd but was '"
                + date
                + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-12", "2024-02-29"})
  void date_wellFormed_isFine(String date) throws IOException {
    write("train", article("a", "Uno.", "Due.").replace("2024-05", date));
    assertThat(find("date")).isEmpty();
  }

  @Test
  void duplicate_acrossSplits_isAnErrorWhateverCaseAndMarks() throws IOException {
    write("train", article("a", TEN, "Foto: Ansa"));
    write("dev", article("b", "Pane.", "«" + TEN.toUpperCase(java.util.Locale.ROOT) + "»!"));
    write("test", article("c", "FOTO ANSA", "Vino."));
    assertThat(lines("duplicate"))
        .containsExactly(
            "error duplicate: dev.jsonl:1: article 'b', paragraph 1: the same text as train.jsonl:1: article 'a', paragraph 0: «questa mattina il vecchio treno"
                + " regionale parte ancora in ri…»",
            "warning duplicate: test.jsonl:1: article 'c', paragraph 0: the same text as train.jsonl:1: article 'a', paragraph 1: «Foto: Ansa»");
    assertThat(find("near_duplicate")).isEmpty();
    assertThat(find("shared_run")).isEmpty();
  }

  @Test
  void duplicate_withinASplit_isOneWarningHoweverOften() throws IOException {
    write("train", article("a", TEN, TEN, TEN), article("b", TEN, "***", "***"));
    assertThat(lines("duplicate"))
        .singleElement()
        .asString()
        .startsWith("warning duplicate: train.jsonl:1: article 'a', paragraph 1: the same text")
        .contains("(and 2 more)");
  }

  @Test
  void nearDuplicate_oneWordOther_isFound() throws IOException {
    // 17 words have 13 shingles; with another last word 12 are shared of 14
    String sixteen = TEN + " da Napoli senza dire niente ai";
    write(
        "train",
        article("a", sixteen + " viaggiatori", "Pane."),
        article("b", sixteen + " soci", "Vino."));
    write("test", article("c", sixteen + " ragazzi", "Olio."));
    assertThat(lines("near_duplicate"))
        .hasSize(2)
        .satisfiesExactly(
            first ->
                assertThat(first)
                    .startsWith("error near_duplicate: test.jsonl:1: article 'c', paragraph 0")
                    .contains("(Jaccard 0.86)"),
            second ->
                assertThat(second)
                    .startsWith("warning near_duplicate: train.jsonl:2: article 'b', paragraph 0")
                    .contains("train.jsonl:1: article 'a', paragraph 0"));
  }

  @Test
  void nearDuplicate_underSixTenths_isNone() throws IOException {
    // 11 words have 7 shingles; 3 of them are shared: 3 / 11
    write(
        "train", article("a", "uno due tre quattro cinque sei sette otto nove dieci undici", "X."));
    write("test", article("b", "uno due tre quattro cinque sei sette a b c d", "Y."));
    assertThat(find("near_duplicate")).isEmpty();
  }

  @Test
  void sharedRun_ofEightWords_isAnErrorWithItsWords() throws IOException {
    write("train", article("a", "Si sa che il pane costa più di ieri, e il vino pure.", "Bene."));
    write("test", article("b", "Ecco", "Pare che il pane costa più di ieri, però la carne meno."));
    assertThat(lines("shared_run")).isEmpty(); // che il pane costa più di ieri: seven words
    write("test", article("b", "Ecco", "Ma che il pane costa più di IERI e il resto no."));
    assertThat(lines("shared_run"))
        .containsExactly(
            "error shared_run: test.jsonl:1: article 'b', paragraph 1: 9 words in a row as in train.jsonl:1: article 'a', paragraph 0: «che il pane costa più di IERI e il»");
  }

  @Test
  void sharedRun_ofNamesOrOfATitle_isExcused() throws IOException {
    String names = "Trattato sulla Costituzione Europea di Roma Parigi Berlino Madrid";
    String title = "come il mare divenne freddo e nessuno se ne accorse";
    write("train", article("a", "Firmano il " + names + " oggi.", "Leggo " + title + " di notte."));
    write(
        "test",
        article("b", "Ecco il testo: " + names + ".", "Il libro " + title + " piace.")
            .replace("Titolo", "Come il mare divenne freddo, e nessuno se ne accorse"));
    assertThat(find("shared_run")).isEmpty();
  }

  @Test
  void unlabelled_paragraphs_areCountedPerFileAndTask() throws IOException {
    write("train", article("a", "Uno.", "Due."));
    write(
        "dev",
        article("b", "\"tone\":null", new String[] {"Tre.", "Sei."}),
        article("c", "\"tone\":\"good\"", new String[] {"Otto.", "Nove."}));
    assertThat(lines("unlabelled"))
        .containsExactly(
            "warning unlabelled: dev.jsonl:1: article 'b', paragraph 0: the first of 2 of 4"
                + " paragraphs not labelled for 'tone'",
            "warning unlabelled: dev.jsonl:1: article 'b', paragraph 0: the first of 4 of 4"
                + " paragraphs not labelled for 'subjects'");
  }

  @Test
  void length_atTheLimits_isFine_beyondIsAWarning() throws IOException {
    write(
        "train",
        article("a", "x ".repeat(400), "x ".repeat(401)),
        article("b", "y"),
        article("c", IntStream.range(0, 41).mapToObj(i -> "c" + i).toArray(String[]::new)),
        article("d", IntStream.range(0, 40).mapToObj(i -> "d" + i).toArray(String[]::new)));
    assertThat(lines("length"))
        .containsExactly(
            "warning length: train.jsonl:1: article 'a', paragraph 1: 401 words; is it one?",
            "warning length: train.jsonl:2: article 'b' has 1 paragraph",
            "warning length: train.jsonl:3: article 'c' has 41 paragraphs");
  }

  @Test
  void balance_rareOrUnmeasuredLabels_areWarnings() throws IOException {
    String[] twenty = IntStream.range(0, 20).mapToObj(i -> "t" + i).toArray(String[]::new);
    write(
        "train",
        article("a", "\"tone\":\"good\",\"subjects\":[\"food\"]", twenty),
        article(
            "b", "\"tone\":\"bad\",\"subjects\":[\"travel\",\"food\"]", new String[] {"u", "v"}));
    write("dev", article("c", "\"tone\":\"none\",\"subjects\":[]", new String[] {"w", "z"}));
    assertThat(lines("balance"))
        .containsExactly(
            "warning balance: no paragraph of dev has tone: good",
            "warning balance: only 2 training paragraphs have tone: bad",
            "warning balance: no paragraph of dev has tone: bad",
            "warning balance: only 0 training paragraphs have tone: none",
            "warning balance: no paragraph of dev has subjects: food",
            "warning balance: only 2 training paragraphs have subjects: travel",
            "warning balance: no paragraph of dev has subjects: travel");
  }

  @Test
  void repeatedOpening_inSixArticles_isAWarning_phraseInFive() throws IOException {
    List<String> articles = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      String opening = "Come dicono i vecchi" + (i < 5 ? " pescatori" : "") + " n" + i + ".";
      articles.add(article("a" + i, "Vero n" + i + ". " + opening, opening + " Fine."));
    }
    write("train", articles.toArray(String[]::new));
    assertThat(lines("repeated_opening"))
        .containsExactly(
            "warning repeated_opening: train.jsonl:1: article 'a0', paragraph 0: opening of a"
                + " sentence of 6 articles, first here: «come dicono i vecchi»");
    assertThat(lines("repeated_phrase"))
        .containsExactly(
            "warning repeated_phrase: train.jsonl:1: article 'a0', paragraph 0: phrase of 5"
                + " articles, first here: «come dicono i vecchi pescatori»");
    write("train", articles.subList(1, 5).toArray(String[]::new));
    assertThat(find("repeated_opening")).isEmpty();
    assertThat(find("repeated_phrase")).isEmpty();
  }

  @Test
  void repeatedPhrases_manyOfThem_areAtMostTwentyMostFrequentFirst() throws IOException {
    List<String> articles = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      String rare = IntStream.range(0, 60).mapToObj(n -> "w" + n).collect(Collectors.joining(" "));
      articles.add(article("a" + i, i == 0 ? "x" : rare, "uno due tre quattro cinque"));
    }
    write("train", articles.toArray(String[]::new));
    assertThat(lines("repeated_phrase")).hasSize(20).first().asString().contains("6 articles");
  }

  @Test
  void tellingWord_inEightParagraphsOfOneLabel_isAWarning() throws IOException {
    String[] eight =
        IntStream.range(0, 8)
            .mapToObj(i -> "Certo che dall'Olanda non va n" + i)
            .toArray(String[]::new);
    write(
        "train",
        article("a", "\"tone\":\"bad\",\"subjects\":[]", eight),
        article("b", "\"tone\":\"none\",\"subjects\":[]", "Foto,".repeat(8).split(",", 8)),
        article("c", "\"tone\":\"good\",\"subjects\":[]", new String[] {"L'olanda!", "Olandese"}));
    assertThat(lines("telling_word"))
        .containsExactly(
            "warning telling_word: train.jsonl:1: article 'a', paragraph 0: 'certo' stands in 8"
                + " training paragraphs, first here, all with tone: bad");
  }

  @Test
  void check_ofFiveThousandParagraphs_takesSeconds() throws IOException {
    Random random = new Random(1);
    for (String split : DatasetFolder.SPLITS) {
      int articles = split.equals("train") ? 400 : 50;
      List<String> lines = new ArrayList<>();
      for (int a = 0; a < articles; a++) {
        String[] texts =
            IntStream.range(0, 10)
                .mapToObj(
                    p ->
                        // A tail that all share, so that candidates abound.
                        random
                                .ints(60, 0, 20_000)
                                .mapToObj(n -> "w" + n)
                                .collect(Collectors.joining(" "))
                            + " ma questa coda la hanno in comune tutti quanti")
                .toArray(String[]::new);
        lines.add(article(split + a, texts));
      }
      write(split, lines.toArray(String[]::new));
    }
    assertTimeout(Duration.ofSeconds(30), () -> assertThat(find("near_duplicate")).isEmpty());
  }
}
