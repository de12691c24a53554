package it.voci.evaluation;

/**
 * A statistic and what it may plausibly be on other articles.
 *
 * @param estimate the statistic itself
 * @param low lower bound; a percentile interval of a biased statistic may miss the estimate
 * @param high upper bound
 */
public record Interval(double estimate, double low, double high) {}
