package it.voci.corpus;

import it.voci.UserException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Splits articles into parts in which every label has about its share. An article is never parted.
 *
 * <p>Articles with rare labels are dealt out first, each to the part whose labels it leaves nearest
 * to their share: a greedy form of iterative stratification (Sechidis et al. 2011).
 */
public final class StratifiedSplit {
  private StratifiedSplit() {}

  /**
   * Splits the articles. Which article goes where depends on the seed, not on the order of the
   * articles.
   *
   * @param shares name of a part → its share of the articles, above 0; together 1. The number of
   *     articles of each part is its share, rounded so that they add up.
   * @return the parts in the order of {@code shares}, each in the order of {@code articles}
   * @throws UserException where a share is out of range, a part would be empty or an id occurs
   *     twice
   */
  public static Map<String, List<Article>> of(
      List<Article> articles, LabelScheme scheme, Map<String, Double> shares, long seed) {
    double sum = 0;
    for (Map.Entry<String, Double> share : shares.entrySet()) {
      if (!(share.getValue() > 0)) {
        throw new UserException(
            "the share of '%s' must be above 0 but was %s"
                .formatted(share.getKey(), share.getValue()));
      }
      sum += share.getValue();
    }
    if (Math.abs(sum - 1) > 1e-6) {
      throw new UserException("the shares of a split must add up to 1 but are " + shares);
    }
    List<List<Article>> parts = split(articles, scheme, List.copyOf(shares.values()), seed);
    Map<String, List<Article>> named = new LinkedHashMap<>();
    for (String name : shares.keySet()) {
      List<Article> part = parts.get(named.size());
      if (part.isEmpty()) {
        throw new UserException(
            "'%s' would be empty: %d articles are too few for shares of %s"
                .formatted(name, articles.size(), shares));
      }
      named.put(name, part);
    }
    return Collections.unmodifiableMap(named);
  }

  static List<List<Article>> split(
      List<Article> articles, LabelScheme scheme, List<Double> shares, long seed) {
    Map<String, double[]> counts = new HashMap<>();
    double[] totals = new double[features(scheme)];
    for (Article article : articles) {
      double[] count = count(article, scheme);
      if (counts.put(article.id(), count) != null) {
        throw new UserException(
            "article '" + article.id() + "' occurs twice; ids must be unique within a dataset");
      }
      add(totals, count);
    }
    int[] room = apportion(articles.size(), shares);
    double[][] sums = new double[shares.size()][totals.length];
    List<Set<String>> members = new ArrayList<>();
    shares.forEach(share -> members.add(new HashSet<>()));
    for (Article article : rareFirst(articles, counts, totals, seed)) {
      double[] count = counts.get(article.id());
      int best = -1;
      double bestCost = Double.POSITIVE_INFINITY;
      for (int part = 0; part < room.length; part++) {
        double cost = cost(count, sums[part], totals) / shares.get(part);
        if (room[part] > 0 && cost < bestCost) {
          best = part;
          bestCost = cost;
        }
      }
      room[best]--;
      add(sums[best], count);
      members.get(best).add(article.id());
    }
    return members.stream()
        .map(ids -> articles.stream().filter(article -> ids.contains(article.id())).toList())
        .toList();
  }

  /**
   * By how much an article raises the squared relative distance of a part's labels from their share
   * (up to what is the same for every part): the change of share · Σ (sum / (share · total) - 1)².
   */
  private static double cost(double[] count, double[] sum, double[] totals) {
    double cost = 0;
    for (int i = 0; i < count.length; i++) {
      if (count[i] > 0) {
        cost += count[i] * (2 * sum[i] + count[i]) / (totals[i] * totals[i]);
      }
    }
    return cost;
  }

  private static List<Article> rareFirst(
      List<Article> articles, Map<String, double[]> counts, double[] totals, long seed) {
    List<Article> sorted = new ArrayList<>(articles);
    sorted.sort(Comparator.comparing(Article::id));
    Collections.shuffle(sorted, new Random(seed));
    sorted.sort(Comparator.comparingDouble(article -> rarest(counts.get(article.id()), totals)));
    return sorted;
  }

  /** How often the rarest label of an article occurs in all. */
  private static double rarest(double[] count, double[] totals) {
    double rarest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < count.length; i++) {
      if (count[i] > 0) {
        rarest = Math.min(rarest, totals[i]);
      }
    }
    return rarest;
  }

  /** Whole numbers in proportion to the shares that add up to n, by largest remainder. */
  private static int[] apportion(int n, List<Double> shares) {
    int[] seats = new int[shares.size()];
    Double[] remainders = new Double[seats.length];
    for (int i = 0; i < seats.length; i++) {
      double quota = shares.get(i) * n;
      // 0.1 · 30 may be a hair below 3
      seats[i] = (int) Math.floor(quota + 1e-6);
      remainders[i] = quota - seats[i];
    }
    for (int left = n - Arrays.stream(seats).sum(); left > 0; left--) {
      int largest = Arrays.asList(remainders).indexOf(Collections.max(Arrays.asList(remainders)));
      seats[largest]++;
      remainders[largest] -= 1;
    }
    return seats;
  }

  /** The article's paragraphs, then those with each label of each task. */
  private static double[] count(Article article, LabelScheme scheme) {
    double[] count = new double[features(scheme)];
    count[0] = article.paragraphs().size();
    for (Paragraph paragraph : article.paragraphs()) {
      int offset = 1;
      for (Task task : scheme.tasks()) {
        for (String label : paragraph.labels(task).orElse(List.of())) {
          int position = task.indexOf(label);
          if (position >= 0) {
            count[offset + position]++;
          }
        }
        offset += task.labels().size();
      }
    }
    return count;
  }

  private static int features(LabelScheme scheme) {
    return 1 + scheme.tasks().stream().mapToInt(task -> task.labels().size()).sum();
  }

  private static void add(double[] sum, double[] addend) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += addend[i];
    }
  }
}
