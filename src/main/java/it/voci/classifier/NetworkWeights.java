package it.voci.classifier;

import it.voci.corpus.LabelScheme;
import it.voci.corpus.Task;
import it.voci.features.FeatureExtractor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The learned numbers of a network, by name. Of a branched one: {@code grams} [n-grams, gramWidth];
 * {@code around} [n-grams, aroundWidth]; {@code vector}, {@code dense}, {@code hidden} and one per
 * task [inputs, outputs], each with a bias {@code NAME.bias} [1, outputs]. A head's inputs are the
 * joined branches, then the hidden layer. Of a linear one: the heads alone, whose inputs are the
 * n-grams, then the dense features.
 *
 * @param matrices in the order of {@link #shapes} or {@link #linearShapes}
 */
public record NetworkWeights(Map<String, Matrix> matrices) {
  /** What a matrix is called and how large it must be. */
  public record Shape(String name, int rows, int columns) {}

  public NetworkWeights {
    matrices = Collections.unmodifiableMap(new LinkedHashMap<>(matrices));
  }

  /**
   * The matrices a branched network of these settings consists of, in the order in which they are
   * stored.
   */
  public static List<Shape> shapes(
      NetworkSettings settings, FeatureExtractor features, LabelScheme scheme) {
    List<Shape> shapes = new ArrayList<>();
    shapes.add(new Shape("grams", features.table().size(), settings.gramWidth()));
    shapes.add(new Shape("around", features.table().size(), settings.aroundWidth()));
    layer(shapes, "vector", features.vectorLength(), settings.vectorWidth());
    layer(shapes, "dense", features.denseLength(), settings.denseWidth());
    layer(shapes, "hidden", settings.joinedWidth(), settings.hiddenWidth());
    int headInputs = settings.joinedWidth() + settings.hiddenWidth();
    for (Task task : scheme.tasks()) {
      layer(shapes, head(task), headInputs, task.labels().size());
    }
    return List.copyOf(shapes);
  }

  /** The matrices a linear network consists of, in the order in which they are stored. */
  public static List<Shape> linearShapes(FeatureExtractor features, LabelScheme scheme) {
    List<Shape> shapes = new ArrayList<>();
    for (Task task : scheme.tasks()) {
      int inputs = features.table().size() + features.denseLength();
      layer(shapes, head(task), inputs, task.labels().size());
    }
    return List.copyOf(shapes);
  }

  /** The name of a task's head. */
  public static String head(Task task) {
    return "task." + task.id();
  }

  private static void layer(List<Shape> shapes, String name, int rows, int columns) {
    shapes.add(new Shape(name, rows, columns));
    shapes.add(new Shape(bias(name), 1, columns));
  }

  static String bias(String layer) {
    return layer + ".bias";
  }

  Matrix matrix(String name) {
    return matrices.get(name);
  }
}
