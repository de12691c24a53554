package it.voci.evaluation;

/**
 * How well one label was found. 0/0 is 0.
 *
 * @param precision share of the predicted that are true
 * @param recall share of the true that were predicted
 * @param f1 harmonic mean of the two
 * @param support paragraphs that truly have the label
 */
public record LabelScores(double precision, double recall, double f1, int support) {
  static LabelScores of(int truePositives, int falsePositives, int falseNegatives) {
    return new LabelScores(
        Ratio.of(truePositives, truePositives + falsePositives),
        Ratio.of(truePositives, truePositives + falseNegatives),
        f1(truePositives, falsePositives, falseNegatives),
        truePositives + falseNegatives);
  }

  static double f1(int truePositives, int falsePositives, int falseNegatives) {
    return Ratio.of(2.0 * truePositives, 2.0 * truePositives + falsePositives + falseNegatives);
  }
}
