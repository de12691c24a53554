package it.voci.app;

import it.voci.UserException;
import it.voci.classifier.Calibration;
import it.voci.classifier.Prediction;
import it.voci.classifier.TaskPrediction;
import it.voci.corpus.Article;
import it.voci.corpus.DatasetFormat;
import it.voci.corpus.LabelScheme;
import it.voci.corpus.Paragraph;
import it.voci.corpus.Task;
import it.voci.evaluation.ArticleBootstrap;
import it.voci.evaluation.Comparison;
import it.voci.evaluation.Outcome;
import it.voci.store.ModelDirectory;
import it.voci.store.StoredModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Compares two models, or a model and predictions of any system, on labelled articles. */
public final class ModelComparison {
  /**
   * What came out.
   *
   * @param first the first model's identity
   * @param second the other's, or the file of its predictions
   * @param articles those compared on
   * @param tasks one comparison per task, in the scheme's order
   */
  public record Result(
      String first, String second, Path data, List<Article> articles, List<Comparison> tasks) {
    public Result {
      articles = List.copyOf(articles);
      tasks = List.copyOf(tasks);
    }
  }

  private ModelComparison() {}

  /**
   * Compares two models.
   *
   * @throws UserException where their tasks or labels differ
   */
  public static Result ofModels(Path first, Path second, Path data, long seed) {
    StoredModel one = ModelDirectory.read(first);
    StoredModel other = ModelDirectory.read(second);
    for (Task task : one.scheme().tasks()) {
      Task same = other.scheme().task(task.id()).orElse(task);
      if (other.scheme().task(task.id()).isEmpty()
          || same.kind() != task.kind()
          || !same.labelIds().equals(task.labelIds())) {
        throw new UserException(
            second
                + ": answers '"
                + task.id()
                + "' otherwise than "
                + first
                + "; compare models"
                + " of one label scheme");
      }
    }
    List<Article> articles = ModelEvaluation.articles(data, one.scheme());
    return compare(
        one, other.manifest().id(), data, articles, Outcome.of(articles, other.classifier()), seed);
  }

  /**
   * Compares a model with predictions in the form {@code voci label --format jsonl} prints, matched
   * by article and index.
   *
   * @throws UserException where a paragraph has no prediction, or one without a label
   */
  public static Result withPredictions(Path model, Path predictions, Path data, long seed) {
    StoredModel one = ModelDirectory.read(model);
    List<Article> articles = ModelEvaluation.articles(data, one.scheme());
    Map<String, Article> predicted = new HashMap<>();
    DatasetFormat.LABELS
        .read(predictions, one.scheme())
        .forEach(article -> predicted.put(article.id(), article));
    List<Outcome> outcomes = new ArrayList<>();
    for (Article article : articles) {
      Article labels = predicted.get(article.id());
      int found = labels == null ? 0 : labels.paragraphs().size();
      if (found != article.paragraphs().size()) {
        throw new UserException(
            String.format(
                Locale.ROOT,
                "%s: article '%s' has %d paragraphs in %s but %d here",
                predictions,
                article.id(),
                article.paragraphs().size(),
                data,
                found));
      }
      outcomes.addAll(
          Outcome.of(
              article,
              labels.paragraphs().stream()
                  .map(p -> prediction(p, one.scheme(), predictions + ": article '" + article.id()))
                  .toList()));
    }
    return compare(one, predictions.toString(), data, articles, outcomes, seed);
  }

  /** Labels as sure predictions: scores are not compared. */
  private static Prediction prediction(Paragraph paragraph, LabelScheme scheme, String where) {
    Calibration calibration = Calibration.none(scheme);
    List<TaskPrediction> tasks = new ArrayList<>();
    for (Task task : scheme.tasks()) {
      List<String> labels =
          paragraph
              .labels(task)
              .orElseThrow(
                  () ->
                      new UserException(
                          where
                              + "' has a paragraph without a '"
                              + task.id()
                              + "'; label it without --min-confidence"));
      double[] scores = new double[task.labels().size()];
      labels.forEach(label -> scores[task.indexOf(label)] = 1);
      tasks.add(
          TaskPrediction.of(
              task, scores, calibration.thresholds().getOrDefault(task.id(), List.of())));
    }
    return new Prediction(tasks);
  }

  private static Result compare(
      StoredModel first,
      String second,
      Path data,
      List<Article> articles,
      List<Outcome> secondOutcomes,
      long seed) {
    List<Outcome> outcomes = Outcome.of(articles, first.classifier());
    ArticleBootstrap bootstrap = new ArticleBootstrap(seed);
    return new Result(
        first.manifest().id(),
        second,
        data,
        articles,
        first.scheme().tasks().stream()
            .map(task -> Comparison.of(task, outcomes, secondOutcomes, bootstrap))
            .toList());
  }
}
