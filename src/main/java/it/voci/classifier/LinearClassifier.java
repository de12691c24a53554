package it.voci.classifier;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import it.voci.actors.ActorMatcher;
import it.voci.actors.Gazetteer;
import it.voci.corpus.Article;
import it.voci.corpus.LabelScheme;
import it.voci.corpus.Paragraph;
import it.voci.corpus.Task;
import it.voci.embedding.WordVectors;
import it.voci.features.Branch;
import it.voci.features.FeatureExtractor;
import it.voci.features.FeatureSettings;
import it.voci.features.ParagraphFeatures;
import it.voci.features.TermLists;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;

/**
 * What a user would otherwise train: a linear model on TF-IDF of word and character n-grams,
 * without context, word vectors or gazetteer. Its margins are taken for logits, so {@link
 * Calibration} applies to it as to the network.
 */
public final class LinearClassifier implements ParagraphClassifier {
  /** How the weights are learned. */
  public enum Method {
    /**
     * Multinomial naive Bayes on TF-IDF in place of counts (Rennie et al. 2003); of a multi-label
     * task one per label. The strength is what is added to every count.
     */
    NAIVE_BAYES("naive Bayes"),
    /** Linear SVM with squared hinge loss, one against the rest. The strength is the cost. */
    SVM("linear SVM"),
    /** Logistic regression, one against the rest. The strength is the cost. */
    LOGISTIC_REGRESSION("logistic regression");

    private final String title;

    Method(String title) {
      this.title = title;
    }

    /** As tables name it. */
    public String title() {
      return title;
    }
  }

  /**
   * Which n-grams are looked at.
   *
   * @param words longest of words
   * @param charMin shortest of characters
   * @param charMax longest of characters
   */
  public record Ngrams(int words, int charMin, int charMax) {
    public static final Ngrams DEFAULTS = new Ngrams(2, 2, 5);

    /** More buckets than the network has: a linear model need not be small. */
    private FeatureSettings settings() {
      return new FeatureSettings(
          1 << 20,
          1 << 20,
          words,
          charMin,
          charMax,
          1,
          EnumSet.complementOf(EnumSet.of(Branch.GRAMS)));
    }
  }

  /** Training paragraphs as features, to be learned from more than once. */
  public static final class Rows {
    private final FeatureExtractor extractor;
    private final List<Feature[]> rows = new ArrayList<>();
    private final List<Paragraph> paragraphs = new ArrayList<>();

    private Rows(FeatureExtractor extractor) {
      this.extractor = extractor;
    }

    public static Rows of(List<Article> articles, Ngrams ngrams) {
      Rows all =
          new Rows(
              FeatureExtractor.fit(
                  ngrams.settings(),
                  new WordVectors(List.of(), 1, new float[0]),
                  new ActorMatcher(new Gazetteer(List.of())),
                  TermLists.NONE,
                  articles));
      for (Article article : articles) {
        all.extractor.extract(article).forEach(paragraph -> all.rows.add(all.nodes(paragraph)));
        all.paragraphs.addAll(article.paragraphs());
      }
      return all;
    }

    /** LIBLINEAR's features are counted from 1 and end with the bias. */
    private Feature[] nodes(ParagraphFeatures paragraph) {
      int[] rows = paragraph.grams().rows();
      Feature[] nodes = new Feature[rows.length + 1];
      for (int i = 0; i < rows.length; i++) {
        nodes[i] = new FeatureNode(rows[i] + 1, paragraph.grams().weights()[i]);
      }
      nodes[rows.length] = new FeatureNode(buckets() + 1, 1);
      return nodes;
    }

    private int buckets() {
      return extractor.table().size();
    }
  }

  /**
   * One task's weights: per label those of the n-grams, then the bias; empty where nobody labelled
   * it.
   */
  private record Head(FeatureExtractor extractor, List<float[]> weights) {}

  /** LIBLINEAR's own for dual solvers, which on this many n-grams are several times as quick. */
  private static final double TOLERANCE = 0.1;

  /** The logit of what the training articles know no exception to. */
  private static final float CERTAIN = 1000;

  private final LabelScheme scheme;
  private final List<Head> heads;
  private final Calibration calibration;

  private LinearClassifier(LabelScheme scheme, List<Head> heads, Calibration calibration) {
    calibration.requireFits(scheme);
    this.scheme = scheme;
    this.heads = List.copyOf(heads);
    this.calibration = calibration;
  }

  public Calibration calibration() {
    return calibration;
  }

  /** The same weights with another calibration. */
  public LinearClassifier with(Calibration other) {
    return new LinearClassifier(scheme, heads, other);
  }

  /**
   * Puts tasks together that were tuned apart.
   *
   * @param perTask classifiers of the same scheme, from each of which the task at its position is
   *     taken
   */
  public static LinearClassifier joined(List<LinearClassifier> perTask, Calibration calibration) {
    List<Head> heads = new ArrayList<>();
    for (int t = 0; t < perTask.size(); t++) {
      heads.add(perTask.get(t).heads.get(t));
    }
    return new LinearClassifier(perTask.get(0).scheme, heads, calibration);
  }

  /** Trains logistic regression on the default n-grams. */
  public static LinearClassifier train(
      List<Article> articles, LabelScheme scheme, double cost, long seed) {
    Rows rows = Rows.of(articles, Ngrams.DEFAULTS);
    return train(rows, scheme, Method.LOGISTIC_REGRESSION, cost, seed);
  }

