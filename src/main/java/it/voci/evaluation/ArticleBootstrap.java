package it.voci.evaluation;

import it.voci.corpus.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
    Map<String, List<Outcome>> articles =
        outcomes.stream().collect(Collectors.groupingBy(Outcome::articleId));
    List<Map.Entry<String, LabelCounts>> counts = new ArrayList<>();
    articles.forEach((id, members) -> counts.add(Map.entry(id, LabelCounts.of(task, members))));
    return interval(
        counts,
        Map.Entry::getKey,
        sample ->
            statistic.applyAsDouble(
                LabelCounts.sum(task, sample.stream().map(Map.Entry::getValue).toList())));
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
    return intervals(items, articleOf, sample -> new double[] {statistic.applyAsDouble(sample)})
        .get(0);
  }

  /**
   * The intervals of several statistics of things that belong to articles, for which every resample
   * is drawn only once.
   *
   * @param articleOf the id of the article a thing belongs to
   * @param statistics as many numbers each time; called for the things as they are, then once for
   *     every resample, in order
   */
  public <T> List<Interval> intervals(
      List<T> items, Function<T, String> articleOf, Function<List<T>, double[]> statistics) {
    List<List<T>> articles =
        List.copyOf(
            items.stream()
                .collect(Collectors.groupingBy(articleOf, TreeMap::new, Collectors.toList()))
                .values());
    double[] estimates = statistics.apply(items);
    if (articles.isEmpty()) {
      return Arrays.stream(estimates).mapToObj(e -> new Interval(e, e, e)).toList();
    }
    SplittableRandom random = new SplittableRandom(seed);
    double[][] values = new double[estimates.length][resamples];
    for (int r = 0; r < resamples; r++) {
      List<T> sample = new ArrayList<>(items.size());
      for (int i = 0; i < articles.size(); i++) {
        sample.addAll(articles.get(random.nextInt(articles.size())));
      }
      double[] resampled = statistics.apply(sample);
      for (int s = 0; s < resampled.length; s++) {
        values[s][r] = resampled[s];
      }
    }
    return IntStream.range(0, estimates.length)
        .mapToObj(s -> interval(estimates[s], values[s]))
        .toList();
  }

  private Interval interval(double estimate, double[] values) {
    Percentile percentile = new Percentile().withEstimationType(EstimationType.R_7);
    percentile.setData(values);
    double tail = 100 * (1 - level) / 2;
    return new Interval(estimate, percentile.evaluate(tail), percentile.evaluate(100 - tail));
  }
}
