package it.voci.corpus;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A combination the scheme demands: where every task of {@code when} has the given label, every
 * task of {@code then} must have exactly the given labels.
 *
 * @param when task id → label id; not empty
 * @param then task id → label ids, an empty list for "none"
 */
public record LabelRule(Map<String, String> when, Map<String, List<String>> then) {
  public LabelRule {
    when = Map.copyOf(when);
    then = Map.copyOf(then);
  }

  /**
   * True if the labels break this rule. A task that is not labelled breaks nothing.
   *
   * @param labels task id → label ids
   */
  boolean isBrokenBy(Map<String, List<String>> labels) {
    for (Map.Entry<String, String> condition : when.entrySet()) {
      List<String> actual = labels.get(condition.getKey());
      if (actual == null || !actual.contains(condition.getValue())) {
        return false;
      }
    }
    for (Map.Entry<String, List<String>> demand : then.entrySet()) {
      List<String> actual = labels.get(demand.getKey());
      if (actual != null
          && !(actual.size() == demand.getValue().size()
              && actual.containsAll(demand.getValue()))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return "when " + new LinkedHashMap<>(when) + " then " + new LinkedHashMap<>(then);
  }
}
