package it.voci.corpus;

import it.voci.UserException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The questions asked of every paragraph and their possible answers.
 *
 * @param name what the scheme is called
 * @param version counts changes of meaning
 * @param tasks at least one, with distinct ids
 * @param rules combinations that must hold
 */
public record LabelScheme(String name, int version, List<Task> tasks, List<LabelRule> rules) {
  public LabelScheme {
    tasks = List.copyOf(tasks);
    rules = List.copyOf(rules);
    if (tasks.isEmpty()) {
      throw new UserException("scheme '" + name + "' has no task; it needs at least one");
    }
    if (tasks.stream().map(Task::id).distinct().count() < tasks.size()) {
      throw new UserException("scheme '" + name + "' names a task twice");
    }
    for (LabelRule rule : rules) {
      for (Map.Entry<String, String> condition : rule.when().entrySet()) {
        requireLabel(tasks, condition.getKey(), condition.getValue());
      }
      for (Map.Entry<String, List<String>> demand : rule.then().entrySet()) {
        if (tasks.stream().noneMatch(task -> task.id().equals(demand.getKey()))) {
          throw new UserException(
              "a rule names the task '" + demand.getKey() + "', which the scheme does not have");
        }
        for (String label : demand.getValue()) {
          requireLabel(tasks, demand.getKey(), label);
        }
      }
    }
  }

  private static void requireLabel(List<Task> tasks, String taskId, String labelId) {
    boolean known = tasks.stream().anyMatch(t -> t.id().equals(taskId) && t.indexOf(labelId) >= 0);
    if (!known) {
      throw new UserException(
          "a rule names " + taskId + ": " + labelId + ", which the scheme's tasks do not have");
    }
  }

  public Optional<Task> task(String id) {
    return tasks.stream().filter(task -> task.id().equals(id)).findFirst();
  }

  /**
   * The rules that a paragraph's labels break.
   *
   * @param labels task id → label ids; tasks without an entry are not labelled
   */
  public List<LabelRule> brokenRules(Map<String, List<String>> labels) {
    return rules.stream().filter(rule -> rule.isBrokenBy(labels)).toList();
  }
}
