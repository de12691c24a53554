package it.voci.classifier;

import it.voci.corpus.Article;
import java.util.Collections;
import java.util.List;

/** Says which words carry the labels of an article. Safe for use by several threads. */
@FunctionalInterface
public interface EvidenceFinder {
  /** Looks for none. */
  EvidenceFinder NONE =
      (article, predictions) -> Collections.nCopies(predictions.size(), List.of());

  /**
   * One list per paragraph, in order; of each label the evidence in the order of the text, without
   * overlaps.
   *
   * @param predictions those of the article's paragraphs, in order
   */
  List<List<Evidence>> find(Article article, List<Prediction> predictions);
}
