package it.voci.app;

import it.voci.UserException;
import it.voci.classifier.Calibration;
import it.voci.classifier.LinearClassifier;
import it.voci.classifier.MajorityClassifier;
import it.voci.classifier.ParagraphClassifier;
import it.voci.corpus.Article;
import it.voci.corpus.DatasetFile;
import it.voci.corpus.LabelScheme;
import it.voci.corpus.Task;
import it.voci.evaluation.ArticleBootstrap;
import it.voci.evaluation.Evaluation;
import it.voci.evaluation.Interval;
import it.voci.evaluation.LabelCounts;
import it.voci.evaluation.Outcome;
import it.voci.evaluation.TaskEvaluation;
import it.voci.report.ModelCard;
import it.voci.store.Checksums;
import it.voci.store.ModelDirectory;
import it.voci.store.RecordedEvaluation;
import it.voci.store.StoredModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Scores a model on labelled articles, beside baselines trained on the same data. */
public final class ModelEvaluation {
  private static final double BASELINE_COST = 4;

  /**
   * What came out.
   *
   * @param model the model's identity
   * @param data the file scored
   * @param intervals task id → 95 % interval of its macro-F1, by bootstrap over articles
   * @param baselines name → evaluation on the same file; empty where there were no training
   *     articles beside it
   */
  public record Result(
      String model,
      Path data,
      int articles,
      int paragraphs,
      Evaluation evaluation,
      Map<String, Interval> intervals,
      Map<String, Evaluation> baselines) {}

  private ModelEvaluation() {}

  /** The file to score: the one named, or {@code test.jsonl} of the folder named. */
  public static Path file(Path fileOrFolder) {
    return Files.isDirectory(fileOrFolder) ? fileOrFolder.resolve("test.jsonl") : fileOrFolder;
  }

  /**
   * Scores the model; the baselines are trained on {@code train.jsonl} beside the file, if there is
   * one.
   */
  public static Result run(StoredModel model, Path file, long seed) {
    LabelScheme scheme = model.scheme();
    List<Article> articles = DatasetFile.read(file, scheme);
    if (articles.isEmpty()) {
      throw new UserException(file + ": holds no article");
    }
    List<Outcome> outcomes = ModelTraining.outcomes(model.classifier(), articles);
    Map<String, Interval> intervals = new LinkedHashMap<>();
    for (Task task : scheme.tasks()) {
      intervals.put(
          task.id(), new ArticleBootstrap(seed).interval(task, outcomes, LabelCounts::macroF1));
    }
    return new Result(
        model.manifest().id(),
        file,
        articles.size(),
        outcomes.size(),
        Evaluation.of(scheme, outcomes),
        intervals,
        baselines(scheme, file.resolveSibling("train.jsonl"), articles, seed));
  }

  private static Map<String, Evaluation> baselines(
      LabelScheme scheme, Path trainFile, List<Article> articles, long seed) {
    Map<String, Evaluation> baselines = new LinkedHashMap<>();
    if (Files.isRegularFile(trainFile)) {
      List<Article> train = DatasetFile.read(trainFile, scheme);
      Map<String, ParagraphClassifier> classifiers = new LinkedHashMap<>();
      classifiers.put("majority", MajorityClassifier.train(train, scheme));
      classifiers.put("linear", linear(train, scheme, trainFile.resolveSibling("dev.jsonl"), seed));
      classifiers.forEach(
          (name, classifier) -> baselines.put(name, ModelTraining.evaluate(classifier, articles)));
    }
    return baselines;
  }

  /** With thresholds chosen on the dev articles, as the model's are, where there are any. */
  private static LinearClassifier linear(
      List<Article> train, LabelScheme scheme, Path devFile, long seed) {
    LinearClassifier classifier = LinearClassifier.train(train, scheme, BASELINE_COST, seed);
    return Files.isRegularFile(devFile)
        ? classifier.with(
            new Calibration(
                Calibration.none(scheme).temperatures(),
                ModelTraining.thresholds(classifier, DatasetFile.read(devFile, scheme))))
        : classifier;
  }

  /** Keeps the scores with the model, counts the runs on the file and writes the card anew. */
  public static void record(Path directory, StoredModel model, Result result) {
    String sha256;
    try {
      sha256 = Checksums.sha256(result.data());
    } catch (IOException e) {
      throw new UserException(result.data() + ": cannot be read (" + e.getMessage() + ")", e);
    }
    List<RecordedEvaluation> kept = new ArrayList<>();
    int runs = 1;
    for (RecordedEvaluation before : ModelDirectory.evaluations(directory)) {
      if (before.sha256().equals(sha256)) {
        runs = before.runs() + 1;
      } else {
        kept.add(before);
      }
    }
    List<RecordedEvaluation.Task> tasks = new ArrayList<>();
    for (TaskEvaluation task : result.evaluation().tasks().values()) {
      Interval interval = result.intervals().get(task.task().id());
      tasks.add(
          new RecordedEvaluation.Task(
              task.task().id(),
              task.accuracy(),
              task.macroF1(),
              interval.low(),
              interval.high(),
              task.microF1(),
              task.calibration().expectedCalibrationError()));
    }
    kept.add(
        new RecordedEvaluation(
            result.data().getFileName().toString(),
            sha256,
            LocalDate.now(java.time.ZoneOffset.UTC).toString(),
            runs,
            result.articles(),
            result.paragraphs(),
            tasks));
    ModelDirectory.writeEvaluations(
        directory, kept, ModelCard.render(model.manifest(), model.scheme(), kept));
  }
}
