package it.voci.classifier;

import it.voci.corpus.Task;
import it.voci.quotes.Attribution;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a classifier says of one paragraph.
 *
 * @param tasks one prediction per task, in the scheme's order
 * @param speech who says what in the paragraph, as far as the classifier looked
 */
public record Prediction(List<TaskPrediction> tasks, List<Attribution> speech) {
  public Prediction {
    tasks = List.copyOf(tasks);
    speech = List.copyOf(speech);
  }

  /** A prediction by a classifier that does not look at speech. */
  public Prediction(List<TaskPrediction> tasks) {
    this(tasks, List.of());
  }

  /**
   * The prediction for one task.
   *
   * @throws IllegalArgumentException where the task was not asked
   */
  public TaskPrediction task(Task task) {
    return task(task.id());
  }

  /** As {@link #task(Task)}, by the task's id. */
  public TaskPrediction task(String id) {
    return tasks.stream()
        .filter(prediction -> prediction.task().id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no prediction for task " + id));
  }

  /** Task id → labels. */
  public Map<String, List<String>> labels() {
    Map<String, List<String>> labels = new LinkedHashMap<>();
    tasks.forEach(prediction -> labels.put(prediction.task().id(), prediction.labels()));
    return labels;
  }
}
