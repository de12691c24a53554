package it.voci.dl4j;

import it.voci.classifier.ClassifierSettings;
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
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.schedule.PolySchedule;
import org.nd4j.linalg.schedule.ScheduleType;

/**
 * The network as a Deeplearning4j graph. Four inputs: {@code grams} [paragraphs, n-grams], TF-IDF
 * weights whose product with the table is the weighted sum of an embedding bag; {@code around}, the
 * same of the paragraphs before and after; {@code vector} and {@code dense}. One output per task.
 */
final class NetworkGraph {
  private NetworkGraph() {}

  /**
   * An untrained graph.
   *
   * @param labelWeights task id → weight of every label in the loss; tasks without an entry weigh
   *     all labels alike
   * @param steps that training takes at most, over which the learning rate falls to 0
   */
  static ComputationGraph build(
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
            .updater(
                new Adam(
                    new PolySchedule(
                        ScheduleType.ITERATION, training.learningRate(), 1, Math.max(1, steps))))
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
          new OutputLayer.Builder(loss(task, labelWeights, training.multiWeight()))
              .nIn(joined + hidden)
              .nOut(task.labels().size())
              .activation(task.isSingle() ? Activation.SOFTMAX : Activation.SIGMOID);
      if (keep < 1) {
        head.dropOut(keep);
      }
      graph.addLayer(NetworkWeights.head(task), head.build(), "both");
    }
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
