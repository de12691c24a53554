package it.voci.embedding.skipgram;

/** The logistic function from a table, exact to 0.001. */
final class Sigmoid {
  private static final float BOUND = 8;
  private static final int STEPS = 4096;
  private static final float SCALE = STEPS / (2 * BOUND);
  private static final float[] TABLE = new float[STEPS + 1];

  static {
    for (int i = 0; i <= STEPS; i++) {
      double x = (i + 0.5) / SCALE - BOUND;
      TABLE[i] = (float) (1 / (1 + Math.exp(-x)));
    }
  }

  private Sigmoid() {}

  static float of(float x) {
    if (x >= BOUND) {
      return 1;
    }
    if (x <= -BOUND) {
      return 0;
    }
    return TABLE[(int) ((x + BOUND) * SCALE)];
  }
}
