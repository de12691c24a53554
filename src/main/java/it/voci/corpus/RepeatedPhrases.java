package it.voci.corpus;

import java.util.List;

/** Runs of five words that stand in five or more articles. */
final class RepeatedPhrases implements DatasetCheck.Check {
  private static final int WORDS = 5;
  private static final int ARTICLES = 5;

  @Override
  public List<Finding> find(CheckedDataset dataset) {
    PhraseCounts counts = new PhraseCounts();
    for (CheckedParagraph paragraph : dataset.paragraphs()) {
      for (int i = 0; i + WORDS <= paragraph.words().size(); i++) {
        counts.add(paragraph, i, i + WORDS);
      }
    }
    return counts.findings("repeated_phrase", "phrase", ARTICLES);
  }
}
