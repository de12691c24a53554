package it.voci.evaluation;

import it.voci.corpus.Article;
import it.voci.corpus.LabelScheme;
import it.voci.corpus.Paragraph;
import it.voci.corpus.Task;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/**
 * Scores on the paragraphs that have something in common. The intervals of a slice of few articles
 * are too narrow: there is little to resample.
 *
 * @param by what tells the slices apart
 * @param value what this one's paragraphs share
 * @param articles in which they stand
 * @param tasks task id → scores, in the scheme's order
 */
public record Slice(
    String by, String value, int articles, int paragraphs, Map<String, Score> tasks) {
  /** Values that begin with a number come by that, before those that do not. */
  private static final Comparator<String> BY_NUMBER =
      Comparator.comparingInt(Slice::number).thenComparing(Comparator.naturalOrder());

  private static final Pattern QUOTATION = Pattern.compile("[«»“”„\"]");

  /**
   * Scores for one task.
   *
   * @param f1 of a {@code SINGLE} task macro-F1 over the labels that occur in the slice, of a
   *     {@code MULTI} one micro-F1: its macro-F1 counts as 0 the labels a small slice does not have
   */
  public record Score(int scored, Interval accuracy, Interval f1) {}

  public Slice {
    tasks = Collections.unmodifiableMap(new LinkedHashMap<>(tasks));
  }

  /**
   * The slices by register, year, length in words, quotation marks and hardness, each by rising
   * value. What is not known of an article puts it into no slice.
   *
   * @param outcomes of the articles' paragraphs, whose ids are distinct
   */
  public static List<Slice> of(
      LabelScheme scheme,
      List<Article> articles,
      List<Outcome> outcomes,
      ArticleBootstrap bootstrap) {
    Map<String, BiFunction<Article, Paragraph, String>> criteria = new LinkedHashMap<>();
    criteria.put("register", (article, paragraph) -> article.register().orElse(""));
    criteria.put(
        "year", (article, paragraph) -> article.date().map(d -> d.substring(0, 4)).orElse(""));
    criteria.put("words", (article, paragraph) -> length(paragraph));
    criteria.put(
        "quotation marks",
        (article, paragraph) -> QUOTATION.matcher(paragraph.text()).find() ? "yes" : "no");
    criteria.put("hard", (article, paragraph) -> paragraph.isHard() ? "yes" : "no");
    Map<String, Article> byId = new TreeMap<>();
    articles.forEach(article -> byId.put(article.id(), article));
    List<Slice> slices = new ArrayList<>();
    criteria.forEach(
        (by, criterion) -> {
          Map<String, List<Outcome>> parts = new TreeMap<>(BY_NUMBER);
          for (Outcome outcome : outcomes) {
            Article article = byId.get(outcome.articleId());
            parts
                .computeIfAbsent(
                    criterion.apply(article, article.paragraphs().get(outcome.index())),
                    value -> new ArrayList<>())
                .add(outcome);
          }
          parts.remove("");
          parts.forEach((value, part) -> slices.add(slice(by, value, scheme, part, bootstrap)));
        });
    return List.copyOf(slices);
  }

  private static int number(String value) {
    String digits = value.split("\\D", 2)[0];
    return digits.isEmpty() || digits.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(digits);
  }

  private static String length(Paragraph paragraph) {
    int words = paragraph.text().strip().split("\\s+").length;
    return words <= 40 ? "1-40" : words <= 80 ? "41-80" : words <= 120 ? "81-120" : "121-";
  }

  private static Slice slice(
      String by,
      String value,
      LabelScheme scheme,
      List<Outcome> outcomes,
      ArticleBootstrap bootstrap) {
    Map<String, Score> tasks = new LinkedHashMap<>();
    for (Task task : scheme.tasks()) {
      tasks.put(
          task.id(),
          new Score(
              LabelCounts.of(task, outcomes).scored(),
              bootstrap.interval(task, outcomes, LabelCounts::accuracy),
              bootstrap.interval(
                  task, outcomes, task.isSingle() ? LabelCounts::macroF1 : LabelCounts::microF1)));
    }
    return new Slice(
        by,
        value,
        (int) outcomes.stream().map(Outcome::articleId).distinct().count(),
        outcomes.size(),
        tasks);
  }
}
