package it.voci.app;

import it.voci.UserException;
import it.voci.actors.ActorMatcher;
import it.voci.actors.Gazetteer;
import it.voci.classifier.Calibration;
import it.voci.classifier.ClassifierSettings;
import it.voci.classifier.LinearNetwork;
import it.voci.classifier.LinearSettings;
import it.voci.classifier.Network;
import it.voci.classifier.NetworkClassifier;
import it.voci.classifier.ParagraphClassifier;
import it.voci.classifier.TrainingSettings;
import it.voci.corpus.Article;
import it.voci.corpus.DatasetFile;
import it.voci.corpus.LabelScheme;
import it.voci.corpus.SchemeFile;
import it.voci.corpus.StratifiedSplit;
import it.voci.corpus.Task;
import it.voci.dl4j.NetworkTrainer;
import it.voci.embedding.WordVectorFile;
import it.voci.embedding.WordVectors;
import it.voci.evaluation.ArticleBootstrap;
import it.voci.evaluation.Evaluation;
import it.voci.evaluation.LabelCounts;
import it.voci.evaluation.Outcome;
import it.voci.evaluation.TemperatureScaling;
import it.voci.evaluation.ThresholdSearch;
import it.voci.features.FeatureExtractor;
import it.voci.features.TermLists;
import it.voci.report.ModelCard;
import it.voci.store.Checksums;
import it.voci.store.Manifest;
import it.voci.store.ModelDirectory;
import it.voci.text.Paragraphs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** Trains a classifier on a dataset folder and writes it. Never opens {@code test.jsonl}. */
public final class ModelTraining {
  /**
   * What to train.
   *
   * @param data dataset folder
   * @param share of the training articles to learn from, above 0 to 1
   * @param embeddings word vectors, or a model directory to take them from
   * @param embeddingsAbout the texts they were learned from and their licences; without it, what a
   *     model they are taken from says
   * @param out model directory to write
   * @param actors to look for beside the shipped ones
   * @param command as the user typed it, for the model's card
   */
  public record Request(
      Path data,
      double share,
      Optional<Path> embeddings,
      Optional<String> embeddingsAbout,
      Path out,
      ClassifierSettings settings,
      Gazetteer actors,
      String command) {
    public Request {
      if (!(share > 0 && share <= 1)) {
        throw new UserException("--share must be above 0 and at most 1 but was " + share);
      }
    }

    /** Everything as it is by default, without word vectors. */
    public static Request of(Path data, Path out) {
      return new Request(
          data,
          1,
          Optional.empty(),
          Optional.empty(),
          out,
          ClassifierSettings.DEFAULTS,
          Gazetteer.EMPTY,
          "ModelTraining.run");
    }

    /**
     * The same with word vectors.
     *
     * @param about the texts they were learned from and their licences, for the model's card
     */
    public Request withEmbeddings(Path file, String about) {
      return new Request(
          data, share, Optional.of(file), Optional.of(about), out, settings, actors, command);
    }

    public Request withSettings(ClassifierSettings other) {
      return new Request(data, share, embeddings, embeddingsAbout, out, other, actors, command);
    }
  }

  private ModelTraining() {}

  public static Manifest run(Request request, ProgressListener progress) {
    long start = System.nanoTime();
    LabelScheme scheme = SchemeFile.read(request.data().resolve("scheme.yaml"));
    Path trainFile = request.data().resolve("train.jsonl");
    Path devFile = request.data().resolve("dev.jsonl");
    List<Article> train = part(DatasetFile.read(trainFile, scheme), scheme, request);
    List<Article> dev = DatasetFile.read(devFile, scheme);
    requireArticles(trainFile, train);
    requireArticles(devFile, dev);
    WordVectors vectors = vectors(request.embeddings());
    Manifest.Embedding embedding = embedding(request, vectors);
    progress.note(
        "training on "
            + size(train)
            + " paragraphs, choosing the epoch on "
            + size(dev)
            + " of dev");
    NetworkClassifier classifier =
        train(
            train,
            dev,
            scheme,
            vectors,
            request.settings(),
            ActorMatcher.shipped().plus(request.actors()),
            progress);
    Map<String, Double> scores =
        scores(scheme, Outcome.of(dev, classifier), request.settings().training().seed());
    double seconds = (System.nanoTime() - start) / 1e9;
    try {
      Manifest draft =
          new Manifest(
              Manifest.CURRENT_FORMAT,
              request.out().toAbsolutePath().normalize().getFileName().toString(),
              new Manifest.Scheme(scheme.name(), scheme.version()),
              request.settings(),
              dataset(request, train, trainFile, devFile),
              embedding,
              threads(),
              BuildInfo.commit(),
              BuildInfo.versions(),
              Math.round(seconds),
              scores,
              classifier.calibration(),
              Map.of());
      return ModelDirectory.write(
          request.out(),
          draft,
          classifier,
          manifest -> ModelCard.render(manifest, scheme, List.of(), List.of()));
    } catch (IOException e) {
      throw new UserException("checksums cannot be computed (" + e.getMessage() + ")", e);
    }
  }

