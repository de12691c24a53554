package it.voci.report;

import it.voci.evaluation.Interval;
import java.util.Locale;

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
}
