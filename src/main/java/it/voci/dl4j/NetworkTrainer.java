package it.voci.dl4j;

import it.voci.UserException;
import it.voci.classifier.BranchedNetwork;
import it.voci.classifier.ClassifierSettings;
import it.voci.classifier.LinearNetwork;
import it.voci.classifier.LinearSettings;
import it.voci.classifier.Network;
import it.voci.classifier.NetworkWeights;
import it.voci.classifier.TrainingSettings;
import it.voci.corpus.Article;
import it.voci.corpus.LabelScheme;
import it.voci.corpus.Paragraph;
import it.voci.corpus.Task;
import it.voci.features.FeatureExtractor;
import it.voci.features.GramBag;
import it.voci.features.ParagraphFeatures;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleConsumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Trains networks with Deeplearning4j: every task at once, tasks that a paragraph is not labelled
 * for masked out of the loss, the epoch with the best dev score kept. The same seed, data and
 * settings give the same weights, bit for bit, on one machine.
 */
public final class NetworkTrainer {
  /** What came out of an epoch. */
  public record Epoch(int number, double loss, double devScore) {}

  /**
   * Told how training goes.
   *
   * @param epochDone after every epoch
   * @param progress the finished share of the current epoch, from 0 to 1
   */
  public record Observer(java.util.function.Consumer<Epoch> epochDone, DoubleConsumer progress) {}

  /** The best epoch's network, and all epochs. */
  public record Result(Network network, List<Epoch> epochs, Epoch best) {
    public Result {
      epochs = List.copyOf(epochs);
    }
  }

  private final ClassifierSettings settings;
  private final LabelScheme scheme;
  private final FeatureExtractor features;

  public NetworkTrainer(
      ClassifierSettings settings, LabelScheme scheme, FeatureExtractor features) {
    this.settings = settings;
    this.scheme = scheme;
    this.features = features;
  }

  /**
   * Trains a branched network on the articles.
   *
   * @param devScore of a network, the higher the better; looked at after every epoch
   * @throws UserException where fewer than two paragraphs are labelled, or the loss stops being a
   *     number
   */
  public Result train(
      List<Article> articles, ToDoubleFunction<Network> devScore, Observer observer) {
    List<NetworkWeights.Shape> shapes = NetworkWeights.shapes(settings.network(), features, scheme);
    return train(
        articles,
        (labelWeights, steps) ->
            NetworkGraph.branched(settings, scheme, features, labelWeights, steps),
        graph ->
            new BranchedNetwork(settings.network(), scheme, NetworkGraph.weights(graph, shapes)),
        devScore,
        observer);
  }

  /** The same of a linear network. */
  public Result trainLinear(
      LinearSettings linear,
      List<Article> articles,
      ToDoubleFunction<Network> devScore,
      Observer observer) {
    List<NetworkWeights.Shape> shapes = NetworkWeights.linearShapes(features, scheme);
    return train(
        articles,
        (labelWeights, steps) ->
            NetworkGraph.linear(linear, settings.training(), scheme, features, labelWeights, steps),
        graph -> new LinearNetwork(linear, scheme, NetworkGraph.weights(graph, shapes)),
        devScore,
        observer);
  }

  /** Makes the untrained graph, told how labels weigh and how many steps there are at most. */
  private interface Architecture {
    ComputationGraph build(Map<String, double[]> labelWeights, int steps);
  }

  private Result train(
      List<Article> articles,
      Architecture architecture,
      Function<ComputationGraph, Network> network,
      ToDoubleFunction<Network> devScore,
      Observer observer) {
    List<Example> examples = examples(articles);
    if (examples.size() < 2) {
      throw new UserException(
          "fewer than two paragraphs of the training articles carry a label; label more");
    }
    TrainingSettings training = settings.training();
    ComputationGraph graph =
        architecture.build(
            labelWeights(examples, training.balance()),
            training.epochs() * (examples.size() / training.batch() + 1));
    Random random = new Random(training.seed());
    List<Epoch> epochs = new ArrayList<>();
    Optional<Result> best = Optional.empty();
    Map<Integer, GramBatch> gramBatches = new HashMap<>();
    for (int number = 1; number <= training.epochs(); number++) {
      double loss = epoch(graph, examples, random, gramBatches, observer.progress());
      Network learned = network.apply(graph);
      Epoch epoch = new Epoch(number, loss, devScore.applyAsDouble(learned));
      epochs.add(epoch);
      observer.epochDone().accept(epoch);
      if (best.isEmpty() || epoch.devScore() > best.get().best().devScore()) {
        best = Optional.of(new Result(learned, epochs, epoch));
      } else if (number - best.get().best().number() >= training.patience()) {
        break;
      }
    }
    return new Result(best.orElseThrow().network(), epochs, best.orElseThrow().best());
  }

  /** One pass in a new order; returns the mean loss. */
  private double epoch(
      ComputationGraph graph,
      List<Example> examples,
      Random random,
      Map<Integer, GramBatch> gramBatches,
      DoubleConsumer progress) {
    List<Example> order = new ArrayList<>(examples);
    Collections.shuffle(order, random);
    int batch = settings.training().batch();
    double sum = 0;
    int steps = 0;
    for (int from = 0, to; from < order.size(); from = to) {
      // A mask of one row is taken for one per output, which the loss refuses: no batch of one.
      to = from + batch + 1 >= order.size() ? order.size() : from + batch;
      List<Example> some = order.subList(from, to);
      graph.fit(
          new MultiDataSet(
              inputs(graph, some, random, gramBatches), targets(some), null, masks(some)));
      double loss = graph.score();
      if (!Double.isFinite(loss)) {
        throw new UserException(
            "training diverged (loss " + loss + "); try a smaller learning rate");
      }
      sum += loss;
      steps++;
      progress.accept((double) to / order.size());
    }
    return sum / steps;
  }

