package it.voci.corpus;

import java.util.List;

/** Paragraphs in which nothing can be seen. */
final class EmptyTexts implements DatasetCheck.Check {
  @Override
  public List<Finding> find(CheckedDataset dataset) {
    return dataset.paragraphs().stream()
        .filter(CheckedParagraph::blank)
        .map(paragraph -> Finding.error("empty_text", paragraph.where() + ": the text is empty"))
        .toList();
  }
}
