package it.voci.app;

import it.voci.classifier.ParagraphClassifier;
import it.voci.classifier.Prediction;
import it.voci.corpus.Article;
import it.voci.corpus.BehaviourCase;
import it.voci.evaluation.BehaviourScore;
import it.voci.evaluation.BehaviourScore.Answer;
import java.util.List;

/** Puts a classifier before cases whose outcome is known; see {@link BehaviourScore}. */
public final class BehaviourSuite {
  private BehaviourSuite() {}

  public static BehaviourScore run(ParagraphClassifier classifier, List<BehaviourCase> cases) {
    return BehaviourScore.of(
        cases.stream()
            .map(
                one ->
                    new Answer(
                        one,
                        last(classifier, one.article()),
                        one.variantArticle().map(article -> last(classifier, article))))
            .toList());
  }

  private static Prediction last(ParagraphClassifier classifier, Article article) {
    List<Prediction> predictions = classifier.classify(article);
    return predictions.get(predictions.size() - 1);
  }
}
