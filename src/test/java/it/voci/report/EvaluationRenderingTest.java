package it.voci.report;

import static org.assertj.core.api.Assertions.assertThat;

import it.voci.Chromium;
import it.voci.Fixtures;
import it.voci.Golden;
import it.voci.Schemas;
import it.voci.classifier.Evidence;
import it.voci.classifier.Prediction;
import it.voci.classifier.TaskPrediction;
import it.voci.corpus.Article;
import it.voci.corpus.BehaviourCase;
import it.voci.corpus.Paragraph;
import it.voci.corpus.Task;
import it.voci.evaluation.ArticleBootstrap;
import it.voci.evaluation.BehaviourScore;
import it.voci.evaluation.CalibrationScores;
import it.voci.evaluation.ConfidentError;
import it.voci.evaluation.Evaluation;
import it.voci.evaluation.EvaluationReport;
import it.voci.evaluation.ExplainedError;
import it.voci.evaluation.Interval;
import it.voci.evaluation.LabelCounts;
import it.voci.evaluation.Outcome;
import it.voci.evaluation.Peer;
import it.voci.evaluation.Slice;
import it.voci.evaluation.Speed;
import it.voci.evaluation.TaskIntervals;
import it.voci.evaluation.Uncalibrated;
import it.voci.text.TextSpan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An evaluation of ten paragraphs as JSON, Markdown and a page. */
class EvaluationRenderingTest {
  private static final String EVIL = "Che <script>alert('x')</script> & *male* | \u202Etutto\u202C";
  private static final ArticleBootstrap BOOTSTRAP = new ArticleBootstrap(200, 0.95, 5);

  @TempDir private Path folder;

  private final List<Article> articles = new ArrayList<>();
  private final List<Outcome> outcomes = new ArrayList<>();

  EvaluationRenderingTest() {
    article("uno", "2023-01");
    says(0.9, 0.05, 0.05, 0.8, 0.1);
    says(0.1, 0.8, 0.1, 0.2, 0.9);
    says(0.05, 0.05, 0.9, 0.1, 0.1);
    article("due", "2024-02");
    says(0.7, 0.2, 0.1, 0.9, 0.6);
    says(0.2, 0.7, 0.1, 0.4, 0.1);
    says(0.1, 0.1, 0.8, 0.2, 0.2);
    articles.add(
        Fixtures.article(
            "tre",
            Fixtures.paragraph(EVIL, "bad", "food"),
            Fixtures.paragraph("Si arriva in treno.", "none")));
    says(0.97, 0.02, 0.01, 0.7, 0.3);
    says(0.3, 0.3, 0.4, 0.1, 0.95);
  }

  private void article(String id, String date) {
    Article like = Fixtures.articles().get(articles.size());
    articles.add(
        new Article(
            id,
            like.title(),
            like.outlet(),
            Optional.of(date),
            Optional.of("news_agency"),
            false,
            like.paragraphs(),
            Map.of()));
  }

  /** Scores of good, bad, none, and of food and travel, for the next paragraph. */
  private void says(double good, double bad, double none, double food, double travel) {
    Article article = articles.get(articles.size() - 1);
    int index = (int) outcomes.stream().filter(o -> o.articleId().equals(article.id())).count();
    Paragraph paragraph = article.paragraphs().get(index);
    outcomes.add(
        new Outcome(
            article.id(),
            index,
            paragraph.labels(),
            new Prediction(
                List.of(
                    TaskPrediction.of(Fixtures.TONE, new double[] {good, bad, none}, List.of()),
                    TaskPrediction.of(
                        Fixtures.SUBJECTS, new double[] {food, travel}, List.of(0.5, 0.5))))));
  }

  private EvaluationReport report() {
    Map<String, TaskIntervals> intervals = new LinkedHashMap<>();
    Map<String, Uncalibrated> uncalibrated = new LinkedHashMap<>();
    Map<String, Interval> macroF1 = new LinkedHashMap<>();
    for (Task task : Fixtures.SCHEME.tasks()) {
      intervals.put(task.id(), TaskIntervals.of(task, outcomes, BOOTSTRAP));
      uncalibrated.put(
          task.id(),
          new Uncalibrated(
              CalibrationScores.of(task, outcomes), TaskIntervals.ece(task, outcomes, BOOTSTRAP)));
      macroF1.put(task.id(), BOOTSTRAP.interval(task, outcomes, LabelCounts::macroF1));
    }
    Evaluation evaluation = Evaluation.of(Fixtures.SCHEME, outcomes);
    return new EvaluationReport(
        evaluation,
        intervals,
        uncalibrated,
        Slice.of(Fixtures.SCHEME, articles, outcomes, BOOTSTRAP),
        List.of(new Peer("twin", Map.of("tone", "C = 1"), evaluation, macroF1)),
        Optional.of(
            BehaviourScore.of(List.of(answer("dinner-1", "good"), answer("dinner-2", "bad")))),
        Optional.of(new Speed(8, 0.5)));
  }

