package it.voci.evaluation;

import it.voci.corpus.Task;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where in an array the counts of a ledger stand: for each unit the total, for each task what is
 * answered, what is abstained and the labels, then the crossing of the first two single tasks.
 */
final class TallyLayout {
  /** What is counted. */
  enum Unit {
    PARAGRAPHS,
    WORDS
  }

  private final List<Task> tasks;
  private final int[] starts;
  private final int[] crossed;
  private final int crossingStart;
  private final int unitSize;

  TallyLayout(List<Task> tasks) {
    this.tasks = List.copyOf(tasks);
    starts = new int[tasks.size()];
    int at = 1;
    for (int t = 0; t < starts.length; t++) {
      starts[t] = at;
      at += 2 + tasks.get(t).labels().size();
    }
    int[] single =
        IntStream.range(0, starts.length).filter(t -> tasks.get(t).isSingle()).limit(2).toArray();
    crossed = single.length == 2 ? single : new int[0];
    crossingStart = at;
    if (isCrossed()) {
      at += 1 + size(crossed[0]) * size(crossed[1]);
    }
    unitSize = at;
  }

  List<Task> tasks() {
    return tasks;
  }

  private int size(int task) {
    return tasks.get(task).labels().size();
  }

  int size() {
    return unitSize * Unit.values().length;
  }

  int total(Unit unit) {
    return unit == Unit.PARAGRAPHS ? 0 : unitSize;
  }

  int answered(Unit unit, int task) {
    return total(unit) + starts[task];
  }

  int abstained(Unit unit, int task) {
    return answered(unit, task) + 1;
  }

  int label(Unit unit, int task, int label) {
    return answered(unit, task) + 2 + label;
  }

  boolean isCrossed() {
    return crossed.length > 0;
  }

  /** Positions of the two tasks that are crossed. */
  int[] crossed() {
    return crossed.clone();
  }

  int crossedAnswered(Unit unit) {
    return total(unit) + crossingStart;
  }

  int cell(Unit unit, int row, int column) {
    return crossedAnswered(unit) + 1 + row * size(crossed[1]) + column;
  }
}
