package it.voci.embedding.skipgram;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * With the incubating Vector API; the only class that knows it, loaded by {@link Kernels} where the
 * module is there.
 *
 * <p>Sums over the lanes are added up in an order of our own: {@code reduceLanes} leaves it open,
 * and results would depend on when the compiler steps in.
 */
final class VectorKernel implements Kernel {
  private static final VectorSpecies<Float> SPECIES =
      FloatVector.SPECIES_PREFERRED.length() <= LANES
          ? FloatVector.SPECIES_PREFERRED
          : FloatVector.SPECIES_512;

  private static final int LENGTH = SPECIES.length();

  @Override
  public void mean(float[] matrix, int[] rows, int from, int to, float[] centre) {
    int stride = centre.length;
    if (to - from == 1) {
      System.arraycopy(matrix, rows[from] * stride, centre, 0, stride);
      return;
    }
    Arrays.fill(centre, 0);
    int r = from;
    for (; r + 3 < to; r += 4) {
      int a = rows[r] * stride;
      int b = rows[r + 1] * stride;
      int c = rows[r + 2] * stride;
      int d = rows[r + 3] * stride;
      for (int i = 0; i < stride; i += LENGTH) {
        FloatVector ab =
            FloatVector.fromArray(SPECIES, matrix, a + i)
                .add(FloatVector.fromArray(SPECIES, matrix, b + i));
        FloatVector cd =
            FloatVector.fromArray(SPECIES, matrix, c + i)
                .add(FloatVector.fromArray(SPECIES, matrix, d + i));
        FloatVector.fromArray(SPECIES, centre, i).add(ab.add(cd)).intoArray(centre, i);
      }
    }
    for (; r < to; r++) {
      int a = rows[r] * stride;
      for (int i = 0; i < stride; i += LENGTH) {
        FloatVector.fromArray(SPECIES, centre, i)
            .add(FloatVector.fromArray(SPECIES, matrix, a + i))
            .intoArray(centre, i);
      }
    }
    float share = 1f / (to - from);
    for (int i = 0; i < stride; i += LENGTH) {
      FloatVector.fromArray(SPECIES, centre, i).mul(share).intoArray(centre, i);
    }
  }

  @Override
  public void addTo(float[] matrix, int[] rows, int from, int to, float[] delta) {
    int stride = delta.length;
    for (int r = from; r < to; r++) {
      int row = rows[r] * stride;
      for (int i = 0; i < stride; i += LENGTH) {
        FloatVector.fromArray(SPECIES, matrix, row + i)
            .add(FloatVector.fromArray(SPECIES, delta, i))
            .intoArray(matrix, row + i);
      }
    }
  }

  @Override
  public void step(
      float[] centre,
      float[] delta,
      float[] matrix,
      int[] targets,
      float[] gradients,
      int count,
      float rate) {
    Arrays.fill(delta, 0);
    float[] sums = new float[GROUP * LENGTH];
    for (int t = 0; t < count; t += GROUP) {
      group(centre, delta, matrix, targets, gradients, t, count, rate, sums);
    }
  }

  private static void group(
      float[] centre,
      float[] delta,
      float[] matrix,
      int[] targets,
      float[] gradients,
      int t,
      int count,
      float rate,
      float[] sums) {
    int stride = centre.length;
    int a = targets[t] * stride;
    int b = targets[t + 1] * stride;
    int c = targets[t + 2] * stride;
    int d = targets[t + 3] * stride;
    FloatVector dotA = FloatVector.zero(SPECIES);
    FloatVector dotB = dotA;
    FloatVector dotC = dotA;
    FloatVector dotD = dotA;
    for (int i = 0; i < stride; i += LENGTH) {
      FloatVector x = FloatVector.fromArray(SPECIES, centre, i);
      dotA = x.fma(FloatVector.fromArray(SPECIES, matrix, a + i), dotA);
      dotB = x.fma(FloatVector.fromArray(SPECIES, matrix, b + i), dotB);
      dotC = x.fma(FloatVector.fromArray(SPECIES, matrix, c + i), dotC);
      dotD = x.fma(FloatVector.fromArray(SPECIES, matrix, d + i), dotD);
    }
    dotA.intoArray(sums, 0);
    dotB.intoArray(sums, LENGTH);
    dotC.intoArray(sums, 2 * LENGTH);
    dotD.intoArray(sums, 3 * LENGTH);
    float gradientA = gradient(gradients, t, count, sums, 0, rate);
    float gradientB = gradient(gradients, t + 1, count, sums, LENGTH, rate);
    float gradientC = gradient(gradients, t + 2, count, sums, 2 * LENGTH, rate);
    float gradientD = gradient(gradients, t + 3, count, sums, 3 * LENGTH, rate);
    FloatVector ga = FloatVector.broadcast(SPECIES, gradientA);
    FloatVector gb = FloatVector.broadcast(SPECIES, gradientB);
    FloatVector gc = FloatVector.broadcast(SPECIES, gradientC);
    FloatVector gd = FloatVector.broadcast(SPECIES, gradientD);
    for (int i = 0; i < stride; i += LENGTH) {
      FloatVector x = FloatVector.fromArray(SPECIES, centre, i);
      FloatVector sum = FloatVector.zero(SPECIES);
      // One after the other: the same row may stand in a group twice.
      FloatVector y = FloatVector.fromArray(SPECIES, matrix, a + i);
      sum = ga.fma(y, sum);
      ga.fma(x, y).intoArray(matrix, a + i);
      y = FloatVector.fromArray(SPECIES, matrix, b + i);
      sum = gb.fma(y, sum);
      gb.fma(x, y).intoArray(matrix, b + i);
      y = FloatVector.fromArray(SPECIES, matrix, c + i);
      sum = gc.fma(y, sum);
      gc.fma(x, y).intoArray(matrix, c + i);
      y = FloatVector.fromArray(SPECIES, matrix, d + i);
      sum = gd.fma(y, sum);
      gd.fma(x, y).intoArray(matrix, d + i);
      sum.add(FloatVector.fromArray(SPECIES, delta, i)).intoArray(delta, i);
      sum.add(x).intoArray(centre, i);
    }
  }

  private static float gradient(
      float[] gradients, int t, int count, float[] sums, int at, float rate) {
    if (t >= count) {
      return 0;
    }
    float even = 0;
    float odd = 0;
    for (int i = 0; i < LENGTH; i += 2) {
      even += sums[at + i];
      odd += sums[at + i + 1];
    }
    float gradient = (gradients[t] - Sigmoid.of(even + odd)) * rate;
    gradients[t] = gradient;
    return gradient;
  }
}
