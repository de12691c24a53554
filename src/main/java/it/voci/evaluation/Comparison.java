package it.voci.evaluation;

import it.voci.corpus.Task;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.distribution.BinomialDistribution;

/**
 * How two classifiers' answers to one task differ on the same paragraphs. Differences are the
 * second less the first; their intervals resample articles, in pairs.
 *
 * @param scored paragraphs with gold labels for the task
 * @param won those only the second got right (all labels of a {@code MULTI} task)
 * @param lost those only the first got right
 * @param pValue two-sided exact McNemar test (binomial on {@code won} and {@code lost}); it takes
 *     paragraphs for independent, which those of one article are not, so believe the intervals
 *     first
 * @param f1 label id → difference, in the task's order
 * @param changes the paragraphs counted in {@code won} and {@code lost}, in order
 */
public record Comparison(
    Task task,
    int scored,
    int won,
    int lost,
    double pValue,
    LabelCounts first,
    LabelCounts second,
    Interval accuracy,
    Interval macroF1,
    Map<String, Interval> f1,
    List<Change> changes) {
  /**
   * A paragraph that only one of the two got right.
   *
   * @param gold label ids, as of the next two
   * @param won whether it was the second
   */
  public record Change(
      String articleId,
      int index,
      List<String> gold,
      List<String> first,
      List<String> second,
      boolean won) {}

  public Comparison {
    changes = List.copyOf(changes);
    f1 = Collections.unmodifiableMap(new LinkedHashMap<>(f1));
  }

  /** What both said of the paragraphs of an article. */
  private record Both(String articleId, LabelCounts first, LabelCounts second) {}

  /**
   * Compares.
   *
   * @param first one outcome per paragraph
   * @param second outcomes of the same paragraphs in the same order, with the same gold labels
   * @throws IllegalArgumentException where they are not of the same paragraphs
   */
  public static Comparison of(
      Task task, List<Outcome> first, List<Outcome> second, ArticleBootstrap bootstrap) {
    requirePairs(first, second);
    List<Scored> firstScored = Scored.of(task, first);
    List<Scored> secondScored = Scored.of(task, second);
    List<Outcome> scored = first.stream().filter(o -> o.gold().containsKey(task.id())).toList();
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < firstScored.size(); i++) {
      boolean after = secondScored.get(i).isRight();
      if (firstScored.get(i).isRight() != after) {
        changes.add(
            new Change(
                scored.get(i).articleId(),
                scored.get(i).index(),
                scored.get(i).gold().get(task.id()),
                firstScored.get(i).prediction().labels(),
                secondScored.get(i).prediction().labels(),
                after));
      }
    }
    int won = (int) changes.stream().filter(Change::won).count();
    int lost = changes.size() - won;
    List<Both> articles = articles(task, first, second);
    Map<String, Interval> f1 = new LinkedHashMap<>();
    for (String label : task.labelIds()) {
      f1.put(
          label, difference(task, articles, counts -> counts.labels().get(label).f1(), bootstrap));
    }
    return new Comparison(
        task,
        firstScored.size(),
        won,
        lost,
        mcNemar(won, lost),
        LabelCounts.ofScored(task, firstScored),
        LabelCounts.ofScored(task, secondScored),
        difference(task, articles, LabelCounts::accuracy, bootstrap),
        difference(task, articles, LabelCounts::macroF1, bootstrap),
        f1,
        changes);
  }

  private static void requirePairs(List<Outcome> first, List<Outcome> second) {
    if (first.size() != second.size()) {
      throw new IllegalArgumentException(
          "expected as many outcomes but was " + first.size() + " and " + second.size());
    }
    for (int i = 0; i < first.size(); i++) {
      Outcome a = first.get(i);
      Outcome b = second.get(i);
      if (!a.articleId().equals(b.articleId())
          || a.index() != b.index()
          || !a.gold().equals(b.gold())) {
        throw new IllegalArgumentException("outcome " + i + " is not of the same paragraph");
      }
    }
  }

  private static List<Both> articles(Task task, List<Outcome> first, List<Outcome> second) {
    Map<String, List<Integer>> positions = new LinkedHashMap<>();
    for (int i = 0; i < first.size(); i++) {
      positions.computeIfAbsent(first.get(i).articleId(), id -> new ArrayList<>()).add(i);
    }
    List<Both> articles = new ArrayList<>();
    positions.forEach(
        (id, members) ->
            articles.add(
                new Both(
                    id,
                    LabelCounts.of(task, members.stream().map(first::get).toList()),
                    LabelCounts.of(task, members.stream().map(second::get).toList()))));
    return articles;
  }

  private static Interval difference(
      Task task,
      List<Both> articles,
      ToDoubleFunction<LabelCounts> figure,
      ArticleBootstrap bootstrap) {
    return bootstrap.interval(
        articles,
        Both::articleId,
        sample ->
            figure.applyAsDouble(LabelCounts.sum(task, sample.stream().map(Both::second).toList()))
                - figure.applyAsDouble(
                    LabelCounts.sum(task, sample.stream().map(Both::first).toList())));
  }

  private static double mcNemar(int won, int lost) {
    int decided = won + lost;
    return decided == 0
        ? 1
        : Math.min(
            1,
            2 * new BinomialDistribution(decided, 0.5).cumulativeProbability(Math.min(won, lost)));
  }
}
