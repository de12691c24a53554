package it.voci.evaluation;

import it.voci.classifier.Prediction;
import it.voci.corpus.BehaviourCase;
import it.voci.corpus.BehaviourCase.Relation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;

/**
 * How often a classifier behaves as it should where a text is changed in a way whose effect is
 * known (CheckList, Ribeiro et al. 2020).
 *
 * @param kinds in the order of the cases
 * @param all of all cases; of kinds of unlike difficulty, so read those first
 */
public record BehaviourScore(List<Kind> kinds, PassRate all) {
  private static final double LEVEL = 0.95;

  /**
   * Cases that held.
   *
   * @param rate with a Wilson score interval of 95 %
   */
  public record PassRate(int cases, int passed, Interval rate) {
    static PassRate of(int cases, int passed) {
      if (cases == 0) {
        return new PassRate(0, 0, new Interval(0, 0, 1));
      }
      ConfidenceInterval wilson = new WilsonScoreInterval().createInterval(cases, passed, LEVEL);
      return new PassRate(
          cases,
          passed,
          new Interval(
              passed / (double) cases,
              Math.max(0, wilson.getLowerBound()),
              Math.min(1, wilson.getUpperBound())));
    }
  }

  /**
   * Cases of one kind.
   *
   * @param failed ids of those that did not hold
   */
  public record Kind(String kind, PassRate passed, List<String> failed) {
    public Kind {
      failed = List.copyOf(failed);
    }
  }

  /**
   * What a classifier said in one case.
   *
   * @param variant present where the case has one
   */
  public record Answer(BehaviourCase of, Prediction text, Optional<Prediction> variant) {
    /** Whether all that was expected came true. */
    public boolean holds() {
      return of.expect().entrySet().stream()
          .allMatch(task -> holds(task.getKey(), task.getValue()));
    }

    private boolean holds(String task, BehaviourCase.Expectation expected) {
      List<String> first = text.labels().get(task);
      List<String> second = variant.map(p -> p.labels().get(task)).orElse(first);
      return expected.text().map(first::contains).orElse(true)
          && expected.variant().map(second::contains).orElse(true)
          && expected
              .relation()
              .map(r -> first.equals(second) == (r == Relation.SAME))
              .orElse(true);
    }
  }

  public BehaviourScore {
    kinds = List.copyOf(kinds);
  }

  public static BehaviourScore of(List<Answer> answers) {
    Map<String, List<Answer>> byKind = new LinkedHashMap<>();
    for (Answer answer : answers) {
      byKind.computeIfAbsent(answer.of().kind(), kind -> new ArrayList<>()).add(answer);
    }
    List<Kind> kinds = new ArrayList<>();
    byKind.forEach((kind, members) -> kinds.add(new Kind(kind, rate(members), failed(members))));
    return new BehaviourScore(kinds, rate(answers));
  }

  private static PassRate rate(List<Answer> answers) {
    return PassRate.of(answers.size(), answers.size() - failed(answers).size());
  }

  private static List<String> failed(List<Answer> answers) {
    return answers.stream().filter(answer -> !answer.holds()).map(a -> a.of().id()).toList();
  }
}
