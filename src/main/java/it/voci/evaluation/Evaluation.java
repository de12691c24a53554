package it.voci.evaluation;

import it.voci.corpus.LabelScheme;
import it.voci.corpus.Task;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How well the tasks of a scheme were answered.
 *
 * @param tasks task id → its evaluation, every task, in the scheme's order
 */
public record Evaluation(Map<String, TaskEvaluation> tasks) {
  public Evaluation {
    tasks = Collections.unmodifiableMap(new LinkedHashMap<>(tasks));
  }

  /**
   * Evaluates outcomes in any order.
   *
   * @throws IllegalArgumentException where a prediction or gold label does not fit the scheme
   */
  public static Evaluation of(LabelScheme scheme, List<Outcome> outcomes) {
    Map<String, TaskEvaluation> tasks = new LinkedHashMap<>();
    for (Task task : scheme.tasks()) {
      tasks.put(task.id(), TaskEvaluation.of(task, outcomes));
    }
    return new Evaluation(tasks);
  }

  /**
   * The evaluation of one task.
   *
   * @throws IllegalArgumentException where the scheme has no such task
   */
  public TaskEvaluation task(String id) {
    TaskEvaluation evaluation = tasks.get(id);
    if (evaluation == null) {
      throw new IllegalArgumentException("no task " + id + " among " + tasks.keySet());
    }
    return evaluation;
  }
}
