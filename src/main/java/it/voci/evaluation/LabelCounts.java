package it.voci.evaluation;

import it.voci.corpus.Task;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The counts of one task from which accuracy and every F1 follow. Counts of several articles can be
 * added up, which makes {@link ArticleBootstrap} quick.
 *
 * <p>0/0 is 0 throughout. All figures equal scikit-learn's.
 *
 * @param scored paragraphs with gold labels for the task
 * @param exact those of which all labels are right
 * @param truePositives per label, in the task's order: has it and was given it
 * @param falsePositives does not have it but was given it
 * @param falseNegatives has it but was not given it
 */
public record LabelCounts(
    Task task,
    int scored,
    int exact,
    List<Integer> truePositives,
    List<Integer> falsePositives,
    List<Integer> falseNegatives) {
  public LabelCounts {
    truePositives = List.copyOf(truePositives);
    falsePositives = List.copyOf(falsePositives);
    falseNegatives = List.copyOf(falseNegatives);
  }

  /**
   * Counts the outcomes that have gold labels for the task.
   *
   * @throws IllegalArgumentException where labels are not the task's, or a {@code SINGLE} task does
   *     not have exactly one
   */
  public static LabelCounts of(Task task, List<Outcome> outcomes) {
    return ofScored(task, Scored.of(task, outcomes));
  }

  static LabelCounts ofScored(Task task, List<Scored> all) {
    int size = task.labels().size();
    int[] truePositives = new int[size];
    int[] falsePositives = new int[size];
    int[] falseNegatives = new int[size];
    int exact = 0;
    for (Scored scored : all) {
      exact += scored.isRight() ? 1 : 0;
      for (int i = 0; i < size; i++) {
        boolean gold = scored.gold().get(i);
        boolean predicted = scored.predicted().get(i);
        truePositives[i] += gold && predicted ? 1 : 0;
        falsePositives[i] += !gold && predicted ? 1 : 0;
        falseNegatives[i] += gold && !predicted ? 1 : 0;
      }
    }
    return new LabelCounts(
        task,
        all.size(),
        exact,
        boxed(truePositives),
        boxed(falsePositives),
        boxed(falseNegatives));
  }

  /** All counts of one task added up; of none, zeros. */
  public static LabelCounts sum(Task task, Collection<LabelCounts> parts) {
    return new LabelCounts(
        task,
        parts.stream().mapToInt(LabelCounts::scored).sum(),
        parts.stream().mapToInt(LabelCounts::exact).sum(),
        sum(task, parts, LabelCounts::truePositives),
        sum(task, parts, LabelCounts::falsePositives),
        sum(task, parts, LabelCounts::falseNegatives));
  }

  private static List<Integer> sum(
      Task task, Collection<LabelCounts> parts, Function<LabelCounts, List<Integer>> counts) {
    int[] sum = new int[task.labels().size()];
    for (LabelCounts part : parts) {
      List<Integer> addends = counts.apply(part);
      for (int i = 0; i < sum.length; i++) {
        sum[i] += addends.get(i);
      }
    }
    return boxed(sum);
  }

  private static List<Integer> boxed(int[] counts) {
    return Arrays.stream(counts).boxed().toList();
  }

  /** Label id → scores, in the task's order. */
  public Map<String, LabelScores> labels() {
    Map<String, LabelScores> labels = new LinkedHashMap<>();
    for (int i = 0; i < truePositives.size(); i++) {
      labels.put(task.labels().get(i).id(), label(i));
    }
    return Collections.unmodifiableMap(labels);
  }

  LabelScores label(int i) {
    return LabelScores.of(truePositives.get(i), falsePositives.get(i), falseNegatives.get(i));
  }

  /**
   * Share of paragraphs of which all labels are right: accuracy for a {@code SINGLE} task, subset
   * accuracy for a {@code MULTI} one.
   */
  public double accuracy() {
    return Ratio.of(exact, scored);
  }

  /**
   * Unweighted mean of the labels' F1. Of a {@code SINGLE} task over the labels that occur in gold
   * or predictions (scikit-learn's default), of a {@code MULTI} task over all (its behaviour on
   * indicator matrices).
   */
  public double macroF1() {
    return IntStream.range(0, truePositives.size())
        .filter(i -> !task.isSingle() || occurs(i))
        .mapToDouble(this::f1)
        .average()
        .orElse(0);
  }

  /** F1 of all labels' pooled decisions; of a {@code SINGLE} task this is the accuracy. */
  public double microF1() {
    return LabelScores.f1(total(truePositives), total(falsePositives), total(falseNegatives));
  }

  /** Share of all labels given that are true. */
  public double microPrecision() {
    return Ratio.of(total(truePositives), total(truePositives) + total(falsePositives));
  }

  /** Mean of the labels' F1, weighted by support. */
  public double weightedF1() {
    double sum = 0;
    for (int i = 0; i < truePositives.size(); i++) {
      sum += f1(i) * (truePositives.get(i) + falseNegatives.get(i));
    }
    return Ratio.of(sum, total(truePositives) + total(falseNegatives));
  }

  private double f1(int i) {
    return LabelScores.f1(truePositives.get(i), falsePositives.get(i), falseNegatives.get(i));
  }

  private boolean occurs(int i) {
    return truePositives.get(i) + falsePositives.get(i) + falseNegatives.get(i) > 0;
  }

  private static int total(List<Integer> counts) {
    return counts.stream().mapToInt(Integer::intValue).sum();
  }
}
