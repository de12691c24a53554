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
 * Baseline: logistic regression on TF-IDF of word and character n-grams (LIBLINEAR), one model per
 * label, without context, word vectors or gazetteer. What a user would otherwise train.
 */
public final class LinearClassifier implements ParagraphClassifier {
  /** More buckets than the network has: a linear model need not be small. */
  private static final FeatureSettings FEATURES =
      new FeatureSettings(
          1 << 20, 1 << 20, 2, 2, 5, 1, EnumSet.complementOf(EnumSet.of(Branch.GRAMS)));

  private static final double TOLERANCE = 0.01;

  static {
    Linear.disableDebugOutput(); // which goes to standard output, where only results belong
  }

  private final LabelScheme scheme;
  private final FeatureExtractor features;
  private final List<List<Model>> models;
  private final Calibration calibration;

  private LinearClassifier(
      LabelScheme scheme,
      FeatureExtractor features,
      List<List<Model>> models,
      Calibration calibration) {
    this.scheme = scheme;
    this.features = features;
    this.models = models;
    this.calibration = calibration;
  }

  /** The same models with other thresholds; temperatures are not looked at. */
  public LinearClassifier with(Calibration other) {
    return new LinearClassifier(scheme, features, models, other);
  }

  /**
   * Trains on articles. The labels of a task nobody labelled get equal scores.
   *
   * @param cost inverse strength of the L2 penalty
   */
  public static LinearClassifier train(
      List<Article> articles, LabelScheme scheme, double cost, long seed) {
    FeatureExtractor features =
        FeatureExtractor.fit(
            FEATURES,
            new WordVectors(List.of(), 1, new float[0]),
            new ActorMatcher(new Gazetteer(List.of())),
            TermLists.NONE,
            articles);
    List<Feature[]> rows = new ArrayList<>();
    List<Paragraph> paragraphs = new ArrayList<>();
    for (Article article : articles) {
      features.extract(article).forEach(paragraph -> rows.add(nodes(paragraph)));
      paragraphs.addAll(article.paragraphs());
    }
    List<List<Model>> models = new ArrayList<>();
    for (Task task : scheme.tasks()) {
      List<Model> perLabel = new ArrayList<>();
      models.add(perLabel);
      if (paragraphs.stream().allMatch(paragraph -> paragraph.labels(task).isEmpty())) {
        continue;
      }
      for (String label : task.labelIds()) {
        perLabel.add(train(rows, paragraphs, task, label, cost, seed));
      }
    }
    return new LinearClassifier(scheme, features, models, Calibration.none(scheme));
  }

  private static Model train(
      List<Feature[]> rows,
      List<Paragraph> paragraphs,
      Task task,
      String label,
      double cost,
      long seed) {
    List<Feature[]> labelled = new ArrayList<>();
    List<Double> targets = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      List<String> labels = paragraphs.get(i).labels(task).orElse(null);
      if (labels != null) {
        labelled.add(rows.get(i));
        targets.add(labels.contains(label) ? 1.0 : 0.0);
      }
    }
    Problem problem = new Problem();
    problem.l = labelled.size();
    problem.n = FEATURES.gramBuckets() + 1;
    problem.bias = 1;
    problem.x = labelled.toArray(Feature[][]::new);
    problem.y = targets.stream().mapToDouble(Double::doubleValue).toArray();
    Linear.disableDebugOutput(); // it would print to standard output
    Parameter parameter = new Parameter(SolverType.L2R_LR, cost, TOLERANCE);
    parameter.setRandom(new Random(seed));
    return Linear.train(problem, parameter);
  }

  /** LIBLINEAR's features are counted from 1 and end with the bias. */
  private static Feature[] nodes(ParagraphFeatures paragraph) {
    int[] grams = paragraph.grams();
    Feature[] nodes = new Feature[grams.length + 1];
    for (int i = 0; i < grams.length; i++) {
      nodes[i] = new FeatureNode(grams[i] + 1, paragraph.gramWeights()[i]);
    }
    nodes[grams.length] = new FeatureNode(FEATURES.gramBuckets() + 1, 1);
    return nodes;
  }

  @Override
  public LabelScheme scheme() {
    return scheme;
  }

  @Override
  public List<Prediction> classify(Article article) {
    List<Prediction> predictions = new ArrayList<>();
    for (ParagraphFeatures paragraph : features.extract(article)) {
      Feature[] nodes = nodes(paragraph);
      List<TaskPrediction> tasks = new ArrayList<>();
      for (int t = 0; t < scheme.tasks().size(); t++) {
        Task task = scheme.tasks().get(t);
        double[] scores = new double[task.labels().size()];
        for (int i = 0; i < models.get(t).size(); i++) {
          scores[i] = positive(models.get(t).get(i), nodes);
        }
        if (task.isSingle()) {
          double sum = Arrays.stream(scores).sum();
          for (int i = 0; i < scores.length; i++) {
            scores[i] = sum == 0 ? 1.0 / scores.length : scores[i] / sum;
          }
        }
        tasks.add(
            TaskPrediction.of(
                task, scores, calibration.thresholds().getOrDefault(task.id(), List.of())));
      }
      predictions.add(new Prediction(tasks));
    }
    return List.copyOf(predictions);
  }

  private static double positive(Model model, Feature[] nodes) {
    int[] classes = model.getLabels();
    if (classes.length == 1) {
      return classes[0] == 1 ? 1 : 0; // the training articles knew no other answer
    }
    double[] estimates = new double[classes.length];
    Linear.predictProbability(model, nodes, estimates);
    return estimates[classes[0] == 1 ? 0 : 1];
  }
}
