package it.voci.report;

import it.voci.evaluation.Interval;
import it.voci.store.Manifest;
import java.util.Locale;
import java.util.Map;

/** How scores are written. */
final class Figures {
  private Figures() {}

  static String three(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  /** {@code 0.771 (0.734–0.803)}. */
  static String withInterval(Interval interval) {
    return three(interval.estimate()) + " " + bounds(interval);
  }

  /** {@code (0.734–0.803)}. */
  static String bounds(Interval interval) {
    return "(" + three(interval.low()) + "–" + three(interval.high()) + ")";
  }

  /**
   * A dev score with its interval, which models trained before intervals were kept do not have;
   * blank where there is no such score.
   *
   * @param name {@code voice.macroF1}
   */
  static String devScore(Manifest manifest, String name) {
    Map<String, Double> scores = manifest.devScores();
    if (!scores.containsKey(name)) {
      return "";
    }
    return scores.containsKey(name + ".low")
        ? withInterval(
            new Interval(scores.get(name), scores.get(name + ".low"), scores.get(name + ".high")))
        : three(scores.get(name));
  }
}
