package it.voci.classifier;

import it.voci.corpus.Task;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a classifier says of one paragraph.
 *
 * @param tasks one prediction per task, in the scheme's order
 */
public record Prediction(List<TaskPrediction> tasks) {
  public Prediction {
    tasks = List.copyOf(tasks);
  }

  /**
   * The prediction for one task.
   *
   * @throws IllegalArgumentException where the task was not asked
   */
  public TaskPrediction task(Task task) {
    return tasks.stream()
        .filter(prediction -> prediction.task().id().equals(task.id()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no prediction for task " + task.id()));
  }

  /** Task id → labels. */
  public Map<String, List<String>> labels() {
    Map<String, List<String>> labels = new LinkedHashMap<>();
    tasks.forEach(prediction -> labels.put(prediction.task().id(), prediction.labels()));
    return labels;
  }
}
