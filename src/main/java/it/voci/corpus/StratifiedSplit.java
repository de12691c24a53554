package it.voci.corpus;

import it.voci.UserException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Splits articles into parts in which every label has about its share. An article is never parted.
 *
 * <p>The articles are dealt out at random; then two articles of different parts are swapped as long
 * as that brings the parts' labels nearer to their share, where every label weighs the same however
 * rare it is.
 */
public final class StratifiedSplit {
  /** Per article: its paragraphs, then those with each label of each task. */
  private final List<double[]> counts;

  private final List<Double> shares;

  /** Per article the part it is in. */
  private final int[] parts;

  /** The counts of the articles in each part, and in all. */
  private final double[][] sums;

  private final double[] totals;

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
            String.format(
                Locale.ROOT,
                "the share of '%s' must be above 0 but was %s",
                share.getKey(),
                share.getValue()));
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
            String.format(
                Locale.ROOT,
                "'%s' would be empty: %d articles are too few for shares of %s",
                name,
                articles.size(),
                shares));
      }
      named.put(name, part);
    }
    return Collections.unmodifiableMap(named);
  }

  static List<List<Article>> split(
      List<Article> articles, LabelScheme scheme, List<Double> shares, long seed) {
    List<Article> dealt = new ArrayList<>(articles);
    dealt.sort(Comparator.comparing(Article::id));
    Collections.shuffle(dealt, new Random(seed));
    StratifiedSplit split =
        new StratifiedSplit(dealt.stream().map(article -> count(article, scheme)).toList(), shares);
    while (split.swapAll()) {
      // until no swap helps
    }
    Map<String, Integer> partOf = new HashMap<>();
    for (int i = 0; i < dealt.size(); i++) {
      if (partOf.put(dealt.get(i).id(), split.parts[i]) != null) {
        throw new UserException(
            String.format(
                Locale.ROOT,
                "article '%s' occurs twice; ids must be unique within a dataset",
                dealt.get(i).id()));
      }
    }
    return IntStream.range(0, shares.size())
        .mapToObj(part -> articles.stream().filter(a -> partOf.get(a.id()) == part).toList())
        .toList();
  }

  private StratifiedSplit(List<double[]> counts, List<Double> shares) {
    int labels = counts.isEmpty() ? 0 : counts.get(0).length;
    this.counts = counts;
    this.shares = shares;
    parts = new int[counts.size()];
    sums = new double[shares.size()][labels];
    totals = new double[labels];
    int article = 0;
    int[] seats = apportion(counts.size(), shares);
    for (int part = 0; part < seats.length; part++) {
      for (int seat = 0; seat < seats[part]; seat++) {
        parts[article] = part;
        add(sums[part], counts.get(article), 1);
        add(totals, counts.get(article), 1);
        article++;
      }
    }
  }

  /** Makes every swap of two articles that helps, in one pass; false if there was none. */
  private boolean swapAll() {
    boolean swapped = false;
    for (int i = 0; i < parts.length; i++) {
      for (int j = i + 1; j < parts.length; j++) {
        if (parts[i] != parts[j] && swapCost(i, j) < -1e-12) {
          swap(i, j);
          swapped = true;
        }
      }
    }
    return swapped;
  }

  /** Change of Σ share · (sum / (share · total) - 1)² over parts and labels. */
  private double swapCost(int i, int j) {
    double cost = 0;
    for (int label = 0; label < totals.length; label++) {
      double change = counts.get(j)[label] - counts.get(i)[label];
      if (change != 0) {
        double first = (2 * sums[parts[i]][label] + change) / shares.get(parts[i]);
        double second = (2 * sums[parts[j]][label] - change) / shares.get(parts[j]);
        cost += change * (first - second) / (totals[label] * totals[label]);
      }
    }
    return cost;
  }

  private void swap(int i, int j) {
    int first = parts[i];
    int second = parts[j];
    add(sums[first], counts.get(i), -1);
    add(sums[first], counts.get(j), 1);
    add(sums[second], counts.get(j), -1);
    add(sums[second], counts.get(i), 1);
    parts[i] = second;
    parts[j] = first;
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

  private static double[] count(Article article, LabelScheme scheme) {
    int labels = scheme.tasks().stream().mapToInt(task -> task.labels().size()).sum();
    double[] count = new double[1 + labels];
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

  private static void add(double[] sum, double[] addend, int times) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += times * addend[i];
    }
  }
}
