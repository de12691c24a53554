package it.voci.evaluation;

import it.voci.corpus.Task;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;

/**
 * Percentile intervals by resampling whole articles with replacement (the cluster bootstrap, Efron
 * and Tibshirani 1993): paragraphs of one article are alike, so resampling them one by one would
 * give intervals that are too narrow.
 *
 * <p>The same settings draw the same articles for every statistic, whatever the order of the
 * outcomes. A resample for which the statistic is NaN is left out.
 *
 * @param resamples at least 1
 * @param level share of resamples inside the interval, in (0, 1)
 */
public record ArticleBootstrap(int resamples, double level, long seed) {
  public ArticleBootstrap {
    if (resamples < 1) {
      throw new IllegalArgumentException("resamples must be positive but was " + resamples);
    }
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level must be in (0, 1) but was " + level);
    }
  }

  /** 1,000 resamples, 95 %. */
  public ArticleBootstrap(long seed) {
    this(1000, 0.95, seed);
  }

  /** The interval of any statistic; it is called once for every resample. */
  public Interval interval(List<Outcome> outcomes, ToDoubleFunction<List<Outcome>> statistic) {
    return interval(outcomes, Outcome::articleId, statistic);
  }

  /**
   * The interval of a statistic of one task's counts, such as {@code LabelCounts::macroF1}: the
   * same as the general method gives, but counted only once per article.
   */
  public Interval interval(
      Task task, List<Outcome> outcomes, ToDoubleFunction<LabelCounts> statistic) {
    return ofCounts(task, outcomes, Map.of("", statistic)).get("");
  }

  /** The intervals of several such statistics by name, counted together. */
  Map<String, Interval> ofCounts(
      Task task, List<Outcome> outcomes, Map<String, ToDoubleFunction<LabelCounts>> statistics) {
    Map<String, List<Outcome>> articles =
        outcomes.stream().collect(Collectors.groupingBy(Outcome::articleId));
    List<Map.Entry<String, LabelCounts>> counts = new ArrayList<>();
    articles.forEach((id, members) -> counts.add(Map.entry(id, LabelCounts.of(task, members))));
    return intervals(
        counts,
        Map.Entry::getKey,
        sample -> LabelCounts.sum(task, sample.stream().map(Map.Entry::getValue).toList()),
        statistics);
  }

  /**
   * The interval of any statistic of things that belong to articles, such as pairs of two
   * classifiers' outcomes, whose difference is sought. Where there are none, the interval is the
   * estimate.
   *
   * @param articleOf the id of the article a thing belongs to
   */
  public <T> Interval interval(
      List<T> items, Function<T, String> articleOf, ToDoubleFunction<List<T>> statistic) {
    return intervals(items, articleOf, Function.identity(), Map.of("", statistic)).get("");
  }

  /**
   * The intervals of several statistics by name, of what is made only once of every resample.
   *
   * @param summary what statistics look at
   */
  <T, S> Map<String, Interval> intervals(
      List<T> items,
      Function<T, String> articleOf,
      Function<List<T>, S> summary,
      Map<String, ToDoubleFunction<S>> statistics) {
    List<List<T>> articles =
        List.copyOf(
            items.stream()
                .collect(Collectors.groupingBy(articleOf, TreeMap::new, Collectors.toList()))
                .values());
    List<String> names = List.copyOf(statistics.keySet());
    S whole = summary.apply(items);
    double[][] values = new double[names.size()][articles.isEmpty() ? 0 : resamples];
    SplittableRandom random = new SplittableRandom(seed);
    for (int r = 0; r < resamples && !articles.isEmpty(); r++) {
      List<T> sample = new ArrayList<>(items.size());
      for (int i = 0; i < articles.size(); i++) {
        sample.addAll(articles.get(random.nextInt(articles.size())));
      }
      S made = summary.apply(sample);
      for (int i = 0; i < values.length; i++) {
        values[i][r] = statistics.get(names.get(i)).applyAsDouble(made);
      }
    }
    Map<String, Interval> intervals = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      String name = names.get(i);
      intervals.put(name, interval(statistics.get(name).applyAsDouble(whole), values[i]));
    }
    return intervals;
  }

  private Interval interval(double estimate, double[] values) {
    if (values.length == 0) {
      return new Interval(estimate, estimate, estimate);
    }
    Percentile percentile = new Percentile().withEstimationType(EstimationType.R_7);
    percentile.setData(values);
    double tail = 100 * (1 - level) / 2;
    return new Interval(estimate, percentile.evaluate(tail), percentile.evaluate(100 - tail));
  }
}
