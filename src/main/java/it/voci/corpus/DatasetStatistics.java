package it.voci.corpus;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;

/**
 * How much a dataset file holds.
 *
 * @param words words and numbers; elided articles and prepositions count on their own
 * @param wordsPerParagraph 0 where there is no paragraph
 * @param registers register → articles, alphabetical; {@value #NOT_GIVEN} for those without
 * @param years year → articles, in order; {@value #NOT_GIVEN} for those without a valid date
 * @param hardArticles articles marked as hard cases
 * @param hardParagraphs paragraphs marked as hard cases on their own
 * @param tasks task id → counts, in the scheme's order
 */
public record DatasetStatistics(
    String file,
    int articles,
    int paragraphs,
    long words,
    Spread wordsPerParagraph,
    Map<String, Integer> registers,
    Map<String, Integer> years,
    int hardArticles,
    int hardParagraphs,
    Map<String, TaskCounts> tasks) {
  public static final String NOT_GIVEN = "-";

  /**
   * The middle and the ends of a distribution, interpolated linearly.
   *
   * @param low 5th percentile
   * @param high 95th percentile
   */
  public record Spread(double median, double low, double high) {}

  /**
   * What one task's labels count.
   *
   * @param labelled paragraphs with an answer, "none of them" included
   * @param none of these, paragraphs with an empty list of labels
   * @param labels label id → paragraphs, in the task's order
   */
  public record TaskCounts(int labelled, int none, Map<String, Integer> labels) {}

  public DatasetStatistics {
    registers = Collections.unmodifiableMap(new LinkedHashMap<>(registers));
    years = Collections.unmodifiableMap(new LinkedHashMap<>(years));
    tasks = Collections.unmodifiableMap(new LinkedHashMap<>(tasks));
  }

  public static DatasetStatistics of(Path file, List<Article> articles, LabelScheme scheme) {
    List<Paragraph> paragraphs =
        articles.stream().flatMap(article -> article.paragraphs().stream()).toList();
    double[] lengths =
        paragraphs.stream().mapToDouble(p -> CheckedParagraph.forms(p.text()).size()).toArray();
    Map<String, TaskCounts> tasks = new LinkedHashMap<>();
    scheme.tasks().forEach(task -> tasks.put(task.id(), counts(task, paragraphs)));
    return new DatasetStatistics(
        file.toString(),
        articles.size(),
        paragraphs.size(),
        Math.round(java.util.Arrays.stream(lengths).sum()),
        spread(lengths),
        tally(articles.stream().map(article -> article.register().orElse(NOT_GIVEN))),
        tally(articles.stream().map(a -> a.date().flatMap(Dates::year).orElse(NOT_GIVEN))),
        (int) articles.stream().filter(Article::hard).count(),
        (int) paragraphs.stream().filter(Paragraph::isHard).count(),
        tasks);
  }

  private static Spread spread(double[] values) {
    if (values.length == 0) {
      return new Spread(0, 0, 0);
    }
    Percentile percentile = new Percentile().withEstimationType(Percentile.EstimationType.R_7);
    percentile.setData(values);
    return new Spread(percentile.evaluate(50), percentile.evaluate(5), percentile.evaluate(95));
  }

  private static Map<String, Integer> tally(Stream<String> values) {
    Map<String, Integer> counts = new TreeMap<>();
    values.forEach(value -> counts.merge(value, 1, Integer::sum));
    return counts;
  }

  private static TaskCounts counts(Task task, List<Paragraph> paragraphs) {
    List<List<String>> given =
        paragraphs.stream().flatMap(paragraph -> paragraph.labels(task).stream()).toList();
    Map<String, Integer> labels = new LinkedHashMap<>();
    task.labelIds().forEach(label -> labels.put(label, 0));
    given.forEach(all -> all.forEach(label -> labels.merge(label, 1, Integer::sum)));
    return new TaskCounts(given.size(), (int) given.stream().filter(List::isEmpty).count(), labels);
  }
}
