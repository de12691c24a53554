package it.voci.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Labels too rare to be learned, or learned but never measured. */
final class ClassBalance implements DatasetCheck.Check {
  private static final int FEWEST = 20;

  @Override
  public List<Finding> find(CheckedDataset dataset) {
    List<Finding> findings = new ArrayList<>();
    if (!dataset.folder().splits().containsKey(DatasetFolder.TRAIN)) {
      return findings;
    }
    for (Task task : dataset.scheme().tasks()) {
      for (String label : task.labelIds()) {
        long train = count(dataset, DatasetFolder.TRAIN, task, label);
        if (train < FEWEST) {
          findings.add(
              Finding.warning(
                  "balance",
                  String.format(
                      Locale.ROOT,
                      "only %d training paragraphs have %s: %s",
                      train,
                      task.id(),
                      label)));
        }
        for (String split : dataset.folder().splits().keySet()) {
          if (train > 0 && count(dataset, split, task, label) == 0) {
            findings.add(
                Finding.warning(
                    "balance",
                    String.format(
                        Locale.ROOT, "no paragraph of %s has %s: %s", split, task.id(), label)));
          }
        }
      }
    }
    return findings;
  }

  private static long count(CheckedDataset dataset, String split, Task task, String label) {
    return dataset.folder().splits().get(split).stream()
        .flatMap(article -> article.article().paragraphs().stream())
        .filter(paragraph -> paragraph.labels(task).orElse(List.of()).contains(label))
        .count();
  }
}
