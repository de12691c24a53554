package it.voci.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import it.voci.UserException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ProjectionTest {
  /** Two clusters of twenty about opposite directions. */
  private static List<float[]> clusters() {
    Random random = new Random(1);
    List<float[]> vectors = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      float[] vector = new float[10];
      for (int j = 0; j < vector.length; j++) {
        vector[j] = (float) (0.1 * random.nextGaussian());
      }
      vector[0] += i < 20 ? 1 : -1;
      vectors.add(vector);
    }
    return vectors;
  }

  private static double distance(double[] a, double[] b) {
    return Math.hypot(a[0] - b[0], a[1] - b[1]);
  }

  @Test
  void of_clusters_keepsThemTogether() {
    double[][] points = Projection.of(clusters(), 5, 42);
    for (int i = 0; i < 40; i++) {
      int nearest = i == 0 ? 1 : 0;
      for (int j = 0; j < 40; j++) {
        if (j != i && distance(points[i], points[j]) < distance(points[i], points[nearest])) {
          nearest = j;
        }
      }
      assertThat(nearest < 20).as("nearest of " + i).isEqualTo(i < 20);
      assertThat(points[i]).hasSize(2).doesNotContain(Double.NaN);
      assertThat(points[i][0]).isBetween(0.0, 1.0);
      assertThat(points[i][1]).isBetween(0.0, 1.0);
    }
  }

  @Test
  void of_sameSeed_isTheSame() {
    assertThat(Projection.of(clusters(), 5, 7)).isDeepEqualTo(Projection.of(clusters(), 5, 7));
  }

  @Test
  void of_tooFew_isRefused() {
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> Projection.of(clusters(), 40, 1))
        .withMessageStartingWith("only 40 words to plot");
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> Projection.of(clusters(), 1, 1))
        .withMessage("--neighbours must be at least 2 but was 1");
  }
}
