package it.voci.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.commons.math3.stat.StatUtils;

/**
 * How well given groups of points separate in the space they come from, against the same groups
 * dealt out at random.
 *
 * <p>The silhouette of a point (Rousseeuw 1987) compares the mean cosine distance to its own group
 * (a) and to the nearest other group (b): (b - a) / max(a, b), in [-1, 1]; 0 for a point alone in
 * its group. Means of it are near 1 for tight groups far apart, near 0 where groups overlap and
 * below where points are nearer to another group than to their own.
 *
 * @param silhouette mean over all points
 * @param shuffled silhouette when the groups are dealt out at random: mean, and the range of 95 %
 *     of the deals
 * @param nearest share of the points whose nearest other point is of their own group
 * @param nearestShuffled the same when the groups are dealt out at random
 * @param groups name → its size and mean silhouette
 */
public record Separation(
    double silhouette,
    Interval shuffled,
    double nearest,
    Interval nearestShuffled,
    Map<String, Group> groups) {
  private static final int DEALS = 1000;
  private static final double TAIL = 2.5;

  /**
   * One of the groups.
   *
   * @param silhouette mean over its points
   */
  public record Group(int points, double silhouette) {}

  public Separation {
    groups = Collections.unmodifiableMap(new TreeMap<>(groups));
  }

  /**
   * Measures the separation.
   *
   * @param directions vectors of length one
   * @param names of the group of each; at least two groups
   */
  public static Separation of(List<float[]> directions, List<String> names, long seed) {
    List<String> groups = names.stream().distinct().sorted().toList();
    if (groups.size() < 2) {
      throw new IllegalArgumentException("expected two groups or more but was " + groups);
    }
    float[][] distances = distances(directions);
    int[] labels = names.stream().mapToInt(groups::indexOf).toArray();
    double[] silhouettes = silhouettes(distances, labels, groups.size());
    double[] sums = new double[groups.size()];
    int[] sizes = new int[groups.size()];
    for (int i = 0; i < labels.length; i++) {
      sums[labels[i]] += silhouettes[i];
      sizes[labels[i]]++;
    }
    Map<String, Group> byName = new TreeMap<>();
    for (int g = 0; g < sizes.length; g++) {
      byName.put(groups.get(g), new Group(sizes[g], sums[g] / sizes[g]));
    }
    int[] neighbours = nearest(distances);
    double nearest = sameShare(neighbours, labels);
    List<Integer> deck = new ArrayList<>(Arrays.stream(labels).boxed().toList());
    Random random = new Random(seed);
    double[] dealt = new double[DEALS];
    double[] dealtNearest = new double[DEALS];
    for (int d = 0; d < DEALS; d++) {
      Collections.shuffle(deck, random);
      int[] hand = deck.stream().mapToInt(Integer::intValue).toArray();
      dealt[d] = StatUtils.mean(silhouettes(distances, hand, groups.size()));
      dealtNearest[d] = sameShare(neighbours, hand);
    }
    return new Separation(
        StatUtils.mean(silhouettes), interval(dealt), nearest, interval(dealtNearest), byName);
  }

  private static Interval interval(double[] values) {
    return new Interval(
        StatUtils.mean(values),
        StatUtils.percentile(values, TAIL),
        StatUtils.percentile(values, 100 - TAIL));
  }

  private static float[][] distances(List<float[]> directions) {
    float[][] distances = new float[directions.size()][directions.size()];
    for (int i = 0; i < distances.length; i++) {
      for (int j = 0; j < i; j++) {
        double dot = 0;
        for (int k = 0; k < directions.get(i).length; k++) {
          dot += (double) directions.get(i)[k] * directions.get(j)[k];
        }
        distances[i][j] = (float) (1 - dot);
        distances[j][i] = distances[i][j];
      }
    }
    return distances;
  }

  private static double[] silhouettes(float[][] distances, int[] labels, int groups) {
    int[] sizes = new int[groups];
    for (int label : labels) {
      sizes[label]++;
    }
    double[] silhouettes = new double[labels.length];
    for (int i = 0; i < labels.length; i++) {
      double[] sums = new double[groups];
      for (int j = 0; j < labels.length; j++) {
        sums[labels[j]] += distances[i][j];
      }
      int own = labels[i];
      double nearestOther = Double.POSITIVE_INFINITY;
      for (int g = 0; g < groups; g++) {
        if (g != own && sizes[g] > 0) {
          nearestOther = Math.min(nearestOther, sums[g] / sizes[g]);
        }
      }
      if (sizes[own] > 1) {
        double within = sums[own] / (sizes[own] - 1);
        silhouettes[i] = Ratio.of(nearestOther - within, Math.max(within, nearestOther));
      }
    }
    return silhouettes;
  }

  /** The index of every point's nearest other point. */
  private static int[] nearest(float[][] distances) {
    int[] nearest = new int[distances.length];
    for (int i = 0; i < nearest.length; i++) {
      nearest[i] = i == 0 ? 1 : 0;
      for (int j = 0; j < nearest.length; j++) {
        if (j != i && distances[i][j] < distances[i][nearest[i]]) {
          nearest[i] = j;
        }
      }
    }
    return nearest;
  }

  private static double sameShare(int[] nearest, int[] labels) {
    int same = 0;
    for (int i = 0; i < labels.length; i++) {
      same += labels[nearest[i]] == labels[i] ? 1 : 0;
    }
    return Ratio.of(same, labels.length);
  }
}