  /**
   * Trains, without calibration. The labels of a task nobody labelled get equal scores.
   *
   * @param strength see {@link Method}
   */
  public static LinearClassifier train(
      Rows rows, LabelScheme scheme, Method method, double strength, long seed) {
    List<Head> heads = new ArrayList<>();
    for (Task task : scheme.tasks()) {
      heads.add(new Head(rows.extractor, weights(rows, task, method, strength, seed)));
    }
    return new LinearClassifier(scheme, heads, Calibration.none(scheme));
  }

  private static List<float[]> weights(
      Rows all, Task task, Method method, double strength, long seed) {
    List<Feature[]> rows = new ArrayList<>();
    List<List<String>> labels = new ArrayList<>();
    for (int i = 0; i < all.rows.size(); i++) {
      List<String> given = all.paragraphs.get(i).labels(task).orElse(null);
      if (given != null) {
        rows.add(all.rows.get(i));
        labels.add(given);
      }
    }
    List<float[]> weights = new ArrayList<>();
    if (rows.isEmpty()) {
      return weights;
    }
    for (String label : task.labelIds()) {
      boolean[] has = new boolean[rows.size()];
      for (int i = 0; i < has.length; i++) {
        has[i] = labels.get(i).contains(label);
      }
      weights.add(
          switch (method) {
            case NAIVE_BAYES -> {
              float[] with = logLikelihood(all, rows, has, true, strength);
              if (!task.isSingle()) {
                float[] without = logLikelihood(all, rows, has, false, strength);
                for (int i = 0; i < with.length; i++) {
                  with[i] -= without[i];
                }
              }
              yield with;
            }
            case SVM -> liblinear(all, rows, has, SolverType.L2R_L2LOSS_SVC_DUAL, strength, seed);
            case LOGISTIC_REGRESSION ->
                liblinear(all, rows, has, SolverType.L2R_LR_DUAL, strength, seed);
          });
    }
    return weights;
  }

  private static float[] liblinear(
      Rows all, List<Feature[]> rows, boolean[] has, SolverType solver, double cost, long seed) {
    Problem problem = new Problem();
    problem.l = rows.size();
    problem.n = all.buckets() + 1;
    problem.bias = 1;
    problem.x = rows.toArray(Feature[][]::new);
    problem.y = new double[has.length];
    for (int i = 0; i < has.length; i++) {
      problem.y[i] = has[i] ? 1 : 0;
    }
    Linear.disableDebugOutput(); // it would print to standard output
    Parameter parameter = new Parameter(solver, cost, TOLERANCE);
    parameter.setRandom(new Random(seed));
    Model model = Linear.train(problem, parameter);
    float[] weights = new float[all.buckets() + 1];
    int first = model.getLabels()[0];
    if (model.getNrClass() == 1) {
      weights[all.buckets()] = first == 1 ? CERTAIN : -CERTAIN;
      return weights;
    }
    double[] learned = model.getFeatureWeights();
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) (first == 1 ? learned[i] : -learned[i]);
    }
    return weights;
  }

  /** Of the paragraphs with a label, or of those without it. */
  private static float[] logLikelihood(
      Rows all, List<Feature[]> rows, boolean[] has, boolean with, double smoothing) {
    double[] sums = new double[all.buckets()];
    double total = 0;
    int count = 0;
    for (int i = 0; i < has.length; i++) {
      if (has[i] == with) {
        count++;
        for (int j = 0; j < rows.get(i).length - 1; j++) {
          Feature feature = rows.get(i)[j];
          sums[feature.getIndex() - 1] += feature.getValue();
          total += feature.getValue();
        }
      }
    }
    total += smoothing * sums.length;
    float[] weights = new float[all.buckets() + 1];
    for (int i = 0; i < sums.length; i++) {
      weights[i] = (float) Math.log((sums[i] + smoothing) / total);
    }
    weights[all.buckets()] = count == 0 ? -CERTAIN : (float) Math.log(count / (double) has.length);
    return weights;
  }

  @Override
  public LabelScheme scheme() {
    return scheme;
  }

  @Override
  public List<Prediction> classify(Article article) {
    List<List<TaskPrediction>> predictions = new ArrayList<>();
    article.paragraphs().forEach(paragraph -> predictions.add(new ArrayList<>()));
    FeatureExtractor extractor = null;
    List<ParagraphFeatures> paragraphs = List.of();
    for (int t = 0; t < heads.size(); t++) {
      if (heads.get(t).extractor() != extractor) {
        extractor = heads.get(t).extractor();
        paragraphs = extractor.extract(article);
      }
      for (int i = 0; i < paragraphs.size(); i++) {
        Task task = scheme.tasks().get(t);
        predictions
            .get(i)
            .add(calibration.predict(task, logits(task, heads.get(t), paragraphs.get(i))));
      }
    }
    return predictions.stream().map(Prediction::new).toList();
  }

  private static double[] logits(Task task, Head head, ParagraphFeatures paragraph) {
    double[] logits = new double[task.labels().size()];
    if (head.weights().isEmpty()) {
      Arrays.fill(logits, task.isSingle() ? 0 : -CERTAIN);
      return logits;
    }
    int[] rows = paragraph.grams().rows();
    for (int label = 0; label < logits.length; label++) {
      float[] weights = head.weights().get(label);
      double sum = weights[weights.length - 1];
      for (int i = 0; i < rows.length; i++) {
        sum += weights[rows[i]] * (double) paragraph.grams().weights()[i];
      }
      logits[label] = sum;
    }
    return logits;
  }
}
