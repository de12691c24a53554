package it.voci.corpus;

import it.voci.text.Sentences;
import it.voci.text.TextSpan;
import java.util.List;

/** First four words of a sentence that stand in six or more articles. */
final class RepeatedOpenings implements DatasetCheck.Check {
  private static final int WORDS = 4;
  private static final int ARTICLES = 6;

  @Override
  public List<Finding> find(CheckedDataset dataset) {
    PhraseCounts counts = new PhraseCounts();
    for (CheckedParagraph paragraph : dataset.paragraphs()) {
      int word = 0;
      for (TextSpan sentence : Sentences.split(paragraph.paragraph().text())) {
        int from = word;
        while (word < paragraph.words().size()
            && paragraph.words().get(word).start() < sentence.end()) {
          word++;
        }
        if (word - from >= WORDS) {
          counts.add(paragraph, from, from + WORDS);
        }
      }
    }
    return counts.findings("repeated_opening", "opening of a sentence", ARTICLES);
  }
}
