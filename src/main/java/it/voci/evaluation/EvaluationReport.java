package it.voci.evaluation;

import it.voci.evaluation.LabelTrust.Level;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that was measured of a model on a file.
 *
 * @param intervals task id → intervals of its figures
 * @param uncalibrated task id → its scores at temperature 1
 * @param peers other classifiers on the same file
 * @param behaviour present where there is a behavioural suite
 * @param speed empty where it was not measured
 */
public record EvaluationReport(
    Evaluation evaluation,
    Map<String, TaskIntervals> intervals,
    Map<String, Uncalibrated> uncalibrated,
    List<Slice> slices,
    List<Peer> peers,
    Optional<BehaviourScore> behaviour,
    Optional<Speed> speed) {
  public EvaluationReport {
    intervals = Collections.unmodifiableMap(new LinkedHashMap<>(intervals));
    uncalibrated = Collections.unmodifiableMap(new LinkedHashMap<>(uncalibrated));
    slices = List.copyOf(slices);
    peers = List.copyOf(peers);
  }

  /** How far each label of a task can be trusted, in the task's order. */
  public List<LabelTrust> trust(String task) {
    return LabelTrust.of(evaluation.task(task).counts(), intervals.get(task));
  }

  /** How far the labels of all tasks that can be trusted this much can be trusted. */
  public List<LabelTrust> trusted(LabelTrust.Level level) {
    return evaluation.tasks().keySet().stream()
        .flatMap(task -> trust(task).stream())
        .filter(trust -> trust.level() == level)
        .toList();
  }

  /**
   * The label to begin with: of those of the first task that can be relied on, else of all of it,
   * the one given most often. Empty where none was given.
   */
  public Optional<LabelTrust> headline() {
    return evaluation.tasks().keySet().stream()
        .findFirst()
        .flatMap(
            task ->
                trust(task).stream()
                    .filter(trust -> trust.given() > 0)
                    .max(
                        Comparator.comparing((LabelTrust trust) -> trust.level() == Level.RELY)
                            .thenComparing(LabelTrust::given)));
  }
}
