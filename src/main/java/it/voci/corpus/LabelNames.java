package it.voci.corpus;

import it.voci.UserException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Labels as tables and annotation tools hold them, a text each: {@value #NONE} for "none of them",
 * nothing for "not labelled". Where one list holds the labels of all tasks, as {@code task:label}.
 */
final class LabelNames {
  static final String NONE = "-";

  private LabelNames() {}

  /** The labels of one task, {@value #NONE} if there are none. */
  static List<String> of(List<String> labels) {
    return labels.isEmpty() ? List.of(NONE) : labels;
  }

  /** The labels of all tasks as {@code task:label}, in the scheme's order of tasks. */
  static List<String> qualified(Paragraph paragraph, LabelScheme scheme) {
    List<String> names = new ArrayList<>();
    for (Task task : scheme.tasks()) {
      paragraph
          .labels(task)
          .ifPresent(labels -> of(labels).forEach(label -> names.add(task.id() + ":" + label)));
    }
    return names;
  }

  /**
   * Reads lists of {@code task:label}.
   *
   * @throws UserException where one is not of the scheme, or together they are not allowed
   */
  static Map<String, List<String>> parseQualified(
      List<String> names, LabelScheme scheme, String where) {
    Map<String, List<String>> byTask = new LinkedHashMap<>();
    for (String name : names) {
      int colon = name.indexOf(':');
      if (colon < 0) {
        throw new UserException(
            where + ": expected a label task:label but was " + JsonText.excerpt(name));
      }
      byTask
          .computeIfAbsent(name.substring(0, colon), key -> new ArrayList<>())
          .add(name.substring(colon + 1));
    }
    return parse(byTask, scheme, where);
  }

  /**
   * Reads labels by task.
   *
   * @param names task id → labels; an empty list is "not labelled"
   * @return as a paragraph holds them, in the scheme's order of tasks
   * @throws UserException where one is not of the scheme, or together they are not allowed
   */
  static Map<String, List<String>> parse(
      Map<String, List<String>> names, LabelScheme scheme, String where) {
    for (String task : names.keySet()) {
      if (scheme.task(task).isEmpty()) {
        throw new UserException(
            where
                + ": no task "
                + JsonText.excerpt(task)
                + " in the scheme, which has "
                + String.join(", ", scheme.tasks().stream().map(Task::id).toList()));
      }
    }
    Map<String, List<String>> labels = new LinkedHashMap<>();
    for (Task task : scheme.tasks()) {
      List<String> given = names.getOrDefault(task.id(), List.of());
      if (given.equals(List.of(NONE)) && !task.isSingle()) {
        labels.put(task.id(), List.of());
      } else if (!given.isEmpty()) {
        labels.put(task.id(), TaskLabels.require(task, given, where));
      }
    }
    List<LabelRule> broken = scheme.brokenRules(labels);
    if (!broken.isEmpty()) {
      throw new UserException(where + ": labels break the rule '" + broken.get(0) + "'");
    }
    return labels;
  }
}
