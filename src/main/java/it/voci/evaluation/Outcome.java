package it.voci.evaluation;

import it.voci.classifier.ParagraphClassifier;
import it.voci.classifier.Prediction;
import it.voci.corpus.Article;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What is true of one paragraph and what was predicted.
 *
 * @param articleId the article it stands in; resampling keeps an article's paragraphs together
 * @param index its 0-based position in the article
 * @param gold task id → label ids; a task without an entry is not scored, an empty list means "none
 *     of them"
 * @param prediction must answer every task that has gold labels
 */
public record Outcome(
    String articleId, int index, Map<String, List<String>> gold, Prediction prediction) {
  public Outcome {
    gold = Map.copyOf(gold);
  }

  /** What a classifier says of articles, paragraph by paragraph. */
  public static List<Outcome> of(List<Article> articles, ParagraphClassifier classifier) {
    return articles.stream()
        .flatMap(article -> of(article, classifier.classify(article)).stream())
        .toList();
  }

  /**
   * The outcomes of one article's paragraphs.
   *
   * @param predictions one per paragraph, in order
   */
  public static List<Outcome> of(Article article, List<Prediction> predictions) {
    if (predictions.size() != article.paragraphs().size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "article %s has %d paragraphs but %d predictions",
              article.id(),
              article.paragraphs().size(),
              predictions.size()));
    }
    return IntStream.range(0, predictions.size())
        .mapToObj(
            i ->
                new Outcome(
                    article.id(), i, article.paragraphs().get(i).labels(), predictions.get(i)))
        .toList();
  }
}
