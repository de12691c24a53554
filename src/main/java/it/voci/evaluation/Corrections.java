package it.voci.evaluation;

import it.voci.corpus.Task;
import it.voci.evaluation.TallyLayout.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** How the shares of a ledger follow from confusions, as counted and as they might have been. */
final class Corrections {
  /**
   * Shares that are corrected together.
   *
   * @param positions of the labels' counts
   * @param answered position of what they are shares of
   * @param rates as counted, then one for every resample
   */
  private record Correction(List<Integer> positions, int answered, List<double[][]> rates) {
    /** The shares at the positions. */
    double[] apply(long[] counts, int resample) {
      double[] observed =
          positions.stream().mapToDouble(p -> counts[p] / (double) counts[answered]).toArray();
      double[][] chosen = rates.get(resample);
      if (observed.length == chosen.length) {
        return ShareAdjustment.adjusted(observed, chosen);
      }
      double[] noAndYes = {1 - observed[0], observed[0]};
      return new double[] {ShareAdjustment.adjusted(noAndYes, chosen)[1]};
    }
  }

  private final List<Correction> corrections = new ArrayList<>();

  Corrections(
      TallyLayout layout,
      Map<String, Map<String, ConfusionMatrix>> confusions,
      LedgerSettings settings) {
    SplittableRandom random = new SplittableRandom(settings.bootstrap().seed());
    List<Task> tasks = layout.tasks();
    for (int t = 0; t < tasks.size(); t++) {
      Task task = tasks.get(t);
      Map<String, ConfusionMatrix> matrices = confusions.getOrDefault(task.id(), Map.of());
      if (matrices.isEmpty()) {
        continue;
      }
      int label = 0;
      for (Map.Entry<String, List<String>> expected : TaskEvaluation.expected(task).entrySet()) {
        int[] together =
            task.isSingle()
                ? IntStream.range(0, task.labels().size()).toArray()
                : new int[] {label++};
        ConfusionMatrix matrix = matrix(matrices, expected.getKey(), expected.getValue());
        add(layout, t, together, rates(matrix, settings, random));
      }
    }
  }

  private static ConfusionMatrix matrix(
      Map<String, ConfusionMatrix> matrices, String key, List<String> labels) {
    ConfusionMatrix matrix = matrices.get(key);
    if (matrix == null || !matrix.labels().equals(labels)) {
      throw new IllegalArgumentException("no confusions of " + key + " over " + labels);
    }
    return matrix;
  }

  private static List<double[][]> rates(
      ConfusionMatrix matrix, LedgerSettings settings, SplittableRandom random) {
    List<double[][]> rates = new ArrayList<>();
    rates.add(matrix.rates());
    for (int r = 0; r < settings.bootstrap().resamples(); r++) {
      rates.add(matrix.rates(random));
    }
    return rates;
  }

  private void add(TallyLayout layout, int task, int[] labels, List<double[][]> rates) {
    for (Unit unit : Unit.values()) {
      List<Integer> positions =
          IntStream.of(labels).mapToObj(label -> layout.label(unit, task, label)).toList();
      corrections.add(new Correction(positions, layout.answered(unit, task), rates));
    }
  }

  /** Positions of the counts whose shares are corrected, in the order of {@link #apply}. */
  List<Integer> positions() {
    return corrections.stream().flatMap(c -> c.positions().stream()).toList();
  }

  /**
   * The corrected shares, at most 1 in spite of rounding.
   *
   * @param resample 0 for the confusions as counted, from 1 for the resamples
   */
  double[] apply(long[] counts, int resample) {
    return corrections.stream()
        .flatMapToDouble(
            c -> Arrays.stream(c.apply(counts, resample)).map(share -> Math.min(1, share)))
        .toArray();
  }
}
