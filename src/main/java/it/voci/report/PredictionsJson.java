package it.voci.report;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import it.voci.classifier.LabelledArticle;
import it.voci.classifier.LabelledArticle.LabelledParagraph;
import it.voci.corpus.Article;
import it.voci.corpus.LabelScheme;
import it.voci.corpus.Paragraph;
import it.voci.corpus.Task;
import it.voci.evaluation.Outcome;
import it.voci.input.InputArticle;
import java.util.List;
import java.util.Optional;

/**
 * Predictions beside the truth: label records, unrounded, each with an object {@code gold} that
 * holds the paragraph's labels.
 */
public final class PredictionsJson {
  private final LabelJson records;
  private final LabelScheme scheme;

  /**
   * A renderer.
   *
   * @param model the name of what predicted
   */
  public PredictionsJson(LabelScheme scheme, String model) {
    this.scheme = scheme;
    this.records = new LabelJson(scheme, model, 0);
  }

  /**
   * One line per paragraph, each ended.
   *
   * @param outcomes those of the article's paragraphs, in order
   */
  public String lines(String input, Article article, List<Outcome> outcomes) {
    LabelledArticle labelled =
        new LabelledArticle(
            InputArticle.joined(input, article),
            outcomes.stream()
                .map(
                    outcome ->
                        new LabelledParagraph(
                            Optional.of(outcome.prediction()), Optional.empty(), List.of()))
                .toList());
    StringBuilder out = new StringBuilder();
    List<JsonObject> objects = records.records(labelled);
    for (int i = 0; i < objects.size(); i++) {
      objects.get(i).add("gold", gold(article.paragraphs().get(i)));
      out.append(LabelJson.GSON.toJson(objects.get(i))).append('\n');
    }
    return out.toString();
  }

  private JsonObject gold(Paragraph paragraph) {
    JsonObject gold = new JsonObject();
    for (Task task : scheme.tasks()) {
      paragraph
          .labels(task)
          .ifPresent(
              labels -> {
                JsonElement value =
                    task.isSingle()
                        ? new JsonPrimitive(labels.get(0))
                        : LabelJson.GSON.toJsonTree(labels);
                gold.add(task.id(), value);
              });
    }
    return gold;
  }
}
