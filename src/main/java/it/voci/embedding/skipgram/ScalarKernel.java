package it.voci.embedding.skipgram;

import java.util.Arrays;

/** In plain Java, for machines without the incubating Vector API. */
final class ScalarKernel implements Kernel {
  @Override
  public void mean(float[] matrix, int[] rows, int from, int to, float[] centre) {
    int stride = centre.length;
    System.arraycopy(matrix, rows[from] * stride, centre, 0, stride);
    for (int r = from + 1; r < to; r++) {
      int row = rows[r] * stride;
      for (int i = 0; i < stride; i++) {
        centre[i] += matrix[row + i];
      }
    }
    if (to - from > 1) {
      float share = 1f / (to - from);
      for (int i = 0; i < stride; i++) {
        centre[i] *= share;
      }
    }
  }

  @Override
  public void addTo(float[] matrix, int[] rows, int from, int to, float[] delta) {
    int stride = delta.length;
    for (int r = from; r < to; r++) {
      int row = rows[r] * stride;
      for (int i = 0; i < stride; i++) {
        matrix[row + i] += delta[i];
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
    float[] moves = new float[centre.length];
    for (int t = 0; t < count; t += GROUP) {
      int end = Math.min(count, t + GROUP);
      for (int u = t; u < end; u++) {
        float dot = dot(centre, matrix, targets[u] * centre.length);
        gradients[u] = (gradients[u] - Sigmoid.of(dot)) * rate;
      }
      Arrays.fill(moves, 0);
      for (int u = t; u < end; u++) {
        int row = targets[u] * centre.length;
        float gradient = gradients[u];
        for (int i = 0; i < centre.length; i++) {
          moves[i] += gradient * matrix[row + i];
        }
        for (int i = 0; i < centre.length; i++) {
          matrix[row + i] += gradient * centre[i];
        }
      }
      for (int i = 0; i < centre.length; i++) {
        delta[i] += moves[i];
        centre[i] += moves[i];
      }
    }
  }

  /** With independent sums, which the processor adds up side by side. */
  private static float dot(float[] centre, float[] matrix, int row) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    float e = 0;
    float f = 0;
    float g = 0;
    float h = 0;
    for (int i = 0; i < centre.length; i += 8) {
      int j = row + i;
      a += centre[i] * matrix[j];
      b += centre[i + 1] * matrix[j + 1];
      c += centre[i + 2] * matrix[j + 2];
      d += centre[i + 3] * matrix[j + 3];
      e += centre[i + 4] * matrix[j + 4];
      f += centre[i + 5] * matrix[j + 5];
      g += centre[i + 6] * matrix[j + 6];
      h += centre[i + 7] * matrix[j + 7];
    }
    return ((a + b) + (c + d)) + ((e + f) + (g + h));
  }
}
