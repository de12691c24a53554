package it.voci.evaluation;

import it.voci.corpus.Task;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What accuracy a classifier reaches on a {@code SINGLE} task if it abstains where it is least
 * confident.
 *
 * @param points by rising coverage, the last at 1; paragraphs of equal confidence enter together.
 *     Empty where nothing is scored.
 */
public record CoverageCurve(List<Point> points) {
  private static final List<Double> USUAL = List.of(1.0, 0.9, 0.8, 0.7, 0.6, 0.5);

  /**
   * What holds if only paragraphs of at least this confidence are answered.
   *
   * @param coverage share of the scored paragraphs that are answered, in (0, 1]
   * @param accuracy share of the answered that are right
   */
  public record Point(double coverage, double accuracy, double confidence) {}

  public CoverageCurve {
    points = List.copyOf(points);
  }

  /** The curve over the outcomes that have gold labels for the {@code SINGLE} task. */
  public static CoverageCurve of(Task task, List<Outcome> outcomes) {
    return ofScored(task, Scored.of(task, outcomes));
  }

  static CoverageCurve ofScored(Task task, List<Scored> all) {
    if (!task.isSingle()) {
      throw new IllegalArgumentException("task " + task.id() + " is not a single choice");
    }
    List<Scored> sorted = new ArrayList<>(all);
    sorted.sort(Comparator.comparingDouble(CoverageCurve::confidence).reversed());
    List<Point> points = new ArrayList<>();
    int right = 0;
    for (int answered = 1; answered <= sorted.size(); answered++) {
      Scored scored = sorted.get(answered - 1);
      right += scored.isRight() ? 1 : 0;
      double confidence = confidence(scored);
      if (answered == sorted.size() || confidence(sorted.get(answered)) < confidence) {
        points.add(
            new Point(answered / (double) sorted.size(), right / (double) answered, confidence));
      }
    }
    return new CoverageCurve(points);
  }

  private static double confidence(Scored scored) {
    return scored.prediction().confidence();
  }

  /** The points at 100, 90, 80, 70, 60 and 50 %, as tables show them; empty where there is none. */
  public List<Point> atUsualShares() {
    return USUAL.stream().flatMap(share -> at(share).stream()).toList();
  }

  /**
   * The first point that answers at least this share; empty where nothing is scored.
   *
   * @param coverage in [0, 1]
   */
  public Optional<Point> at(double coverage) {
    if (!(coverage >= 0 && coverage <= 1)) {
      throw new IllegalArgumentException("expected a coverage in [0, 1] but was " + coverage);
    }
    return points.stream().filter(point -> point.coverage() >= coverage).findFirst();
  }
}
