package it.voci.embedding;

import it.voci.UserException;
import java.util.List;
import tagbio.umap.Umap;

/**
 * Points of the plane that keep near what is near in the space of the vectors, by UMAP (McInnes et
 * al. 2018, arXiv:1802.03426) with cosine distance. What lies far apart says less, and how much
 * room a cluster takes says nothing.
 */
public final class Projection {
  private Projection() {}

  /**
   * Projects vectors; the same seed gives the same points.
   *
   * @param vectors of the same length, none of them zero
   * @param neighbours how many of each vector's nearest ones should stay near: few show small
   *     clusters, many the whole
   * @return a pair of coordinates for each, in [0, 1]
   * @throws UserException where there are not more vectors than neighbours
   */
  public static double[][] of(List<float[]> vectors, int neighbours, long seed) {
    if (neighbours < 2) {
      throw new UserException("--neighbours must be at least 2 but was " + neighbours);
    }
    if (vectors.size() <= neighbours) {
      throw new UserException(
          "only "
              + vectors.size()
              + " words to plot; that takes more than the "
              + neighbours
              + " of --neighbours");
    }
    Umap umap = new Umap();
    umap.setSeed(seed);
    umap.setThreads(1);
    umap.setMetric("cosine");
    umap.setNumberNearestNeighbours(neighbours);
    return scaled(umap.fitTransform(vectors.toArray(float[][]::new)));
  }

  private static double[][] scaled(float[][] points) {
    double[][] scaled = new double[points.length][2];
    for (int axis = 0; axis < 2; axis++) {
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (float[] point : points) {
        low = Math.min(low, point[axis]);
        high = Math.max(high, point[axis]);
      }
      for (int i = 0; i < points.length; i++) {
        scaled[i][axis] = high > low ? (points[i][axis] - low) / (high - low) : 0.5;
      }
    }
    return scaled;
  }
}
