package it.voci.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import it.voci.UserException;
import it.voci.classifier.Calibration;
import it.voci.classifier.Evidence;
import it.voci.classifier.MajorityClassifier;
import it.voci.classifier.NetworkClassifier;
import it.voci.classifier.OcclusionEvidence;
import it.voci.classifier.ParagraphClassifier;
import it.voci.corpus.Article;
import it.voci.corpus.BehaviourCase;
import it.voci.corpus.BehaviourFile;
import it.voci.corpus.DatasetFile;
import it.voci.corpus.DatasetFolder;
import it.voci.corpus.DatasetFormat;
import it.voci.corpus.LabelScheme;
import it.voci.corpus.Task;
import it.voci.evaluation.ArticleBootstrap;
import it.voci.evaluation.BehaviourScore;
import it.voci.evaluation.CalibrationScores;
import it.voci.evaluation.ConfidentError;
import it.voci.evaluation.Evaluation;
import it.voci.evaluation.EvaluationReport;
import it.voci.evaluation.ExplainedError;
import it.voci.evaluation.Interval;
import it.voci.evaluation.LabelCounts;
import it.voci.evaluation.Outcome;
import it.voci.evaluation.Peer;
import it.voci.evaluation.Slice;
import it.voci.evaluation.Speed;
import it.voci.evaluation.TaskIntervals;
import it.voci.evaluation.Uncalibrated;
import it.voci.report.EvaluationHtml;
import it.voci.report.EvaluationJson;
import it.voci.report.EvaluationText;
import it.voci.report.ModelCard;
import it.voci.report.PredictionsJson;
import it.voci.store.AtomicWrite;
import it.voci.store.Checksums;
import it.voci.store.ModelDirectory;
import it.voci.store.RecordedEvaluation;
import it.voci.store.StoredModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Scores a model on labelled articles, beside other classifiers trained on the same data. */
public final class ModelEvaluation {
  /**
   * What came out.
   *
   * @param model the model's identity
   * @param data the file scored
   * @param peerSeconds how long the peers took to train and tune; empty where they were not
   */
  public record Result(
      String model,
      Path data,
      List<Article> articles,
      List<Outcome> outcomes,
      EvaluationReport report,
      OptionalDouble peerSeconds) {
    public Result {
      articles = List.copyOf(articles);
      outcomes = List.copyOf(outcomes);
    }
  }

  private static final String TEST = "test";
  private static final long SEED = 42;

  /** Errors that a report shows of each task. */
  private static final int ERRORS = 50;

  private ModelEvaluation() {}

  /** The file to score: the one named, or {@code test.jsonl} of the folder named. */
  public static Path file(Path fileOrFolder) {
    return Files.isDirectory(fileOrFolder) ? DatasetFolder.file(fileOrFolder, TEST) : fileOrFolder;
  }

  /** Whether peers are worth their time where nobody asked: on the articles kept for the end. */
  public static boolean wantsPeers(Path file) {
    return file.getFileName().equals(DatasetFolder.file(Path.of(""), TEST).getFileName());
  }

  /**
   * Scores the model. Beside it, where {@code train.jsonl} stands beside the file, the majority and
   * the peers, trained on that and tuned on the {@code dev.jsonl} there; and, where {@code
   * behaviour.jsonl} stands beside it, the behavioural suite.
   *
   * @param peers whether to train them, which takes minutes
   */
  public static Result run(
      StoredModel model, Path file, boolean peers, long seed, ProgressListener progress) {
    LabelScheme scheme = model.scheme();
    ArticleBootstrap bootstrap = new ArticleBootstrap(seed);
    List<Article> articles = articles(file, scheme);
    Path suite = file.resolveSibling(BehaviourFile.NAME);
    Optional<List<BehaviourCase>> cases =
        Files.isRegularFile(suite)
            ? Optional.of(BehaviourFile.read(suite, scheme))
            : Optional.empty();
    long before = System.nanoTime();
    List<Outcome> outcomes = Outcome.of(articles, model.classifier());
    Speed speed = new Speed(outcomes.size(), Math.max(1, System.nanoTime() - before) / 1e9);
    Map<String, TaskIntervals> intervals = new LinkedHashMap<>();
    for (Task task : scheme.tasks()) {
      intervals.put(task.id(), TaskIntervals.of(task, outcomes, bootstrap));
    }
    long start = System.nanoTime();
    List<Peer> others = peers(scheme, file, peers, articles, bootstrap, progress);
    return new Result(
        model.manifest().id(),
        file,
        articles,
        outcomes,
        new EvaluationReport(
            Evaluation.of(scheme, outcomes),
            intervals,
            uncalibrated(model.classifier(), articles, bootstrap),
            Slice.of(scheme, articles, outcomes, bootstrap),
            others,
            cases.map(all -> BehaviourSuite.run(model.classifier(), all)),
            Optional.of(speed)),
        others.size() > 1
            ? OptionalDouble.of((System.nanoTime() - start) / 1e9)
            : OptionalDouble.empty());
  }

  /** Scores the model on a file without training peers. */
  public static Result run(StoredModel model, Path file) {
    return run(model, file, false, SEED, ProgressListener.SILENT);
  }

