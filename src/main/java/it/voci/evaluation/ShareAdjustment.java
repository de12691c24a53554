package it.voci.evaluation;

import java.util.Arrays;

/**
 * Corrects shares of labels for known confusions.
 *
 * <p>How often a label is predicted is a mixture: of the true labels' shares, by how often each is
 * predicted as it. Turning the mixture around gives the true shares; this is the adjusted count of
 * Forman 2008 ("Quantifying counts and costs via classification", Data Mining and Knowledge
 * Discovery 17), known from misclassified counts (Buonaccorsi 2010, "Measurement Error", chapter 2)
 * and texts (Hopkins and King 2010, American Journal of Political Science 54). Inverting the matrix
 * may give shares below 0; here they are the most likely ones among those that are not, found by
 * expectation maximisation (Saerens, Latinne and Decaestecker 2002, Neural Computation 14). Where
 * the inverse is a distribution, the two agree.
 *
 * <p>It assumes that a paragraph of a given true label is mistaken as often here as where the
 * confusions were counted, whatever its length.
 */
final class ShareAdjustment {
  private static final double CLOSE = 1e-9;
  private static final int MOST_ROUNDS = 2000;

  private ShareAdjustment() {}

  /**
   * The true shares.
   *
   * @param observed shares of the predictions, adding up to 1
   * @param rates a row per true label: the shares in which it is predicted as each label
   * @return at least 0, adding up to 1; NaN where no label explains any prediction
   */
  static double[] adjusted(double[] observed, double[][] rates) {
    int size = observed.length;
    double[] shares = new double[size];
    Arrays.fill(shares, 1.0 / size);
    for (int round = 0; round < MOST_ROUNDS; round++) {
      double[] next = new double[size];
      double explained = 0;
      for (int predicted = 0; predicted < size; predicted++) {
        double mixture = 0;
        for (int truth = 0; truth < size; truth++) {
          mixture += shares[truth] * rates[truth][predicted];
        }
        if (observed[predicted] > 0 && mixture > 0) {
          explained += observed[predicted];
          for (int truth = 0; truth < size; truth++) {
            next[truth] += observed[predicted] * shares[truth] * rates[truth][predicted] / mixture;
          }
        }
      }
      double change = 0;
      for (int truth = 0; truth < size; truth++) {
        next[truth] /= explained;
        change = Math.max(change, Math.abs(next[truth] - shares[truth]));
      }
      shares = next;
      if (!(change > CLOSE)) {
        break;
      }
    }
    return shares;
  }
}
