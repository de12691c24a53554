package it.voci.evaluation;

import it.voci.corpus.Task;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * What a task's figures may plausibly be on other articles.
 *
 * @param figures name as in {@code report.json} → interval of a figure of the whole task: {@code
 *     accuracy}, {@code macroF1}, {@code microF1}, {@code weightedF1}, {@code ece} (which is biased
 *     upwards the more the fewer decisions there are), {@code brier}; of a {@code SINGLE} task
 *     {@code cohenKappa} where it is defined, of a {@code MULTI} one {@code meanJaccard} and {@code
 *     macroAveragePrecision}
 * @param precision label id → interval, in the task's order, as of the next two
 */
public record TaskIntervals(
    Map<String, Interval> figures,
    Map<String, Interval> precision,
    Map<String, Interval> recall,
    Map<String, Interval> f1) {
  private static final String ACCURACY = "accuracy";
  private static final String MACRO_F1 = "macroF1";
  private static final String ECE = "ece";

  public TaskIntervals {
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    precision = Collections.unmodifiableMap(new LinkedHashMap<>(precision));
    recall = Collections.unmodifiableMap(new LinkedHashMap<>(recall));
    f1 = Collections.unmodifiableMap(new LinkedHashMap<>(f1));
  }

  public static TaskIntervals of(Task task, List<Outcome> outcomes, ArticleBootstrap bootstrap) {
    Map<String, ToDoubleFunction<LabelCounts>> statistics = new LinkedHashMap<>();
    statistics.put(ACCURACY, LabelCounts::accuracy);
    statistics.put(MACRO_F1, LabelCounts::macroF1);
    statistics.put("microF1", LabelCounts::microF1);
    statistics.put("weightedF1", LabelCounts::weightedF1);
    Map<String, Interval> figures = bootstrap.ofCounts(task, outcomes, statistics);
    figures.putAll(ofScores(task, outcomes, bootstrap));
    return new TaskIntervals(
        figures,
        ofLabels(task, outcomes, bootstrap, LabelScores::precision),
        ofLabels(task, outcomes, bootstrap, LabelScores::recall),
        ofLabels(task, outcomes, bootstrap, LabelScores::f1));
  }

  private static Map<String, Interval> ofLabels(
      Task task,
      List<Outcome> outcomes,
      ArticleBootstrap bootstrap,
      ToDoubleFunction<LabelScores> figure) {
    Map<String, ToDoubleFunction<LabelCounts>> statistics = new LinkedHashMap<>();
    for (int i = 0; i < task.labels().size(); i++) {
      int label = i;
      statistics.put(
          task.labels().get(i).id(), counts -> figure.applyAsDouble(counts.label(label)));
    }
    return bootstrap.ofCounts(task, outcomes, statistics);
  }

  /** Of the figures that need more than counts. */
  private static Map<String, Interval> ofScores(
      Task task, List<Outcome> outcomes, ArticleBootstrap bootstrap) {
    Map<String, ToDoubleFunction<List<Scored>>> statistics = new LinkedHashMap<>();
    statistics.put(ECE, all -> ece(task, all));
    statistics.put("brier", all -> CalibrationScores.brier(task, all));
    if (!task.isSingle()) {
      statistics.put("meanJaccard", TaskEvaluation.Multi::meanJaccard);
      statistics.put(
          "macroAveragePrecision", all -> TaskEvaluation.Multi.macroAveragePrecision(task, all));
    } else if (TaskEvaluation.Single.cohenKappa(Scored.of(task, outcomes)).isPresent()) {
      statistics.put("cohenKappa", all -> TaskEvaluation.Single.cohenKappa(all).orElse(Double.NaN));
    }
    return bootstrap.intervals(
        byArticle(task, outcomes), Map.Entry::getKey, TaskIntervals::joined, statistics);
  }

  private static List<Map.Entry<String, List<Scored>>> byArticle(
      Task task, Collection<Outcome> outcomes) {
    return outcomes.stream().collect(Collectors.groupingBy(Outcome::articleId)).entrySet().stream()
        .map(article -> Map.entry(article.getKey(), Scored.of(task, article.getValue())))
        .toList();
  }

  private static List<Scored> joined(List<Map.Entry<String, List<Scored>>> articles) {
    return articles.stream().flatMap(article -> article.getValue().stream()).toList();
  }

  private static double ece(Task task, List<Scored> all) {
    return CalibrationScores.ofScored(task, all).expectedCalibrationError();
  }

  /** The interval of the expected calibration error. */
  public static Interval ece(Task task, List<Outcome> outcomes, ArticleBootstrap bootstrap) {
    return bootstrap.interval(
        byArticle(task, outcomes), Map.Entry::getKey, sample -> ece(task, joined(sample)));
  }

  public Interval accuracy() {
    return figures.get(ACCURACY);
  }

  public Interval macroF1() {
    return figures.get(MACRO_F1);
  }

  public Interval ece() {
    return figures.get(ECE);
  }
}
