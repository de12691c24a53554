package it.voci.evaluation;

import java.util.BitSet;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * What was right of the attributions of one article, or of several.
 *
 * @param expected number of annotated stretches of speech
 * @param predicted number of those found by the program
 * @param spans predicted ones that overlap an annotated one by half or more of the longer
 * @param found those of them whose speaker is the annotated one
 * @param sides those found whose side is right too
 */
public record AttributionCounts(int expected, int predicted, int spans, int found, int sides) {
  public static final AttributionCounts NONE = new AttributionCounts(0, 0, 0, 0, 0);

  /**
   * A stretch of speech.
   *
   * @param start in any unit, the same for all
   */
  public record Span(int start, int end, String name, String side) {}

  /**
   * Counts one paragraph. In their order, predicted stretches take the annotated one they overlap
   * most of those not yet taken.
   *
   * @param sameSpeaker annotated and predicted name → whether they name the same
   */
  public static AttributionCounts of(
      List<Span> expected, List<Span> predicted, BiPredicate<String, String> sameSpeaker) {
    BitSet taken = new BitSet();
    int spans = 0;
    int found = 0;
    int sides = 0;
    for (Span span : predicted) {
      int best = -1;
      double most = 0;
      for (int i = 0; i < expected.size(); i++) {
        double overlap = overlap(expected.get(i), span);
        if (!taken.get(i) && overlap > most) {
          best = i;
          most = overlap;
        }
      }
      if (most >= 0.5) {
        taken.set(best);
        spans++;
        if (sameSpeaker.test(expected.get(best).name(), span.name())) {
          found++;
          sides += expected.get(best).side().equals(span.side()) ? 1 : 0;
        }
      }
    }
    return new AttributionCounts(expected.size(), predicted.size(), spans, found, sides);
  }

  private static double overlap(Span a, Span b) {
    int common = Math.min(a.end(), b.end()) - Math.max(a.start(), b.start());
    int longer = Math.max(a.end() - a.start(), b.end() - b.start());
    return Math.max(0, Ratio.of(common, longer));
  }

  public AttributionCounts plus(AttributionCounts other) {
    return new AttributionCounts(
        expected + other.expected,
        predicted + other.predicted,
        spans + other.spans,
        found + other.found,
        sides + other.sides);
  }

  /** Share of the predicted ones that are found with their speaker. */
  public double precision() {
    return Ratio.of(found, predicted);
  }

  /** Share of the annotated ones. */
  public double recall() {
    return Ratio.of(found, expected);
  }

  public double f1() {
    return Ratio.of(2.0 * found, expected + predicted);
  }

  /** F1 of the stretches alone, whoever speaks. */
  public double spanF1() {
    return Ratio.of(2.0 * spans, expected + predicted);
  }

  /** Share of the found ones whose side is right. */
  public double sideAccuracy() {
    return Ratio.of(sides, found);
  }
}
