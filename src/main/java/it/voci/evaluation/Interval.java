package it.voci.evaluation;

/**
 * A statistic and what it may plausibly be on other articles.
 *
 * @param estimate the statistic itself
 * @param low lower bound; not always below the estimate, as a resample may favour one side
 * @param high upper bound
 */
public record Interval(double estimate, double low, double high) {}
