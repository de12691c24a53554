package it.voci.evaluation;

import it.voci.corpus.Task;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Chooses from which score on a label of a {@code MULTI} task is given. */
public final class ThresholdSearch {
  private static final double DEFAULT = 0.5;
  private static final int RESAMPLES = 30;

  /**
   * Hundredths from 0.05 to 0.95, those nearest to 0.5 first, the lower of two equally near first.
   */
  private static final List<Double> CANDIDATES =
      IntStream.rangeClosed(0, 90)
          .mapToObj(i -> (50 + (i % 2 == 0 ? i / 2 : -(i + 1) / 2)) / 100.0)
          .toList();

  private ThresholdSearch() {}

  /**
   * For every label, in the task's order, the threshold in hundredths within [0.05, 0.95] that
   * gives the highest F1 of the label; of several the one nearest to 0.5 (the lower of two equally
   * near). A label without positives keeps 0.5. The thresholds of the predictions are not looked
   * at.
   */
  public static List<Double> fit(Task task, List<Outcome> outcomes) {
    if (task.isSingle()) {
      throw new IllegalArgumentException("task " + task.id() + " has no thresholds");
    }
    List<Scored> all = Scored.of(task, outcomes);
    return IntStream.range(0, task.labels().size()).mapToObj(i -> best(all, i)).toList();
  }

  /**
   * The same, averaged over resamples of the articles, since the best threshold on the articles at
   * hand follows their accidents (bagging, Breiman 1996): the mean of the log-odds of {@link #fit}
   * on each, in hundredths.
   */
  public static List<Double> bagged(Task task, List<Outcome> outcomes, long seed) {
    List<List<Outcome>> articles =
        List.copyOf(
            outcomes.stream()
                .collect(
                    Collectors.groupingBy(Outcome::articleId, TreeMap::new, Collectors.toList()))
                .values());
    SplittableRandom random = new SplittableRandom(seed);
    double[] logits = new double[task.labels().size()];
    for (int resample = 0; resample < RESAMPLES; resample++) {
      List<Outcome> sample = new ArrayList<>(outcomes.size());
      for (int i = 0; i < articles.size(); i++) {
        sample.addAll(articles.get(random.nextInt(articles.size())));
      }
      List<Double> thresholds = fit(task, sample);
      for (int i = 0; i < logits.length; i++) {
        double threshold = thresholds.get(i);
        logits[i] += Math.log(threshold / (1 - threshold)) / RESAMPLES;
      }
    }
    return Arrays.stream(logits)
        .mapToObj(logit -> Math.round(100 / (1 + Math.exp(-logit))) / 100.0)
        .toList();
  }

  private static double best(List<Scored> all, int label) {
    double best = DEFAULT;
    double bestF1 = 0;
    for (double threshold : CANDIDATES) {
      int[] counts = new int[3];
      for (Scored scored : all) {
        boolean given = scored.score(label) >= threshold;
        boolean holds = scored.gold().get(label);
        if (given || holds) {
          counts[given && holds ? 0 : given ? 1 : 2]++;
        }
      }
      double f1 = LabelScores.f1(counts[0], counts[1], counts[2]);
      if (f1 > bestF1) {
        best = threshold;
        bestF1 = f1;
      }
    }
    return best;
  }
}
