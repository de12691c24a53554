package it.voci.dl4j;

import it.voci.classifier.ClassifierSettings;
import it.voci.classifier.LinearSettings;
import it.voci.classifier.Matrix;
import it.voci.classifier.NetworkWeights;
import it.voci.classifier.TrainingSettings;
import it.voci.corpus.LabelScheme;
import it.voci.corpus.Task;
import it.voci.features.FeatureExtractor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.linalg.schedule.PolySchedule;
import org.nd4j.linalg.schedule.ScheduleType;

/**
 * The networks as Deeplearning4j graphs. Inputs: {@code grams} [paragraphs, n-grams], TF-IDF
 * weights whose product with the table is the weighted sum of an embedding bag, and {@code dense};
 * of the branched network also {@code around}, n-grams of the paragraphs before and after, and
 * {@code vector}. One output per task.
 */
final class NetworkGraph {
  private NetworkGraph() {}

  /**
   * An untrained branched network.
   *
   * @param labelWeights task id → weight of every label in the loss; tasks without an entry weigh
   *     all labels alike
   * @param steps that training takes at most, over which the learning rate falls to 0
   */
  static ComputationGraph branched(
      ClassifierSettings settings,
      LabelScheme scheme,
      FeatureExtractor features,
      Map<String, double[]> labelWeights,
      int steps) {
    TrainingSettings training = settings.training();
    int gramWidth = settings.network().gramWidth();
    int aroundWidth = settings.network().aroundWidth();
    int vectorWidth = settings.network().vectorWidth();
    int denseWidth = settings.network().denseWidth();
    int joined = settings.network().joinedWidth();
    int hidden = settings.network().hiddenWidth();
    double keep = 1 - training.dropout();
    ComputationGraphConfiguration.GraphBuilder graph =
        new NeuralNetConfiguration.Builder()
            .seed(training.seed())
            .weightInit(WeightInit.XAVIER)
            .updater(new Adam(falling(training.learningRate(), steps)))
            .l2(training.weightDecay())
            .graphBuilder()
            .addInputs("grams", "around", "vector", "dense")
            .addLayer("grams.layer", table(features, gramWidth), "grams")
            .addLayer("around.layer", table(features, aroundWidth), "around")
            .addLayer("around.kept", dropout(training.aroundDropout()), "around.layer")
            .addLayer("vector.layer", relu(features.vectorLength(), vectorWidth, 1), "vector")
            .addLayer("dense.layer", relu(features.denseLength(), denseWidth, 1), "dense")
            .addVertex(
                "joined",
                new MergeVertex(),
                "grams.layer",
                "around.kept",
                "vector.layer",
                "dense.layer")
            .addLayer("hidden.layer", relu(joined, hidden, keep), "joined")
            .addVertex("both", new MergeVertex(), "joined", "hidden.layer");
    for (Task task : scheme.tasks()) {
      OutputLayer.Builder head =
          head(task, labelWeights, training.multiWeight()).nIn(joined + hidden);
      if (keep < 1) {
        head.dropOut(keep);
      }
      graph.addLayer(NetworkWeights.head(task), head.build(), "both");
    }
    return initialised(graph, scheme);
  }

  /** An untrained linear network; the other parameters are those of {@link #branched}. */
  static ComputationGraph linear(
      LinearSettings linear,
      TrainingSettings training,
      LabelScheme scheme,
      FeatureExtractor features,
      Map<String, double[]> labelWeights,
      int steps) {
    ComputationGraphConfiguration.GraphBuilder graph =
        new NeuralNetConfiguration.Builder()
            .seed(training.seed())
            .weightInit(WeightInit.ZERO)
            .updater(new Nesterovs(falling(linear.learningRate(), steps), linear.momentum()))
            .l2(linear.weightDecay())
            .graphBuilder()
            .addInputs("grams", "dense")
            .addVertex("dense.scaled", new ScaleVertex(linear.denseScale()), "dense")
            .addVertex("both", new MergeVertex(), "grams", "dense.scaled");
    int inputs = features.table().size() + features.denseLength();
    for (Task task : scheme.tasks()) {
      graph.addLayer(
          NetworkWeights.head(task),
          head(task, labelWeights, training.multiWeight()).nIn(inputs).build(),
          "both");
    }
    return initialised(graph, scheme);
  }

  private static ISchedule falling(double learningRate, int steps) {
    return new PolySchedule(ScheduleType.ITERATION, learningRate, 1, Math.max(1, steps));
  }

  private static OutputLayer.Builder head(
      Task task, Map<String, double[]> labelWeights, double multiWeight) {
    return new OutputLayer.Builder(loss(task, labelWeights, multiWeight))
        .nOut(task.labels().size())
        .activation(task.isSingle() ? Activation.SOFTMAX : Activation.SIGMOID);
  }

  private static ComputationGraph initialised(
      ComputationGraphConfiguration.GraphBuilder graph, LabelScheme scheme) {
    graph.setOutputs(scheme.tasks().stream().map(NetworkWeights::head).toArray(String[]::new));
    ComputationGraph built = new ComputationGraph(graph.build());
    built.init();
    return built;
  }

  private static DropoutLayer dropout(double share) {
    DropoutLayer.Builder layer = new DropoutLayer.Builder();
    if (share > 0) {
      layer.dropOut(1 - share);
    }
    return layer.build();
  }

  private static DenseLayer table(FeatureExtractor features, int width) {
    return new DenseLayer.Builder()
        .nIn(features.table().size())
        .nOut(width)
        .hasBias(false)
        .activation(Activation.IDENTITY)
        .build();
  }

  private static DenseLayer relu(int inputs, int outputs, double keep) {
    DenseLayer.Builder layer =
        new DenseLayer.Builder().nIn(inputs).nOut(outputs).activation(Activation.RELU);
    if (keep < 1) {
      layer.dropOut(keep);
    }
    return layer.build();
  }

  private static ILossFunction loss(
      Task task, Map<String, double[]> labelWeights, double multiWeight) {
    double[] weights = labelWeights.get(task.id());
    if (!task.isSingle()) {
      double[] all = new double[task.labels().size()];
      Arrays.fill(all, multiWeight);
      return new LossBinaryXENT(Nd4j.createFromArray(all));
    }
    return weights == null ? new LossMCXENT() : new LossMCXENT(Nd4j.createFromArray(weights));
  }

  /** A copy of the graph's learned numbers under voci's names. */
  static NetworkWeights weights(ComputationGraph graph, List<NetworkWeights.Shape> shapes) {
    Map<String, Matrix> matrices = new LinkedHashMap<>();
    for (NetworkWeights.Shape shape : shapes) {
      boolean bias = shape.name().endsWith(".bias");
      String name = bias ? shape.name().substring(0, shape.name().length() - 5) : shape.name();
      String layer = name.startsWith("task.") ? name : name + ".layer";
      INDArray values = graph.getLayer(layer).getParam(bias ? "b" : "W");
      matrices.put(
          shape.name(),
          new Matrix(shape.rows(), shape.columns(), values.dup('c').data().asFloat()));
    }
    return new NetworkWeights(matrices);
  }
}
