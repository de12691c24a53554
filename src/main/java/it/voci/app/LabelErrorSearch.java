package it.voci.app;

import it.voci.UserException;
import it.voci.classifier.LinearClassifier;
import it.voci.classifier.ParagraphClassifier;
import it.voci.classifier.Prediction;
import it.voci.corpus.Article;
import it.voci.corpus.ArticleFolds;
import it.voci.corpus.DatasetFolder;
import it.voci.corpus.Finding;
import it.voci.corpus.LabelScheme;
import it.voci.corpus.Paragraph;
import it.voci.corpus.PlacedArticle;
import it.voci.corpus.ScoreFile;
import it.voci.corpus.Task;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Looks for labels that are probably wrong by confident learning (Northcutt, Jiang and Chuang
 * 2021), on the single-label tasks and all splits of a dataset.
 *
 * <p>A linear classifier predicts every article by cross-validation. A label's threshold is the
 * mean probability it gets where it was given; a paragraph is suspicious where another label
 * reaches its own threshold and is the most probable of those that do. The wider the gap between
 * the two probabilities, the more suspicious.
 */
public final class LabelErrorSearch {
  private static final int FOLDS = 5;
  private static final int MOST = 50;
  private static final double COST = 4;

  /** A label given to a paragraph, and the probabilities out of fold of all labels. */
  private record Given(String where, int label, List<Double> probabilities) {}

  private record Suspect(double gap, Finding finding) {}

  private LabelErrorSearch() {}

  /**
   * Searches.
   *
   * @return at most 50 warnings, most suspicious first
   * @throws UserException where there are fewer than two articles
   */
  public static List<Finding> run(DatasetFolder folder, long seed, ProgressListener progress) {
    List<Task> tasks = folder.scheme().tasks().stream().filter(Task::isSingle).toList();
    if (tasks.isEmpty()) {
      return List.of();
    }
    LabelScheme scheme =
        new LabelScheme(folder.scheme().name(), folder.scheme().version(), tasks, List.of());
    Map<String, PlacedArticle> places = new HashMap<>();
    List<Article> articles = new ArrayList<>();
    for (PlacedArticle placed : folder.articles()) {
      // An id may stand in several splits; a place does not.
      places.put(placed.where(), placed);
      articles.add(placed.article().withId(placed.where()));
    }
    if (articles.size() < 2) {
      throw new UserException("the search for label errors needs at least 2 articles");
    }
    return findings(predict(scheme, articles, places, seed, progress));
  }

  /**
   * Searches among the paragraphs that predictions out of fold are there for, such as {@code voci
   * crossval --predictions} writes, instead of training a classifier.
   *
   * @param predictions label records with scores, matched by article and index
   * @throws UserException where they are for no paragraph of the folder
   */
  public static List<Finding> run(DatasetFolder folder, Path predictions) {
    List<Task> tasks = folder.scheme().tasks().stream().filter(Task::isSingle).toList();
    Map<ScoreFile.Place, Map<String, List<Double>>> scores = ScoreFile.read(predictions, tasks);
    Map<Task, List<Given>> given = new LinkedHashMap<>();
    tasks.forEach(task -> given.put(task, new ArrayList<>()));
    boolean matched = false;
    for (PlacedArticle placed : folder.articles()) {
      for (int i = 0; i < placed.article().paragraphs().size(); i++) {
        Map<String, List<Double>> byTask =
            scores.get(new ScoreFile.Place(placed.article().id(), i));
        if (byTask != null) {
          matched = true;
          add(placed, i, task -> Optional.ofNullable(byTask.get(task.id())), given);
        }
      }
    }
    if (!matched) {
      throw new UserException(
          predictions + ": no prediction is for a paragraph here; they go by article and index");
    }
    return findings(given);
  }

  private static List<Finding> findings(Map<Task, List<Given>> given) {
    List<Suspect> suspects = new ArrayList<>();
    given.forEach((task, labels) -> suspects.addAll(suspects(task, labels)));
    return suspects.stream()
        .sorted(Comparator.comparingDouble(suspect -> -suspect.gap()))
        .limit(MOST)
        .map(Suspect::finding)
        .toList();
  }

  private static Map<Task, List<Given>> predict(
      LabelScheme scheme,
      List<Article> articles,
      Map<String, PlacedArticle> places,
      long seed,
      ProgressListener progress) {
    Map<Task, List<Given>> given = new LinkedHashMap<>();
    scheme.tasks().forEach(task -> given.put(task, new ArrayList<>()));
    List<List<Article>> folds =
        ArticleFolds.of(articles, scheme, Math.min(FOLDS, articles.size()), seed);
    progress.started("label errors");
    try {
      for (int k = 0; k < folds.size(); k++) {
        List<Article> fold = folds.get(k);
        List<Article> others = folds.stream().filter(f -> f != fold).flatMap(List::stream).toList();
        ParagraphClassifier classifier = LinearClassifier.train(others, scheme, COST, seed);
        for (Article article : fold) {
          List<Prediction> predictions = classifier.classify(article);
          for (int i = 0; i < predictions.size(); i++) {
            Prediction prediction = predictions.get(i);
            add(
                places.get(article.id()),
                i,
                task -> Optional.of(prediction.task(task).scores()),
                given);
          }
        }
        progress.progressed((k + 1) / (double) folds.size());
      }
    } finally {
      progress.finished();
    }
    return given;
  }

  private static void add(
      PlacedArticle article,
      int index,
      Function<Task, Optional<List<Double>>> scores,
      Map<Task, List<Given>> given) {
    Paragraph paragraph = article.article().paragraphs().get(index);
    given.forEach(
        (task, all) ->
            paragraph
                .labels(task)
                .ifPresent(
                    labels ->
                        scores
                            .apply(task)
                            .ifPresent(
                                probabilities ->
                                    all.add(
                                        new Given(
                                            article.where(index),
                                            task.indexOf(labels.get(0)),
                                            probabilities)))));
  }

  private static List<Suspect> suspects(Task task, List<Given> given) {
    double[] thresholds =
        IntStream.range(0, task.labels().size())
            .mapToDouble(
                label ->
                    given.stream()
                        .filter(one -> one.label() == label)
                        .mapToDouble(one -> one.probabilities().get(label))
                        .average()
                        .orElse(Double.POSITIVE_INFINITY)) // never given, never missed
            .toArray();
    List<Suspect> suspects = new ArrayList<>();
    for (Given one : given) {
      IntStream.range(0, thresholds.length)
          .filter(label -> one.probabilities().get(label) >= thresholds[label])
          .boxed()
          .max(Comparator.comparing(one.probabilities()::get))
          .filter(label -> label != one.label())
          .ifPresent(label -> suspects.add(suspect(task, one, label)));
    }
    return suspects;
  }

  private static Suspect suspect(Task task, Given given, int instead) {
    double own = given.probabilities().get(given.label());
    double other = given.probabilities().get(instead);
    return new Suspect(
        other - own,
        Finding.warning(
            "label_error",
            String.format(
                Locale.ROOT,
                "%s: labelled %s: %s (%.2f) but looks like %s (%.2f)",
                given.where(),
                task.id(),
                task.labelIds().get(given.label()),
                own,
                task.labelIds().get(instead),
                other)));
  }
}
