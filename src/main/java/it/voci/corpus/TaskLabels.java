package it.voci.corpus;

import it.voci.UserException;
import java.util.List;

/** What labels a task allows on one paragraph. */
final class TaskLabels {
  private TaskLabels() {}

  /**
   * The labels, if the task allows them.
   *
   * @param place names the paragraph in messages
   */
  static List<String> require(Task task, List<String> labels, String place) {
    for (String label : labels) {
      if (task.indexOf(label) < 0) {
        throw notAllowed(task, label, place);
      }
    }
    if (labels.stream().distinct().count() < labels.size()) {
      throw new UserException(place + ": '" + task.id() + "' names a label twice: " + labels);
    }
    if (task.isSingle() && labels.size() != 1) {
      throw new UserException(
          place + ": '" + task.id() + "' must be exactly one label but was " + labels);
    }
    return List.copyOf(labels);
  }

  static UserException notAllowed(Task task, String actual, String place) {
    return new UserException(
        place
            + ": '"
            + task.id()
            + "' must be one of "
            + String.join(", ", task.labelIds())
            + " but was "
            + JsonText.excerpt(actual));
  }
}
