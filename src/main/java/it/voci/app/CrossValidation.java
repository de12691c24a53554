package it.voci.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import it.voci.actors.ActorMatcher;
import it.voci.actors.Gazetteer;
import it.voci.classifier.ClassifierSettings;
import it.voci.classifier.ParagraphClassifier;
import it.voci.corpus.Article;
import it.voci.corpus.ArticleFolds;
import it.voci.corpus.DatasetFile;
import it.voci.corpus.LabelScheme;
import it.voci.corpus.SchemeFile;
import it.voci.corpus.StratifiedSplit;
import it.voci.corpus.Task;
import it.voci.embedding.WordVectors;
import it.voci.evaluation.Evaluation;
import it.voci.evaluation.FoldScores;
import it.voci.evaluation.Outcome;
import it.voci.report.PredictionsJson;
import it.voci.store.AtomicWrite;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * K-fold cross-validation by article: each fold is predicted by a classifier that was trained,
 * stopped and calibrated on the other folds alone.
 */
public final class CrossValidation {
  /** Share of the other folds' articles that chooses the epoch and calibrates. */
  private static final double HELD_OUT = 0.12;

  /**
   * What came out.
   *
   * @param macroF1 per task, in the scheme's order, the macro-F1 on each fold
   * @param outcomes out-of-fold predictions of all paragraphs
   */
  public record Result(List<FoldScores> macroF1, List<Outcome> outcomes) {
    public Result {
      macroF1 = List.copyOf(macroF1);
      outcomes = List.copyOf(outcomes);
    }
  }

  private CrossValidation() {}

  /**
   * Cross-validates on the training articles of a dataset folder.
   *
   * @param actors to look for beside the shipped ones
   * @param predictions where to write the out-of-fold predictions
   */
  public static Result run(
      Path data,
      Optional<Path> embeddings,
      ClassifierSettings settings,
      Gazetteer actors,
      int k,
      Optional<Path> predictions,
      ProgressListener progress) {
    LabelScheme scheme = SchemeFile.read(data.resolve("scheme.yaml"));
    Path file = data.resolve("train.jsonl");
    List<Article> articles = DatasetFile.read(file, scheme);
    Result result =
        run(
            articles,
            scheme,
            ModelTraining.vectors(embeddings),
            settings,
            ActorMatcher.shipped().plus(actors),
            k,
            progress);
    predictions.ifPresent(
        target ->
            AtomicWrite.file(
                target, out -> out.write(lines(file, articles, scheme, result).getBytes(UTF_8))));
    return result;
  }

  private static String lines(
      Path file, List<Article> articles, LabelScheme scheme, Result result) {
    Map<String, List<Outcome>> byArticle =
        result.outcomes().stream().collect(Collectors.groupingBy(Outcome::articleId));
    PredictionsJson json = new PredictionsJson(scheme, "crossval");
    return articles.stream()
        .map(article -> json.lines(file.toString(), article, byArticle.get(article.id())))
        .collect(Collectors.joining());
  }

  /** Cross-validates on articles. */
  static Result run(
      List<Article> articles,
      LabelScheme scheme,
      WordVectors vectors,
      ClassifierSettings settings,
      ActorMatcher actors,
      int k,
      ProgressListener progress) {
    long seed = settings.training().seed();
    List<List<Article>> folds = ArticleFolds.of(articles, scheme, k, seed);
    List<Evaluation> evaluations = new ArrayList<>();
    List<Outcome> all = new ArrayList<>();
    for (List<Article> fold : folds) {
      Set<Article> held = new HashSet<>(fold);
      List<Article> others = articles.stream().filter(article -> !held.contains(article)).toList();
      Map<String, Double> shares = new LinkedHashMap<>();
      shares.put("train", 1 - HELD_OUT);
      shares.put("dev", HELD_OUT);
      Map<String, List<Article>> parts = StratifiedSplit.of(others, scheme, shares, seed);
      ParagraphClassifier classifier =
          ModelTraining.train(
              parts.get("train"),
              parts.get("dev"),
              scheme,
              vectors,
              settings,
              actors,
              new Quiet(progress, "fold " + (evaluations.size() + 1) + " of " + k));
      List<Outcome> outcomes = Outcome.of(fold, classifier);
      Evaluation evaluation = Evaluation.of(scheme, outcomes);
      evaluations.add(evaluation);
      all.addAll(outcomes);
      progress.note("fold " + evaluations.size() + " of " + k + ": macro-F1 " + scores(evaluation));
    }
    List<FoldScores> macroF1 = new ArrayList<>();
    for (Task task : scheme.tasks()) {
      macroF1.add(
          new FoldScores(
              task.id(), evaluations.stream().map(e -> e.task(task.id()).macroF1()).toList()));
    }
    return new Result(macroF1, all);
  }

  private static String scores(Evaluation evaluation) {
    List<String> scores = new ArrayList<>();
    evaluation
        .tasks()
        .forEach(
            (id, task) -> scores.add(String.format(Locale.ROOT, "%s %.3f", id, task.macroF1())));
    return String.join(", ", scores);
  }

  /** Passes on the bars but not every epoch's line. */
  private record Quiet(ProgressListener listener, String fold) implements ProgressListener {
    @Override
    public void started(String what) {
      listener.started(fold + ", " + what);
    }

    @Override
    public void progressed(double share) {
      listener.progressed(share);
    }

    @Override
    public void finished() {
      listener.finished();
    }

    @Override
    public void note(String line) {}
  }
}
