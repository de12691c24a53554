package it.voci.evaluation;

import it.voci.classifier.TaskPrediction;
import it.voci.corpus.Task;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One paragraph that is scored for one task. Bits are positions in the task's labels.
 *
 * @param gold of a {@code SINGLE} task exactly one
 */
record Scored(TaskPrediction prediction, BitSet gold, BitSet predicted) {
  /** Those of the outcomes that have gold labels for the task, in order. */
  static List<Scored> of(Task task, Collection<Outcome> outcomes) {
    List<String> ids = task.labelIds();
    Map<String, Integer> positions = new HashMap<>();
    ids.forEach(id -> positions.put(id, positions.size()));
    List<Scored> scored = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      List<String> labels = outcome.gold().get(task.id());
      if (labels == null) {
        continue;
      }
      TaskPrediction prediction = outcome.prediction().task(task);
      if (!prediction.task().equals(task)
          && !(prediction.task().kind() == task.kind()
              && prediction.task().labelIds().equals(ids))) {
        throw new IllegalArgumentException(
            "task " + task.id() + " was predicted with other labels than it is scored on");
      }
      BitSet gold = bits(positions, labels, task);
      if (task.isSingle() && gold.cardinality() != 1) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "task %s takes one label but paragraph %d of article %s has %s",
                task.id(),
                outcome.index(),
                outcome.articleId(),
                labels));
      }
      scored.add(new Scored(prediction, gold, bits(positions, prediction.labels(), task)));
    }
    return scored;
  }

  private static BitSet bits(Map<String, Integer> positions, List<String> labels, Task task) {
    BitSet bits = new BitSet();
    for (String label : labels) {
      Integer position = positions.get(label);
      if (position == null) {
        throw new IllegalArgumentException("task " + task.id() + " has no label " + label);
      }
      bits.set(position);
    }
    return bits;
  }

  boolean isRight() {
    return gold.equals(predicted);
  }

  double score(int label) {
    return prediction.scores().get(label);
  }

  /** 1 where both sets are empty. */
  double jaccard() {
    BitSet both = (BitSet) gold.clone();
    both.and(predicted);
    int union = gold.cardinality() + predicted.cardinality() - both.cardinality();
    return union == 0 ? 1 : both.cardinality() / (double) union;
  }
}
