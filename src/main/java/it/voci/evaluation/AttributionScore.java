package it.voci.evaluation;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How well speech is attributed, with intervals by bootstrap over articles.
 *
 * @param counts of all articles
 */
public record AttributionScore(
    AttributionCounts counts,
    Interval precision,
    Interval recall,
    Interval f1,
    Interval spanF1,
    Interval sideAccuracy) {

  /**
   * The score of some articles.
   *
   * @param articles id → its counts
   */
  public static AttributionScore of(
      Map<String, AttributionCounts> articles, ArticleBootstrap bootstrap) {
    List<Map.Entry<String, AttributionCounts>> entries = List.copyOf(articles.entrySet());
    return new AttributionScore(
        sum(entries),
        interval(entries, bootstrap, AttributionCounts::precision),
        interval(entries, bootstrap, AttributionCounts::recall),
        interval(entries, bootstrap, AttributionCounts::f1),
        interval(entries, bootstrap, AttributionCounts::spanF1),
        interval(entries, bootstrap, AttributionCounts::sideAccuracy));
  }

  private static Interval interval(
      List<Map.Entry<String, AttributionCounts>> articles,
      ArticleBootstrap bootstrap,
      ToDoubleFunction<AttributionCounts> statistic) {
    return bootstrap.interval(
        articles, Map.Entry::getKey, sample -> statistic.applyAsDouble(sum(sample)));
  }

  private static AttributionCounts sum(List<Map.Entry<String, AttributionCounts>> articles) {
    return articles.stream()
        .map(Map.Entry::getValue)
        .reduce(AttributionCounts.NONE, AttributionCounts::plus);
  }
}