  /**
   * Trains, and calibrates on the dev articles.
   *
   * @param dev also choose the epoch, so scores on them flatter the classifier a little
   */
  public static NetworkClassifier train(
      List<Article> train,
      List<Article> dev,
      LabelScheme scheme,
      WordVectors vectors,
      ClassifierSettings settings,
      ActorMatcher actors,
      ProgressListener progress) {
    FeatureExtractor features =
        FeatureExtractor.fit(settings.features(), vectors, actors, TermLists.shipped(), train);
    Calibration none = Calibration.none(scheme);
    ToDoubleFunction<Network> devScore =
        network ->
            score(scheme, new NetworkClassifier(scheme, features, List.of(network), none), dev);
    List<Network> networks = new ArrayList<>();
    int members = settings.network().members();
    for (int member = 1; member <= members; member++) {
      String name = members == 1 ? "" : "network " + member + " of " + members + ", ";
      TrainingSettings training = settings.training();
      ClassifierSettings own =
          settings.with(training.withSeed(memberSeed(training.seed(), member)));
      networks.add(
          kept(
              new NetworkTrainer(own, scheme, features)
                  .train(train, devScore, observer(name, progress)),
              name,
              progress));
    }
    for (LinearSettings linear : settings.linearNetworks()) {
      String name = linear.denseScale() > 0 ? "dense linear network, " : "linear network, ";
      Network learned =
          kept(
              new NetworkTrainer(settings, scheme, features)
                  .trainLinear(linear, train, devScore, observer(name, progress)),
              name,
              progress);
      // As one of several that are averaged it is to weigh beside the mean of the branched ones.
      networks.add(((LinearNetwork) learned).times(linear.weight() * members));
    }
    NetworkClassifier uncalibrated = new NetworkClassifier(scheme, features, networks, none);
    return uncalibrated.with(calibrate(uncalibrated, dev, settings.training().seed()));
  }

  private static NetworkTrainer.Observer observer(String name, ProgressListener progress) {
    progress.started(name + "epoch 1");
    return new NetworkTrainer.Observer(
        epoch -> {
          progress.finished();
          progress.note(
              String.format(
                  Locale.ROOT,
                  "%sepoch %2d  loss %.4f  dev macro-F1 %.4f",
                  name,
                  epoch.number(),
                  epoch.loss(),
                  epoch.devScore()));
          progress.started(name + "epoch " + (epoch.number() + 1));
        },
        progress::progressed);
  }

  private static Network kept(
      NetworkTrainer.Result result, String name, ProgressListener progress) {
    progress.finished();
    progress.note(name + "kept epoch " + result.best().number());
    return result.network();
  }

  /** Never 0, which the training library reads as "no seed". */
  private static long memberSeed(long seed, int member) {
    long own = seed + member - 1;
    return own >= 0 && seed < 0 ? own + 1 : own;
  }

  /** Mean of the tasks' macro-F1. */
  private static double score(
      LabelScheme scheme, ParagraphClassifier classifier, List<Article> dev) {
    Evaluation evaluation = evaluate(classifier, dev);
    return scheme.tasks().stream()
        .mapToDouble(task -> evaluation.task(task.id()).macroF1())
        .average()
        .orElse(0);
  }

  private static Calibration calibrate(NetworkClassifier classifier, List<Article> dev, long seed) {
    LabelScheme scheme = classifier.scheme();
    Map<String, Double> temperatures = new LinkedHashMap<>();
    for (Task task : scheme.tasks()) {
      temperatures.put(task.id(), TemperatureScaling.fit(task, Outcome.of(dev, classifier)));
    }
    Calibration scaled = new Calibration(temperatures, classifier.calibration().thresholds());
    return new Calibration(temperatures, thresholds(classifier.with(scaled), dev, seed));
  }

