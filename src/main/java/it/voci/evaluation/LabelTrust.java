package it.voci.evaluation;

import it.voci.corpus.Label;
import it.voci.corpus.Task;
import java.util.ArrayList;
import java.util.List;

/**
 * How far a reader can trust one label: in plain figures, and in one word.
 *
 * @param given paragraphs that were given the label
 * @param right those of them that truly have it
 * @param support paragraphs that truly have it
 * @param precision share of the given that are right
 * @param recall share of the true that were given it
 */
public record LabelTrust(
    Label label, int given, int right, int support, Interval precision, Interval recall) {
  /** {@link Level#FEW} below as many that were given. */
  public static final int FEW = 20;

  /** {@link Level#RELY} from this lower bound of the precision. */
  public static final double RELY_FROM = 0.75;

  /** {@link Level#CHECK} from this precision. */
  public static final double CHECK_FROM = 0.6;

  /** What one can do with a label. */
  public enum Level {
    /** Even the lower bound of its precision is high. */
    RELY,
    /** Mostly right: look at the paragraphs before relying on it. */
    CHECK,
    /** Too often wrong. */
    DOUBT,
    /** Given too rarely to say. */
    FEW
  }

  static List<LabelTrust> of(LabelCounts counts, TaskIntervals intervals) {
    Task task = counts.task();
    List<LabelTrust> all = new ArrayList<>();
    for (int i = 0; i < task.labels().size(); i++) {
      Label label = task.labels().get(i);
      int right = counts.truePositives().get(i);
      all.add(
          new LabelTrust(
              label,
              right + counts.falsePositives().get(i),
              right,
              right + counts.falseNegatives().get(i),
              intervals.precision().get(label.id()),
              intervals.recall().get(label.id())));
    }
    return List.copyOf(all);
  }

  public Level level() {
    if (given < FEW) {
      return Level.FEW;
    }
    if (precision.low() >= RELY_FROM) {
      return Level.RELY;
    }
    return precision.estimate() >= CHECK_FROM ? Level.CHECK : Level.DOUBT;
  }

  /** Of ten paragraphs given the label, how many have it; rounded. */
  public int rightOfTen() {
    return ofTen(precision.estimate());
  }

  /** Of ten paragraphs that have the label, how many were given it; rounded. */
  public int foundOfTen() {
    return ofTen(recall.estimate());
  }

  /** A share as so many of ten, rounded. */
  public static int ofTen(double share) {
    return (int) Math.round(10 * share);
  }
}
