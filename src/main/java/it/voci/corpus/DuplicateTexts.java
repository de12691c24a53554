package it.voci.corpus;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Paragraphs with the same words; case, punctuation and the spelling of marks do not matter. */
final class DuplicateTexts implements DatasetCheck.Check {
  @Override
  public List<Finding> find(CheckedDataset dataset) {
    Map<String, List<CheckedParagraph>> groups = new LinkedHashMap<>();
    for (CheckedParagraph paragraph : dataset.paragraphs()) {
      if (!paragraph.forms().isEmpty()) {
        groups.computeIfAbsent(paragraph.key(), key -> new ArrayList<>()).add(paragraph);
      }
    }
    return groups.values().stream()
        .filter(group -> group.size() > 1)
        .map(DuplicateTexts::finding)
        .toList();
  }

  private static Finding finding(List<CheckedParagraph> group) {
    CheckedParagraph first = group.get(0);
    CheckedParagraph other =
        group.stream()
            .filter(paragraph -> !paragraph.split().equals(first.split()))
            .findFirst()
            .orElse(group.get(1));
    boolean across = !other.split().equals(first.split());
    int more = group.size() - 2;
    String message =
        other.where()
            + ": the same text as "
            + first.where()
            + (more == 0 ? "" : " (and " + more + " more)")
            + ": "
            + first.excerpt();
    return across && first.forms().size() >= CheckedDataset.SHORT
        ? Finding.error("duplicate", message)
        : Finding.warning("duplicate", message);
  }
}
