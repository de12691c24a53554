package it.voci.corpus;

import java.util.ArrayList;
import java.util.List;

/** How many paragraphs of a file have no label for a task. */
final class UnlabelledParagraphs implements DatasetCheck.Check {
  @Override
  public List<Finding> find(CheckedDataset dataset) {
    List<Finding> findings = new ArrayList<>();
    for (String split : dataset.folder().splits().keySet()) {
      List<CheckedParagraph> paragraphs = dataset.paragraphs(split);
      for (Task task : dataset.scheme().tasks()) {
        List<CheckedParagraph> missing =
            paragraphs.stream()
                .filter(paragraph -> paragraph.paragraph().labels(task).isEmpty())
                .toList();
        if (!missing.isEmpty()) {
          findings.add(
              Finding.warning(
                  "unlabelled",
                  missing.get(0).where()
                      + ": the first of "
                      + missing.size()
                      + " of "
                      + paragraphs.size()
                      + " paragraphs not labelled for '"
                      + task.id()
                      + "'"));
        }
      }
    }
    return findings;
  }
}
