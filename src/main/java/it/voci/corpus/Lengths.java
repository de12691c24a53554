package it.voci.corpus;

import java.util.ArrayList;
import java.util.List;

/** Paragraphs and articles longer, and articles shorter, than articles of the press are. */
final class Lengths implements DatasetCheck.Check {
  private static final int MOST_WORDS = 400;
  private static final int MOST_PARAGRAPHS = 40;

  @Override
  public List<Finding> find(CheckedDataset dataset) {
    List<Finding> findings = new ArrayList<>();
    for (CheckedParagraph paragraph : dataset.paragraphs()) {
      if (paragraph.forms().size() > MOST_WORDS) {
        findings.add(
            Finding.warning(
                "length",
                paragraph.where() + ": " + paragraph.forms().size() + " words; is it one?"));
      }
    }
    for (PlacedArticle article : dataset.folder().articles()) {
      int count = article.article().paragraphs().size();
      if (count == 1 || count > MOST_PARAGRAPHS) {
        findings.add(
            Finding.warning(
                "length",
                article.where()
                    + ": article '"
                    + article.article().id()
                    + "' has "
                    + count
                    + (count == 1 ? " paragraph" : " paragraphs")));
      }
    }
    return findings;
  }
}