  /** Multi-label task id → the threshold of every label that is best on the articles. */
  static Map<String, List<Double>> thresholds(
      ParagraphClassifier classifier, List<Article> articles, long seed) {
    List<Outcome> outcomes = Outcome.of(articles, classifier);
    Map<String, List<Double>> thresholds = new LinkedHashMap<>();
    for (Task task : classifier.scheme().tasks()) {
      if (!task.isSingle()) {
        thresholds.put(task.id(), ThresholdSearch.bagged(task, outcomes, seed));
      }
    }
    return thresholds;
  }

  static Evaluation evaluate(ParagraphClassifier classifier, List<Article> articles) {
    return Evaluation.of(classifier.scheme(), Outcome.of(articles, classifier));
  }

  private static List<Article> part(List<Article> articles, LabelScheme scheme, Request request) {
    if (request.share() == 1) {
      return articles;
    }
    Map<String, Double> shares = new LinkedHashMap<>();
    shares.put("train", request.share());
    shares.put("rest", 1 - request.share());
    return StratifiedSplit.of(articles, scheme, shares, request.settings().training().seed())
        .get("train");
  }

  /** Compact, as the model will keep them: it is to be trained on what it will read back. */
  static WordVectors vectors(Optional<Path> embeddings) {
    return embeddings
        .map(file -> WordVectorFile.readAny(file).compact())
        .orElseGet(() -> new WordVectors(List.of(), 1, new float[0]));
  }

  private static void requireArticles(Path file, List<Article> articles) {
    if (articles.isEmpty()) {
      throw new UserException(file + ": holds no article");
    }
  }

  private static int size(List<Article> articles) {
    return articles.stream().mapToInt(article -> article.paragraphs().size()).sum();
  }

  private static Manifest.Dataset dataset(
      Request request, List<Article> train, Path trainFile, Path devFile) throws IOException {
    Map<String, String> sums = new TreeMap<>();
    sums.put("train.jsonl", Checksums.sha256(trainFile));
    sums.put("dev.jsonl", Checksums.sha256(devFile));
    return new Manifest.Dataset(
        request.data().toAbsolutePath().normalize().getFileName().toString(),
        firstParagraph(request.data().resolve("README.md")),
        train.size(),
        size(train),
        request.command(),
        sums);
  }

  /**
   * What the numeric library was told, as the launcher does; otherwise it takes every processor.
   */
  private static int threads() {
    String told = System.getenv().getOrDefault("OMP_NUM_THREADS", "");
    return told.matches("[1-9]\\d{0,3}")
        ? Integer.parseInt(told)
        : Runtime.getRuntime().availableProcessors();
  }

  /** The first paragraph of a Markdown file that is no heading; empty where there is none. */
  private static String firstParagraph(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return "";
    }
    String text = Files.readString(file);
    return Paragraphs.split(text).stream()
        .map(span -> span.of(text))
        .filter(paragraph -> !paragraph.startsWith("#"))
        .findFirst()
        .orElse("")
        .replaceAll("\\s+", " ");
  }

  private static Manifest.Embedding embedding(Request request, WordVectors vectors) {
    if (request.embeddings().isEmpty()) {
      return new Manifest.Embedding("none", "", 0, vectors.dimension());
    }
    Path named = request.embeddings().get();
    Path file = WordVectorFile.locate(named);
    String about =
        request
            .embeddingsAbout()
            .orElseGet(
                () ->
                    Files.isDirectory(named)
                        ? ModelDirectory.manifest(named).embedding().about()
                        : "not stated");
    try {
      return new Manifest.Embedding(
          about, Checksums.sha256(file), vectors.size(), vectors.dimension());
    } catch (IOException e) {
      throw new UserException(file + ": cannot be read (" + e.getMessage() + ")", e);
    }
  }

  /** Figures with the ends of their 95 % intervals. */
  private static Map<String, Double> scores(LabelScheme scheme, List<Outcome> outcomes, long seed) {
    ArticleBootstrap bootstrap = new ArticleBootstrap(seed);
    Map<String, Double> scores = new TreeMap<>();
    for (Task task : scheme.tasks()) {
      Map.of(
              "macroF1", bootstrap.interval(task, outcomes, LabelCounts::macroF1),
              "accuracy", bootstrap.interval(task, outcomes, LabelCounts::accuracy))
          .forEach(
              (figure, interval) -> {
                String name = task.id() + "." + figure;
                scores.put(name, interval.estimate());
                scores.put(name + ".low", interval.low());
                scores.put(name + ".high", interval.high());
              });
    }
    return scores;
  }
}
