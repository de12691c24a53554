package it.voci.evaluation;

import java.util.Collections;
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
 */
public record EvaluationReport(
    Evaluation evaluation,
    Map<String, TaskIntervals> intervals,
    Map<String, Uncalibrated> uncalibrated,
    List<Slice> slices,
    List<Peer> peers,
    Optional<BehaviourScore> behaviour) {
  public EvaluationReport {
    intervals = Collections.unmodifiableMap(new LinkedHashMap<>(intervals));
    uncalibrated = Collections.unmodifiableMap(new LinkedHashMap<>(uncalibrated));
    slices = List.copyOf(slices);
    peers = List.copyOf(peers);
  }
}
