package it.voci.app;

import it.voci.classifier.Calibration;
import it.voci.classifier.LinearClassifier;
import it.voci.classifier.LinearClassifier.Method;
import it.voci.classifier.LinearClassifier.Ngrams;
import it.voci.corpus.Article;
import it.voci.corpus.LabelScheme;
import it.voci.corpus.Task;
import it.voci.evaluation.LabelCounts;
import it.voci.evaluation.Outcome;
import it.voci.evaluation.TemperatureScaling;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Trains linear classifiers as carefully as the model: each method and task gets the n-grams and
 * the strength, of a grid of the same size for every method, that give the highest macro-F1 on dev,
 * after temperature and thresholds were fitted there too.
 */
final class PeerTraining {
  private static final List<Ngrams> NGRAMS = List.of(new Ngrams(1, 3, 5), Ngrams.DEFAULTS);

  /** Steps of five around what suits rows of length one (costs) or of TF-IDF weights (counts). */
  private static final Map<Method, List<Double>> STRENGTHS =
      Map.of(
          Method.NAIVE_BAYES, List.of(0.004, 0.02, 0.1),
          Method.SVM, List.of(0.1, 0.5, 2.5),
          Method.LOGISTIC_REGRESSION, List.of(2.0, 10.0, 50.0));

  /**
   * A classifier that was tuned.
   *
   * @param settings task id → what was chosen for it
   */
  record Trained(Method method, LinearClassifier classifier, Map<String, String> settings) {}

  /** The best found of one method for one task. */
  private record Candidate(
      LinearClassifier classifier,
      double macroF1,
      double temperature,
      List<Double> thresholds,
      String settings) {}

  private PeerTraining() {}

  /**
   * One classifier of every method.
   *
   * @param dev where nothing is labelled for a task, the first settings of the grid are taken
   */
  static List<Trained> train(
      List<Article> train,
      List<Article> dev,
      LabelScheme scheme,
      long seed,
      ProgressListener progress) {
    Map<Method, Map<String, Candidate>> best = new EnumMap<>(Method.class);
    int done = 0;
    double total = NGRAMS.size() * (double) STRENGTHS.values().stream().mapToInt(List::size).sum();
    progress.started("tuning linear classifiers");
    for (Ngrams ngrams : NGRAMS) {
      LinearClassifier.Rows rows = LinearClassifier.Rows.of(train, ngrams);
      for (Method method : Method.values()) {
        for (double strength : STRENGTHS.get(method)) {
          LinearClassifier classifier =
              LinearClassifier.train(rows, scheme, method, strength, seed);
          candidates(classifier, dev, settings(ngrams, strength), seed)
              .forEach(
                  (task, candidate) ->
                      best.computeIfAbsent(method, key -> new LinkedHashMap<>())
                          .merge(
                              task,
                              candidate,
                              (old, other) -> other.macroF1() > old.macroF1() ? other : old));
          progress.progressed(++done / total);
        }
      }
    }
    progress.finished();
    return best.entrySet().stream().map(e -> joined(e.getKey(), e.getValue())).toList();
  }

  private static Map<String, Candidate> candidates(
      LinearClassifier classifier, List<Article> dev, String settings, long seed) {
    LabelScheme scheme = classifier.scheme();
    Calibration none = classifier.calibration();
    List<Outcome> raw = Outcome.of(dev, classifier);
    Map<String, Double> temperatures = new LinkedHashMap<>();
    for (Task task : scheme.tasks()) {
      temperatures.put(task.id(), TemperatureScaling.fit(task, raw));
    }
    LinearClassifier scaled = classifier.with(new Calibration(temperatures, none.thresholds()));
    Map<String, List<Double>> thresholds = ModelTraining.thresholds(scaled, dev, seed);
    List<Outcome> outcomes =
        Outcome.of(dev, scaled.with(new Calibration(temperatures, thresholds)));
    Map<String, Candidate> candidates = new LinkedHashMap<>();
    for (Task task : scheme.tasks()) {
      candidates.put(
          task.id(),
          new Candidate(
              classifier,
              LabelCounts.of(task, outcomes).macroF1(),
              temperatures.get(task.id()),
              thresholds.getOrDefault(task.id(), List.of()),
              settings));
    }
    return candidates;
  }

  private static Trained joined(Method method, Map<String, Candidate> perTask) {
    List<LinearClassifier> classifiers = new ArrayList<>();
    Map<String, Double> temperatures = new LinkedHashMap<>();
    Map<String, List<Double>> thresholds = new LinkedHashMap<>();
    Map<String, String> settings = new LinkedHashMap<>();
    perTask.forEach(
        (task, candidate) -> {
          classifiers.add(candidate.classifier());
          temperatures.put(task, candidate.temperature());
          if (!candidate.thresholds().isEmpty()) {
            thresholds.put(task, candidate.thresholds());
          }
          settings.put(task, candidate.settings());
        });
    return new Trained(
        method,
        LinearClassifier.joined(classifiers, new Calibration(temperatures, thresholds)),
        settings);
  }

  private static String settings(Ngrams ngrams, double strength) {
    return String.format(
        Locale.ROOT,
        "words 1-%d, characters %d-%d, strength %s",
        ngrams.words(),
        ngrams.charMin(),
        ngrams.charMax(),
        strength);
  }
}