  private record Example(ParagraphFeatures features, Paragraph paragraph) {}

  private List<Example> examples(List<Article> articles) {
    List<Example> examples = new ArrayList<>();
    for (Article article : articles) {
      List<ParagraphFeatures> extracted = features.extract(article);
      for (int i = 0; i < extracted.size(); i++) {
        Paragraph paragraph = article.paragraphs().get(i);
        if (!paragraph.labels().isEmpty()) {
          examples.add(new Example(extracted.get(i), paragraph));
        }
      }
    }
    return examples;
  }

  /** Inverse class frequency to the power of {@code balance}, its mean over the examples 1. */
  private Map<String, double[]> labelWeights(List<Example> examples, double balance) {
    Map<String, double[]> weights = new HashMap<>();
    for (Task task : scheme.tasks()) {
      if (!task.isSingle()) {
        continue;
      }
      double[] counts = new double[task.labels().size()];
      int labelled = 0;
      for (Example example : examples) {
        List<String> labels = example.paragraph().labels(task).orElse(List.of());
        for (String label : labels) {
          counts[task.indexOf(label)]++;
          labelled++;
        }
      }
      double[] perLabel = new double[counts.length];
      double sum = 0;
      for (int i = 0; i < counts.length; i++) {
        perLabel[i] = Math.pow(labelled / (counts.length * Math.max(1, counts[i])), balance);
        sum += perLabel[i] * counts[i];
      }
      for (int i = 0; i < counts.length && sum > 0; i++) {
        perLabel[i] *= labelled / sum;
      }
      weights.put(task.id(), perLabel);
    }
    return weights;
  }

  /** The inputs that the graph has, in its order. */
  private INDArray[] inputs(
      ComputationGraph graph,
      List<Example> examples,
      Random random,
      Map<Integer, GramBatch> gramBatches) {
    GramBatch wide =
        gramBatches.computeIfAbsent(
            examples.size(), count -> new GramBatch(gramBatch(count), gramBatch(count)));
    return graph.getConfiguration().getNetworkInputs().stream()
        .map(
            input ->
                switch (input) {
                  case "grams" -> grams(examples, ParagraphFeatures::grams, random, wide.own());
                  case "around" ->
                      grams(examples, ParagraphFeatures::around, random, wide.around());
                  case "vector" ->
                      rows(examples, ParagraphFeatures::vector, features.vectorLength());
                  case "dense" -> rows(examples, ParagraphFeatures::dense, features.denseLength());
                  default -> throw new IllegalStateException(input);
                })
        .toArray(INDArray[]::new);
  }

  private static INDArray rows(
      List<Example> examples, Function<ParagraphFeatures, float[]> row, int width) {
    float[] rows = new float[examples.size() * width];
    for (int i = 0; i < examples.size(); i++) {
      System.arraycopy(row.apply(examples.get(i).features()), 0, rows, i * width, width);
    }
    return matrix(rows, examples.size(), width);
  }

  private INDArray[] targets(List<Example> examples) {
    return scheme.tasks().stream()
        .map(
            task -> {
              int width = task.labels().size();
              float[] targets = new float[examples.size() * width];
              for (int row = 0; row < examples.size(); row++) {
                List<String> gold = examples.get(row).paragraph().labels(task).orElse(null);
                if (gold != null) {
                  targets(task, gold, targets, row * width);
                }
              }
              return matrix(targets, examples.size(), width);
            })
        .toArray(INDArray[]::new);
  }

  private INDArray[] masks(List<Example> examples) {
    return scheme.tasks().stream()
        .map(
            task -> {
              float[] mask = new float[examples.size()];
              for (int row = 0; row < mask.length; row++) {
                mask[row] = examples.get(row).paragraph().labels(task).isPresent() ? 1 : 0;
              }
              return matrix(mask, mask.length, 1);
            })
        .toArray(INDArray[]::new);
  }

  /** The inputs as wide as the n-gram table, kept for batches of one size. */
  private record GramBatch(INDArray own, INDArray around) {}

  private INDArray gramBatch(int count) {
    return Nd4j.create(count, features.table().size());
  }

  /** The widest inputs by far are written anew into one array for each size of batch. */
  private INDArray grams(
      List<Example> examples,
      Function<ParagraphFeatures, GramBag> bag,
      Random random,
      INDArray into) {
    into.assign(0);
    DataBuffer cells = into.data();
    double drop = settings.training().gramDropout();
    long start = 0;
    for (Example example : examples) {
      GramBag grams = bag.apply(example.features());
      int[] rows = grams.rows();
      for (int i = 0; i < rows.length; i++) {
        if (drop == 0 || random.nextDouble() >= drop) {
          cells.put(start + rows[i], grams.weights()[i] / (1 - drop));
        }
      }
      start += features.table().size();
    }
    return into;
  }

  private void targets(Task task, List<String> gold, float[] targets, int at) {
    int width = task.labels().size();
    double smoothing = task.isSingle() ? settings.training().labelSmoothing() : 0;
    for (int i = 0; i < width; i++) {
      targets[at + i] = (float) (smoothing / width);
    }
    for (String label : gold) {
      targets[at + task.indexOf(label)] += (float) (1 - smoothing);
    }
  }

  private static INDArray matrix(float[] values, int rows, int columns) {
    return Nd4j.create(values, new long[] {rows, columns}, 'c');
  }
}
