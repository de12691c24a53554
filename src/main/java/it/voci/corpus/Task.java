package it.voci.corpus;

import it.voci.UserException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One question asked of every paragraph.
 *
 * @param id a top-level key of datasets and of the output
 * @param kind how many labels a paragraph takes
 * @param labels the possible answers, in the order in which they are printed; at least two for
 *     {@link Kind#SINGLE}
 */
public record Task(String id, Kind kind, List<Label> labels) {
  /** How many labels a paragraph takes. */
  public enum Kind {
    /** Exactly one. */
    SINGLE,
    /** None, one or several. */
    MULTI
  }

  private static final Set<String> RESERVED =
      Set.of(
          ("article input index start end text title outlet date model thresholds speakers evidence"
                  + " warnings gold")
              .split(" "));

  public Task {
    if (!Label.ID.matcher(id).matches()) {
      throw new UserException("task id '" + id + "' must be lower-case snake_case");
    }
    if (RESERVED.contains(id)) {
      throw new UserException("task id '" + id + "' is reserved for the output; choose another");
    }
    labels = List.copyOf(labels);
    if (labels.size() < (kind == Kind.SINGLE ? 2 : 1)) {
      throw new UserException(
          "task '"
              + id
              + "' has too few labels ("
              + labels.size()
              + "); single needs at least two, multi one");
    }
    Set<String> ids = labels.stream().map(Label::id).collect(Collectors.toSet());
    if (ids.size() < labels.size()) {
      throw new UserException("task '" + id + "' names a label twice");
    }
  }

  /** Whether records use the key for something else than a task. */
  static boolean isReserved(String key) {
    return RESERVED.contains(key);
  }

  public List<String> labelIds() {
    return labels.stream().map(Label::id).toList();
  }

  /** Whether the other task has the same id, kind and label ids, whatever their names. */
  public boolean hasLabelsOf(Task other) {
    return id.equals(other.id) && kind == other.kind && labelIds().equals(other.labelIds());
  }

  /** The label's position in {@link #labels()}, or -1. */
  public int indexOf(String labelId) {
    return labelIds().indexOf(labelId);
  }

  public boolean isSingle() {
    return kind == Kind.SINGLE;
  }
}
