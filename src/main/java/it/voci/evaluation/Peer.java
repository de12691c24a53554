package it.voci.evaluation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Another classifier, trained on the same articles and scored on the same file.
 *
 * @param settings task id → what was chosen for it on the dev articles; empty where nothing was
 * @param macroF1 task id → its interval
 */
public record Peer(
    String name,
    Map<String, String> settings,
    Evaluation evaluation,
    Map<String, Interval> macroF1) {
  public Peer {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    macroF1 = Collections.unmodifiableMap(new LinkedHashMap<>(macroF1));
  }
}
