package it.voci.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShareAdjustmentTest {
  private static final double[][] RATES = {{0.8, 0.2, 0}, {0.1, 0.7, 0.2}, {0, 0.1, 0.9}};

  @Test
  void adjusted_mixtureOfKnownShares_givesThemBack() {
    // 0.5 · row 1 + 0.3 · row 2 + 0.2 · row 3
    double[] observed = {0.43, 0.33, 0.24};
    double[] shares = ShareAdjustment.adjusted(observed, RATES);
    assertThat(shares).containsExactly(new double[] {0.5, 0.3, 0.2}, within(1e-6));
  }

  @Test
  void adjusted_twoLabels_isTheAdjustedCount() {
    // (0.4 - 0.1) / (0.9 - 0.1)
    double[] shares =
        ShareAdjustment.adjusted(new double[] {0.6, 0.4}, new double[][] {{0.9, 0.1}, {0.1, 0.9}});
    assertThat(shares[1]).isCloseTo(0.375, within(1e-6));
  }

  @Test
  void adjusted_fewerThanErrorsAloneWouldGive_isZeroNotBelow() {
    double[] shares =
        ShareAdjustment.adjusted(
            new double[] {0.95, 0.05}, new double[][] {{0.9, 0.1}, {0.1, 0.9}});
    assertThat(shares[1]).isBetween(0.0, 1e-3);
    assertThat(shares[0]).isCloseTo(1, within(1e-3));
  }

  @Test
  void adjusted_nothingExplained_isNotANumber() {
    double[] shares =
        ShareAdjustment.adjusted(new double[] {1, 0}, new double[][] {{0, 1}, {0, 1}});
    assertThat(shares).containsOnly(Double.NaN);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void adjusted_anything_isADistributionAndTheInverseWhereThatIsOne(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int size = 2 + random.nextInt(7);
    double[][] rates = new double[size][];
    for (int row = 0; row < size; row++) {
      rates[row] = distribution(random, size);
      for (int column = 0; column < size; column++) {
        rates[row][column] = 0.3 * rates[row][column] + (row == column ? 0.7 : 0);
      }
    }
    double[] observed = distribution(random, size);
    double[] shares = ShareAdjustment.adjusted(observed, rates);
    assertThat(Arrays.stream(shares).sum()).isCloseTo(1, within(1e-9));
    assertThat(Arrays.stream(shares).allMatch(share -> share >= 0)).isTrue();
    double[] inverse =
        new LUDecomposition(MatrixUtils.createRealMatrix(rates).transpose())
            .getSolver()
            .solve(MatrixUtils.createRealVector(observed))
            .toArray();
    if (Arrays.stream(inverse).allMatch(share -> share >= 0)) {
      assertThat(shares).containsExactly(inverse, within(1e-5));
    }
  }

  private static double[] distribution(SplittableRandom random, int size) {
    double[] values = random.doubles(size).toArray();
    double sum = Arrays.stream(values).sum();
    return Arrays.stream(values).map(value -> value / sum).toArray();
  }
}
