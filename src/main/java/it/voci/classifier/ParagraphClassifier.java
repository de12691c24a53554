package it.voci.classifier;

import it.voci.corpus.Article;
import it.voci.corpus.LabelScheme;
import java.util.List;

/** Labels the paragraphs of an article, each in its context. Safe for use by several threads. */
public interface ParagraphClassifier {
  LabelScheme scheme();

  /**
   * Exactly one prediction per paragraph, in order. Only the texts and the date of the article are
   * looked at; labels and other metadata are not.
   */
  List<Prediction> classify(Article article);
}
