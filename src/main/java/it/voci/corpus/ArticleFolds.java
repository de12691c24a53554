package it.voci.corpus;

import it.voci.UserException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Folds for cross-validation. */
public final class ArticleFolds {
  private ArticleFolds() {}

  /**
   * Deals the articles out to k folds as {@link StratifiedSplit} does. The folds' numbers of
   * articles differ by at most one; an article's paragraphs stay together, so none is predicted by
   * a model that has seen its neighbours.
   *
   * @param k from 2 to the number of articles
   * @return k folds, each in the order of {@code articles}
   */
  public static List<List<Article>> of(
      List<Article> articles, LabelScheme scheme, int k, long seed) {
    if (k < 2 || k > articles.size()) {
      throw new UserException(
          String.format(
              Locale.ROOT,
              "the number of folds must be from 2 to the number of articles, %d, but was %d",
              articles.size(),
              k));
    }
    return StratifiedSplit.split(articles, scheme, Collections.nCopies(k, 1.0 / k), seed);
  }
}
