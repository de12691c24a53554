package it.voci.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.voci.Chromium;
import it.voci.Fixtures;
import it.voci.Golden;
import it.voci.Schemas;
import it.voci.UserException;
import it.voci.app.Labelling;
import it.voci.classifier.Evidence;
import it.voci.classifier.EvidenceFinder;
import it.voci.classifier.LabelledArticle;
import it.voci.classifier.ParagraphClassifier;
import it.voci.classifier.Prediction;
import it.voci.classifier.TaskPrediction;
import it.voci.corpus.Article;
import it.voci.corpus.LabelScheme;
import it.voci.corpus.Paragraph;
import it.voci.input.InputArticle;
import it.voci.input.InputReader;
import it.voci.text.TextSpan;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelRenderingTest {
  /** Gives the n-th paragraph of any article the n-th of these answers. */
  private static final ParagraphClassifier SCRIPTED =
      new ParagraphClassifier() {
        private static final double[][] TONES = {
          {0.91237, 0.05, 0.03763}, {0.2, 0.4500049, 0.3499951}, {0.01, 0.02, 0.97}
        };
        private static final double[][] SUBJECTS = {{0.9, 0.61}, {0.49996, 0.1}, {0.7, 0.2}};

        @Override
        public LabelScheme scheme() {
          return Fixtures.SCHEME;
        }

        @Override
        public List<Prediction> classify(Article article) {
          List<Prediction> predictions = new ArrayList<>();
          for (int i = 0; i < article.paragraphs().size(); i++) {
            predictions.add(
                new Prediction(
                    List.of(
                        TaskPrediction.of(Fixtures.TONE, TONES[i % 3], List.of()),
                        TaskPrediction.of(
                            Fixtures.SUBJECTS, SUBJECTS[i % 3], List.of(0.5, 0.55)))));
          }
          return predictions;
        }
      };

  private static LabelledArticle labelled() {
    return new Labelling(SCRIPTED).label(input());
  }

  private static InputArticle input() {
    String text =
        "date 2024-05-09\n\nLa cena era ottima – «squisita», dicono – e il treno, per una volta, in"
            + " orario: così raccontano i viaggiatori scesi ieri sera alla stazione di Orte.\n\n"
            + "Il vino, no.\n\n© Riproduzione riservata \u202Eatavresir\u202C\n";
    return InputReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))).get(0);
  }

  private static String terminal(int width, boolean colours, double least) {
    LabelTerminal.Style style = new LabelTerminal.Style(width, colours, Language.EN, least);
    return new LabelTerminal(Fixtures.SCHEME, style).render(labelled());
  }

  /** Words of the paragraphs as evidence, whatever the classifier. */
  private static LabelledArticle explained() {
    EvidenceFinder finder =
        (article, predictions) ->
            article.paragraphs().stream()
                .map(Paragraph::text)
                .map(
                    text ->
                        Stream.of(
                                evidence(text, "tone", "good", "ottima", 1.25),
                                evidence(text, "tone", "good", "per una volta", 0.4),
                                evidence(text, "subjects", "food", "La cena era ottima", 2.0),
                                evidence(text, "subjects", "travel", "treno", 0.06))
                            .flatMap(List::stream)
                            .toList())
                .toList();
    return new Labelling(SCRIPTED, Optional.of(finder)).label(input());
  }

  private static List<Evidence> evidence(
      String text, String task, String label, String words, double weight) {
    int start = text.indexOf(words);
    return start < 0
        ? List.of()
        : List.of(new Evidence(task, label, new TextSpan(start, start + words.length()), weight));
  }

  private static String explainedTerminal(boolean colours) {
    LabelTerminal.Style style = new LabelTerminal.Style(80, colours, Language.IT, 0);
    return new LabelTerminal(Fixtures.SCHEME, style).render(explained());
  }

  @Test
  void terminal_explainedInItalian_isAsInTheGoldenFile() {
    Golden.assertMatches("label/terminal-explained.txt", explainedTerminal(false));
  }

  @Test
  void terminal_explainedInColour_marksTheWordsAndSaysTheSame() {
    String coloured = explainedTerminal(true);
    assertThat(coloured)
        .contains("\u001B[4mLa cena era \u001B[0m\u001B[1m\u001B[4mottima\u001B[0m")
        .contains("\u001B[1mper una volta\u001B[0m");
    assertThat(coloured.replaceAll("\u001B\\[[0-9;]*m", "")).isEqualTo(explainedTerminal(false));
  }

  @Test
  void jsonl_explained_carriesTheEvidence() {
    String first =
        new LabelJson(Fixtures.SCHEME, "m", 0).lines(explained()).lines().findFirst().orElseThrow();
    Schemas.assertValid("label-record", first);
    assertThat(first)
        .contains(
            "\"evidence\":[{\"task\":\"tone\",\"label\":\"good\",\"start\":12,\"end\":18,\"weight\":1.25},");
  }

  @Test
  void csv_isAsInTheGoldenFile() {
    Golden.assertMatches("label/table.csv", csv(labelled(), 0, false));
  }

  @Test
  void csv_abstainingAndExplained_isAsInTheGoldenFile() {
    Golden.assertMatches("label/table-unsure-explained.csv", csv(explained(), 0.65, true));
  }

  private static String csv(LabelledArticle article, double least, boolean explained) {
    Rendering<LabelledArticle> csv =
        LabelCsv.rendering(Fixtures.SCHEME, "toy@0123456789ab", least, explained, ',');
    return csv.before() + csv.result().apply(article) + csv.after();
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1", "''@x"})
  void csv_textThatLooksLikeAFormula_standsAfterAnApostrophe(String text) throws IOException {
    String whole = csv(article(text), 0, false);
    try (CSVParser parser = CSVFormat.RFC4180.parse(new StringReader(whole.substring(1)))) {
      List<String> texts = parser.stream().skip(1).map(record -> record.get(8)).toList();
      assertThat(texts).containsExactly("'" + text);
    }
  }

  @Test
  void csv_linesEndAsSpreadsheetsExpect() {
    assertThat(csv(labelled(), 0, false)).startsWith("\uFEFFarticle,index,").endsWith("\r\n");
  }

  private static LabelledArticle article(String text) {
    return new Labelling(SCRIPTED)
        .label(InputArticle.joined("a", Article.ofTexts("a", List.of(text))));
  }

  private static String html(LabelledArticle article, double least, Language language) {
    Rendering<LabelledArticle> html =
        new LabelHtml(Fixtures.SCHEME, "toy@0123456789ab", least, language).rendering();
    return html.before() + html.result().apply(article) + html.after();
  }

  @Test
  void html_explained_isAsInTheGoldenFile() {
    Golden.assertMatches("label/page.html", html(explained(), 0.65, Language.IT));
  }

  @Test
  void html_hostileText_isTextUnderAPolicyWithoutScripts() {
    String page =
        html(article("<script>alert(1)</script>\u202E\" onmouseover=\"x"), 0, Language.EN);
    assertThat(page)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot; onmouseover=&quot;x")
        .contains("default-src &#39;none&#39;")
        .doesNotContain("<script")
        .doesNotContain("\u202E")
        .doesNotContain("://");
  }

  @Test
  void html_inABrowser_opensWithoutErrorOrRequest(@TempDir Path folder)
      throws IOException, InterruptedException {
    Path page = Files.writeString(folder.resolve("page.html"), html(explained(), 0, Language.EN));
    Chromium.Visit visit = Chromium.open(page, Files.createDirectory(folder.resolve("browser")));
    assertThat(visit.console()).isEmpty();
    assertThat(visit.dom()).contains("<mark class=\"main\"");
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 80, 140, 200})
  void terminal_atAWidth_isAsInTheGoldenFile(int width) {
    Golden.assertMatches("label/terminal-" + width + ".txt", terminal(width, false, 0));
  }

  @Test
  void terminal_abstaining_saysUnsure() {
    Golden.assertMatches("label/terminal-unsure.txt", terminal(100, false, 0.65));
  }

  @Test
  void terminal_withColours_saysTheSameWords() {
    String coloured = terminal(80, true, 0);
    assertThat(coloured).contains("\u001B[");
    assertThat(coloured.replaceAll("\u001B\\[[0-9;]*m", "")).isEqualTo(terminal(80, false, 0));
  }

  @Test
  void jsonl_isAsInTheGoldenFile() {
    LabelJson json = new LabelJson(Fixtures.SCHEME, "toy@0123456789ab", 0);
    Golden.assertMatches("label/records.jsonl", json.lines(labelled()));
  }

  @Test
  void jsonl_abstaining_keepsTheScoresAndMovesLabelsToUnsure() {
    LabelJson json = new LabelJson(Fixtures.SCHEME, "toy@0123456789ab", 0.65);
    Golden.assertMatches("label/records-unsure.jsonl", json.lines(labelled()));
  }

  @Test
  void labels_followFromThePrintedNumbers_notFromTheUnroundedOnes() {
    // 0.49996 is printed as 0.5, which reaches the threshold of 0.5.
    String second =
        new LabelJson(Fixtures.SCHEME, "m", 0).lines(labelled()).lines().toList().get(1);
    assertThat(second)
        .contains("\"subjects\":{\"labels\":[\"food\"],\"unsure\":[],\"scores\":{\"food\":0.5,");
  }

  @Test
  void minConfidence_outOfRange_isRefused() {
    assertThatThrownBy(() -> terminal(80, false, 1.2))
        .isInstanceOf(UserException.class)
        .hasMessage("--min-confidence must be 0 to 1 but was 1.2");
  }
}
