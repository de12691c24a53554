package it.voci.evaluation;

/** Division under this package's rule: what has nothing to be measured on is 0. */
final class Ratio {
  private Ratio() {}

  static double of(double numerator, double denominator) {
    return denominator == 0 ? 0 : numerator / denominator;
  }
}
