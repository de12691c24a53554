package it.voci.embedding.skipgram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KernelTest {
  private static final int STRIDE = 2 * Kernel.LANES;

  static Stream<Kernel> kernels() {
    return Stream.of(new ScalarKernel(), new VectorKernel());
  }

  /** Rows of ones, twos, threes, … */
  private static float[] matrix(int rows) {
    float[] matrix = new float[rows * STRIDE];
    for (int i = 0; i < matrix.length; i++) {
      matrix[i] = 1 + i / STRIDE;
    }
    return matrix;
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void mean_ofRows_isTakenForEachColumn(Kernel kernel) {
    float[] mean = new float[STRIDE];
    int[] rows = {9, 0, 1, 2, 3, 4, 9};
    for (int last = 1; last <= 5; last++) {
      kernel.mean(matrix(10), rows, 1, 1 + last, mean);
      assertThat(mean).containsOnly((1 + last) / 2f);
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void addTo_sameRowTwice_addsTwice(Kernel kernel) {
    float[] delta = new float[STRIDE];
    java.util.Arrays.fill(delta, 0.5f);
    float[] matrix = matrix(3);
    kernel.addTo(matrix, new int[] {1, 2, 1}, 0, 3, delta);
    assertThat(matrix[0]).isEqualTo(1);
    assertThat(matrix[STRIDE]).isEqualTo(3);
    assertThat(matrix[2 * STRIDE]).isEqualTo(3.5f);
  }

  /**
   * The centre is (1, 2), the first target (0, 0), so its prediction is 0.5; the second (1, 0.5),
   * whose dot product 2 predicts 0.8808.
   */
  @ParameterizedTest
  @MethodSource("kernels")
  void step_twoTargets_movesThemAndTheCentre(Kernel kernel) {
    float[] centre = new float[STRIDE];
    centre[0] = 1;
    centre[1] = 2;
    float[] matrix = new float[3 * STRIDE];
    matrix[STRIDE] = 1;
    matrix[STRIDE + 1] = 0.5f;
    float[] delta = new float[STRIDE];
    float[] gradients = {1, 0, 7, 7};
    kernel.step(centre, delta, matrix, new int[] {0, 1, 2, 2}, gradients, 2, 0.1f);
    assertThat(gradients[0]).isCloseTo(0.05f, within(1e-4f));
    assertThat(gradients[1]).isCloseTo(-0.08808f, within(1e-4f));
    assertThat(matrix[0]).isCloseTo(0.05f, within(1e-4f));
    assertThat(matrix[1]).isCloseTo(0.1f, within(1e-4f));
    assertThat(matrix[STRIDE]).isCloseTo(1 - 0.08808f, within(1e-4f));
    assertThat(delta[0]).isCloseTo(-0.08808f, within(1e-4f));
    assertThat(delta[1]).isCloseTo(-0.04404f, within(1e-4f));
    for (int i = 2 * STRIDE; i < 3 * STRIDE; i++) {
      assertThat(matrix[i]).isZero();
    }
    assertThat(centre[1]).isCloseTo(2 - 0.04404f, within(1e-4f));
  }

  @Test
  void kernels_randomSteps_agree() {
    SplittableRandom random = new SplittableRandom(3);
    float[] one = new float[50 * STRIDE];
    for (int i = 0; i < one.length; i++) {
      one[i] = (float) random.nextDouble(-0.5, 0.5);
    }
    float[] two = one.clone();
    int[] targets = new int[40];
    float[] gradientsOne = new float[targets.length];
    float[] gradientsTwo = new float[targets.length];
    float[] centre = new float[STRIDE];
    float[] deltaOne = new float[STRIDE];
    float[] deltaTwo = new float[STRIDE];
    for (int step = 0; step < 500; step++) {
      int count = 1 + random.nextInt(36);
      for (int t = 0; t < targets.length; t++) {
        targets[t] = random.nextInt(50);
        gradientsOne[t] = t % 6 == 0 ? 1 : 0;
        gradientsTwo[t] = gradientsOne[t];
      }
      for (int i = 0; i < STRIDE; i++) {
        centre[i] = (float) random.nextDouble(-0.5, 0.5);
      }
      new ScalarKernel().step(centre.clone(), deltaOne, one, targets, gradientsOne, count, 0.01f);
      new VectorKernel().step(centre.clone(), deltaTwo, two, targets, gradientsTwo, count, 0.01f);
      assertThat(deltaTwo).usingComparatorWithPrecision(1e-3f).containsExactly(deltaOne);
    }
    assertThat(two).usingComparatorWithPrecision(1e-2f).containsExactly(one);
  }

  @Test
  void best_withTheModule_isVectorised() {
    assertThat(Kernels.best()).isInstanceOf(VectorKernel.class);
  }
}
