package it.voci.report;

import it.voci.classifier.Evidence;
import it.voci.corpus.Task;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Evidence in a line. */
final class EvidenceWords {
  private EvidenceWords() {}

  /**
   * The words that carry a label with their weights, strongest first; empty where there are none.
   */
  static String of(String text, List<Evidence> evidence, Task task, String label) {
    return evidence.stream()
        .filter(one -> one.task().equals(task.id()) && one.label().equals(label))
        .sorted(Comparator.comparingDouble(one -> -one.weight()))
        .map(one -> one.span().of(text) + weight(one))
        .collect(Collectors.joining(" · "));
  }

  /** After a blank, with one decimal. */
  static String weight(Evidence evidence) {
    return String.format(Locale.ROOT, " %.1f", evidence.weight());
  }
}
