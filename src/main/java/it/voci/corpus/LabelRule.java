package it.voci.corpus;

import it.voci.UserException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A combination the scheme demands: where every task of {@code when} has the given label, every
 * task of {@code then} must have exactly the given labels.
 *
 * @param when task id → label id; not empty
 * @param then task id → label ids, an empty list for "none"
 */
public record LabelRule(Map<String, String> when, Map<String, List<String>> then) {
  public LabelRule {
    if (when.isEmpty()) {
      throw new UserException("a rule's 'when' is empty; it needs at least one task: label");
    }
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
    return "when " + new TreeMap<>(when) + " then " + new TreeMap<>(then);
  }
}
