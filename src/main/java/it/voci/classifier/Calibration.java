package it.voci.classifier;

import it.voci.UserException;
import it.voci.corpus.LabelScheme;
import it.voci.corpus.Task;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What turns the network's outputs into trustworthy probabilities and labels (temperature scaling:
 * Guo et al. 2017, arXiv:1706.04599).
 *
 * @param temperatures task id → what its outputs are divided by, above 0
 * @param thresholds multi-label task id → threshold of every label in (0, 1), in the task's order
 */
public record Calibration(Map<String, Double> temperatures, Map<String, List<Double>> thresholds) {
  public Calibration {
    temperatures = Map.copyOf(temperatures);
    thresholds = Map.copyOf(thresholds);
    temperatures.forEach(
        (task, value) -> {
          if (!(value > 0 && value < 1000)) {
            throw new UserException("the temperature of " + task + " must be above 0: " + value);
          }
        });
    thresholds.forEach(
        (task, values) -> {
          if (values.stream().anyMatch(value -> !(value > 0 && value < 1))) {
            throw new UserException("thresholds of " + task + " must be within 0 and 1: " + values);
          }
        });
  }

  /** Temperature 1 and threshold 0.5 for all. */
  public static Calibration none(LabelScheme scheme) {
    Map<String, Double> temperatures = new LinkedHashMap<>();
    Map<String, List<Double>> thresholds = new LinkedHashMap<>();
    for (Task task : scheme.tasks()) {
      temperatures.put(task.id(), 1.0);
      if (!task.isSingle()) {
        thresholds.put(task.id(), task.labels().stream().map(label -> 0.5).toList());
      }
    }
    return new Calibration(temperatures, thresholds);
  }

  /**
   * Requires an entry for every task, of the right length.
   *
   * @throws UserException where one is missing
   */
  public void requireFits(LabelScheme scheme) {
    for (Task task : scheme.tasks()) {
      List<Double> values = thresholds.getOrDefault(task.id(), List.of());
      if (!temperatures.containsKey(task.id())
          || values.size() != (task.isSingle() ? 0 : task.labels().size())) {
        throw new UserException("the calibration does not fit task '" + task.id() + "'");
      }
    }
  }

  /**
   * The prediction for one task.
   *
   * @param logits the head's outputs, before softmax or sigmoid
   */
  public TaskPrediction predict(Task task, double[] logits) {
    double temperature = temperatures.get(task.id());
    double[] scores = new double[logits.length];
    if (task.isSingle()) {
      double max = Double.NEGATIVE_INFINITY;
      for (double logit : logits) {
        max = Math.max(max, logit);
      }
      double sum = 0;
      for (int i = 0; i < logits.length; i++) {
        scores[i] = Math.exp((logits[i] - max) / temperature);
        sum += scores[i];
      }
      for (int i = 0; i < logits.length; i++) {
        scores[i] /= sum;
      }
    } else {
      for (int i = 0; i < logits.length; i++) {
        scores[i] = 1 / (1 + Math.exp(-logits[i] / temperature));
      }
    }
    return TaskPrediction.of(task, scores, thresholds.getOrDefault(task.id(), List.of()));
  }
}
