package it.voci.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import it.voci.embedding.IntrinsicEvaluation;
import it.voci.embedding.IntrinsicEvaluation.Category;
import java.util.OptionalDouble;

/** An evaluation of word vectors as one JSON object; what nothing was measured on is null. */
public final class IntrinsicJson {
  private static final Gson GSON =
      new GsonBuilder().serializeNulls().disableHtmlEscaping().setPrettyPrinting().create();

  private IntrinsicJson() {}

  /**
   * Renders an evaluation.
   *
   * @param vectors as the user named them
   */
  public static String render(String vectors, IntrinsicEvaluation evaluation) {
    JsonObject root = new JsonObject();
    root.addProperty("vectors", vectors);
    root.addProperty("words", evaluation.words());
    root.addProperty("dimension", evaluation.dimension());
    JsonObject analogies = category(evaluation.analogies());
    analogies.addProperty("candidates", evaluation.candidates());
    JsonObject categories = new JsonObject();
    evaluation.categories().forEach(each -> categories.add(each.name(), category(each)));
    analogies.add("categories", categories);
    root.add("analogies", analogies);
    root.add("similarity", similarity(evaluation.similarity()));
    JsonObject outliers = new JsonObject();
    outliers.addProperty("cases", evaluation.outliers().cases());
    outliers.addProperty("covered", evaluation.outliers().covered());
    outliers.addProperty("detected", evaluation.outliers().detected());
    outliers.add("accuracy", number(evaluation.outliers().accuracy()));
    outliers.add("positionPercentage", number(evaluation.outliers().positionPercentage()));
    root.add("outliers", outliers);
    return GSON.toJson(root) + "\n";
  }

  private static JsonObject category(Category category) {
    JsonObject object = new JsonObject();
    object.addProperty("questions", category.questions());
    object.addProperty("covered", category.covered());
    object.addProperty("correct", category.correct());
    object.add("accuracy", number(category.accuracy()));
    object.add("accuracyOfAll", number(category.accuracyOfAll()));
    return object;
  }

  private static JsonObject similarity(IntrinsicEvaluation.Similarity similarity) {
    JsonObject object = new JsonObject();
    object.addProperty("pairs", similarity.pairs());
    object.addProperty("covered", similarity.covered());
    object.add("spearman", JsonNull.INSTANCE);
    object.add("interval", JsonNull.INSTANCE);
    similarity
        .spearman()
        .ifPresent(
            rho -> {
              JsonArray interval = new JsonArray();
              interval.add(rho.low());
              interval.add(rho.high());
              object.addProperty("spearman", rho.estimate());
              object.add("interval", interval);
            });
    return object;
  }

  private static JsonElement number(OptionalDouble value) {
    return value.isEmpty() ? JsonNull.INSTANCE : new JsonPrimitive(value.getAsDouble());
  }
}