  /** The most confident errors of every task, with the words that led to them. */
  static List<ExplainedError> explained(StoredModel model, Result result) {
    OcclusionEvidence finder = new OcclusionEvidence(model.classifier());
    Map<String, Article> articles = new HashMap<>();
    result.articles().forEach(article -> articles.put(article.id(), article));
    IdentityHashMap<Outcome, List<Evidence>> found =
        new IdentityHashMap<>(); // one may be wrong in many tasks
    List<ExplainedError> explained = new ArrayList<>();
    for (Task task : model.scheme().tasks()) {
      for (ConfidentError error : ConfidentError.of(task, result.outcomes(), ERRORS)) {
        Article article = articles.get(error.outcome().articleId());
        int index = error.outcome().index();
        explained.add(
            new ExplainedError(
                error,
                article.paragraphs().get(index).text(),
                found
                    .computeIfAbsent(
                        error.outcome(),
                        outcome -> finder.find(article, index, outcome.prediction()))
                    .stream()
                    .filter(words -> words.task().equals(task.id()))
                    .toList()));
      }
    }
    return explained;
  }

  /**
   * The articles of a file in any format that can be told.
   *
   * @throws UserException where there are none
   */
  static List<Article> articles(Path file, LabelScheme scheme) {
    List<Article> articles =
        DatasetFormat.ofInput(file).orElse(DatasetFormat.JSONL).read(file, scheme);
    if (articles.isEmpty()) {
      throw new UserException(file + ": holds no article");
    }
    return articles;
  }

  private static Map<String, Uncalibrated> uncalibrated(
      NetworkClassifier classifier, List<Article> articles, ArticleBootstrap bootstrap) {
    LabelScheme scheme = classifier.scheme();
    List<Outcome> outcomes =
        Outcome.of(
            articles,
            classifier.with(
                new Calibration(
                    Calibration.none(scheme).temperatures(),
                    classifier.calibration().thresholds())));
    Map<String, Uncalibrated> uncalibrated = new LinkedHashMap<>();
    for (Task task : scheme.tasks()) {
      uncalibrated.put(
          task.id(),
          new Uncalibrated(
              CalibrationScores.of(task, outcomes), TaskIntervals.ece(task, outcomes, bootstrap)));
    }
    return uncalibrated;
  }

  private static List<Peer> peers(
      LabelScheme scheme,
      Path file,
      boolean trained,
      List<Article> articles,
      ArticleBootstrap bootstrap,
      ProgressListener progress) {
    Path trainFile = DatasetFolder.file(file.toAbsolutePath().getParent(), DatasetFolder.TRAIN);
    Path devFile = DatasetFolder.file(file.toAbsolutePath().getParent(), "dev");
    List<Peer> peers = new ArrayList<>();
    if (!Files.isRegularFile(trainFile)) {
      return peers;
    }
    List<Article> train = DatasetFile.read(trainFile, scheme);
    peers.add(
        peer("majority", Map.of(), MajorityClassifier.train(train, scheme), articles, bootstrap));
    if (trained && Files.isRegularFile(devFile)) {
      List<Article> dev = DatasetFile.read(devFile, scheme);
      PeerTraining.train(train, dev, scheme, bootstrap.seed(), progress)
          .forEach(
              peer ->
                  peers.add(
                      peer(
                          peer.method().title(),
                          peer.settings(),
                          peer.classifier(),
                          articles,
                          bootstrap)));
    }
    return peers;
  }

  private static Peer peer(
      String name,
      Map<String, String> settings,
      ParagraphClassifier classifier,
      List<Article> articles,
      ArticleBootstrap bootstrap) {
    List<Outcome> outcomes = Outcome.of(articles, classifier);
    Map<String, Interval> macroF1 = new LinkedHashMap<>();
    for (Task task : classifier.scheme().tasks()) {
      macroF1.put(task.id(), bootstrap.interval(task, outcomes, LabelCounts::macroF1));
    }
    return new Peer(name, settings, Evaluation.of(classifier.scheme(), outcomes), macroF1);
  }

  /**
   * Writes {@code report.html}, {@code report.md}, {@code report.json} and {@code
   * predictions.jsonl} into a folder.
   */
  public static void write(Path folder, StoredModel model, Result result) {
    String data = result.data().toString();
    List<ExplainedError> errors = explained(model, result);
    Map<String, String> files = new LinkedHashMap<>();
    files.put(
        "report.html",
        EvaluationHtml.render(
            result.model(),
            data,
            result.articles().size(),
            result.outcomes().size(),
            result.report(),
            errors));
    files.put(
        "report.md",
        EvaluationText.render(result.model() + " on " + data, result.report(), errors));
    files.put("report.json", EvaluationJson.render(result.model(), data, result.report()));
    files.put("predictions.jsonl", predictions(model, result));
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UserException(folder + ": cannot be made (" + e.getMessage() + ")", e);
    }
    files.forEach(
        (name, text) ->
            AtomicWrite.file(folder.resolve(name), out -> out.write(text.getBytes(UTF_8))));
  }

  private static String predictions(StoredModel model, Result result) {
    Map<String, List<Outcome>> byArticle =
        result.outcomes().stream().collect(Collectors.groupingBy(Outcome::articleId));
    PredictionsJson lines = new PredictionsJson(model.scheme(), result.model());
    StringBuilder predictions = new StringBuilder();
    for (Article article : result.articles()) {
      predictions.append(
          lines.lines(result.data().toString(), article, byArticle.get(article.id())));
    }
    return predictions.toString();
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
    kept.add(
        new RecordedEvaluation(
            result.data().getFileName().toString(),
            sha256,
            LocalDate.now(java.time.ZoneOffset.UTC).toString(),
            runs,
            result.articles().size(),
            result.outcomes().size(),
            RecordedEvaluation.tasks(result.report()),
            RecordedEvaluation.peers(result.report()),
            result.report().behaviour().map(BehaviourScore::kinds).orElse(List.of())));
    ModelDirectory.writeEvaluations(
        directory,
        kept,
        ModelCard.render(
            model.manifest(), model.scheme(), kept, ModelDirectory.ablation(directory)));
  }
}