  private BehaviourScore.Answer answer(String id, String expected) {
    return new BehaviourScore.Answer(
        new BehaviourCase(
            "dinner",
            id,
            List.of(),
            "La cena era ottima.",
            Optional.empty(),
            Map.of(
                "tone",
                new BehaviourCase.Expectation(
                    Optional.empty(), Optional.of(expected), Optional.empty()))),
        outcomes.get(0).prediction(),
        Optional.empty());
  }

  private List<ExplainedError> errors() {
    return Fixtures.SCHEME.tasks().stream()
        .flatMap(task -> ConfidentError.of(task, outcomes, 50).stream())
        .map(
            error -> {
              String text =
                  articles.stream()
                      .filter(article -> article.id().equals(error.outcome().articleId()))
                      .findFirst()
                      .orElseThrow()
                      .paragraphs()
                      .get(error.outcome().index())
                      .text();
              return new ExplainedError(
                  error,
                  text,
                  text.equals(EVIL)
                      ? List.of(new Evidence("tone", "good", new TextSpan(4, 12), 1.5))
                      : List.of());
            })
        .toList();
  }

  private String html() {
    return EvaluationHtml.render("toy@1", "toy/dev.jsonl", 3, 8, report(), errors());
  }

  @Test
  void json_isTheGoldenOne_andFollowsItsSchema() {
    String json = EvaluationJson.render("toy@1", "toy/dev.jsonl", report());
    Schemas.assertValid("report", json);
    Golden.assertMatches("evaluation/report.json", json);
  }

  @Test
  void markdown_isTheGoldenOne() {
    Golden.assertMatches(
        "evaluation/report.md",
        EvaluationText.render("toy@1 on toy/dev.jsonl", report(), errors()));
  }

  @Test
  void page_saysInPlainWordsWhatALabelIsWorth() {
    assertThat(html())
        .contains("<p class=\"headline\">Of ten paragraphs called Good, seven are.</p>")
        .contains("●●●●●●●○○○")
        .contains("(2 of 3)");
  }

  @Test
  void nothingScored_isSaidSo() {
    outcomes.replaceAll(o -> new Outcome(o.articleId(), o.index(), Map.of(), o.prediction()));
    Schemas.assertValid("report", EvaluationJson.render("toy@1", "toy/dev.jsonl", report()));
    assertThat(EvaluationText.render("toy@1", report(), errors()))
        .contains("No paragraph has labels for it")
        .doesNotContain("NaN");
    assertThat(html()).contains("There are none.").doesNotContain("class=\"headline\"");
  }

  @Test
  void page_textOfErrors_isEscapedAndEvidenceMarked() {
    String page = html();
    String body = page.substring(page.indexOf("<body>"), page.indexOf("<script>\n/*"));
    assertThat(body)
        .contains("Che <mark title=\"Good: 1.500\">&lt;script&gt;</mark>alert(&#39;x&#39;)")
        .contains("data-task=\"tone\" data-truth=\"bad\" data-predicted=\"good\"")
        .doesNotContain("<script>")
        .doesNotContain("\u202E");
  }

  @Test
  void page_namesNoPlaceInTheNetwork() {
    String page = html();
    assertThat(
            Pattern.compile("(?:src|href|action|srcset)\\s*=\\s*\"([^\"]*)\"")
                .matcher(page.substring(0, page.indexOf("<script>\n/*")))
                .results()
                .map((MatchResult match) -> match.group(1)))
        .isNotEmpty()
        .allMatch(target -> target.startsWith("#"));
    assertThat(page).contains("default-src &#39;none&#39;");
  }

  @Test
  void page_inABrowser_drawsItsChartsWithoutErrorOrRequest()
      throws IOException, InterruptedException {
    for (String look : List.of("preferredColorScheme=0", "preferredColorScheme=1")) {
      Chromium.Visit visit = open(html(), look, "--blink-settings=" + look);
      // Labels, reliability and slices of both tasks; confusion and coverage of one; behaviour.
      assertThat(visit.dom().split("<svg", -1)).hasSize(9 + 1);
      assertThat(visit.console()).isEmpty();
      assertThat(visit.dom()).contains(look.endsWith("0") ? "#6cb2ff" : "#1667c9");
    }
  }

  @Test
  void page_inABrowser_filtersErrorsByLabel() throws IOException, InterruptedException {
    assertThat(status(html(), "asked-for-nothing")).isEqualTo("1 error");
    assertThat(status(choosing("subjects"), "a-task")).isEqualTo("2 errors");
    assertThat(status(choosing("subjects/travel"), "a-label")).isEqualTo("1 error");
  }

  private String choosing(String value) {
    String option = "<option value=\"" + value + "\"";
    assertThat(html()).contains(option);
    return html().replace(option, option + " selected");
  }

  private String status(String page, String name) throws IOException, InterruptedException {
    return open(page, name).dom().replaceAll("(?s).*role=\"status\">([^<]*)<.*", "$1");
  }

  private Chromium.Visit open(String page, String name, String... options)
      throws IOException, InterruptedException {
    Path scratch = Files.createDirectory(folder.resolve(name));
    Path file = scratch.resolve("page.html");
    Files.writeString(file, page);
    return Chromium.open(file, scratch, options);
  }
}
