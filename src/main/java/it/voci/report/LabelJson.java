package it.voci.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import it.voci.classifier.Evidence;
import it.voci.classifier.LabelledArticle;
import it.voci.classifier.LabelledArticle.LabelledParagraph;
import it.voci.classifier.Prediction;
import it.voci.classifier.TaskPrediction;
import it.voci.corpus.Article;
import it.voci.corpus.LabelScheme;
import it.voci.corpus.Task;
import it.voci.quotes.Attribution;
import it.voci.quotes.Utterance;
import it.voci.text.TextSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Label records, one per paragraph, and the object that holds those of several articles. */
public final class LabelJson {
  static final Gson GSON = new GsonBuilder().serializeNulls().disableHtmlEscaping().create();

  private final LabelScheme scheme;
  private final String model;
  private final double least;

  /**
   * A renderer.
   *
   * @param model the model's identity, {@code name@digits}
   * @param least single labels below it become null, multi labels below it unsure
   */
  public LabelJson(LabelScheme scheme, String model, double least) {
    this.scheme = scheme;
    this.model = model;
    this.least = least;
  }

  /** One line per paragraph, each ended. */
  String lines(LabelledArticle article) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < article.paragraphs().size(); i++) {
      out.append(GSON.toJson(record(article, i))).append('\n');
    }
    return out.toString();
  }

  private String article(LabelledArticle labelled) {
    JsonObject object = new JsonObject();
    object.addProperty("input", labelled.input().input());
    object.addProperty("title", labelled.input().article().title().orElse(null));
    JsonArray paragraphs = new JsonArray();
    records(labelled).forEach(paragraphs::add);
    object.add("paragraphs", paragraphs);
    return GSON.toJson(object);
  }

  /** A line per paragraph. */
  public Rendering<LabelledArticle> jsonLines() {
    return Rendering.plain(this::lines);
  }

  /** One object that holds all articles. */
  public Rendering<LabelledArticle> document() {
    return new Rendering<>(
        "{\"model\":" + GSON.toJson(model) + ",\"articles\":[\n", this::article, ",\n", "\n]}\n");
  }

  List<JsonObject> records(LabelledArticle labelled) {
    List<JsonObject> records = new ArrayList<>();
    for (int i = 0; i < labelled.paragraphs().size(); i++) {
      records.add(record(labelled, i));
    }
    return records;
  }

  private JsonObject record(LabelledArticle labelled, int index) {
    Article article = labelled.input().article();
    TextSpan span = labelled.input().spans().get(index);
    LabelledParagraph paragraph = labelled.paragraphs().get(index);
    JsonObject record = new JsonObject();
    record.addProperty("article", article.id());
    record.addProperty("input", labelled.input().input());
    record.addProperty("title", article.title().orElse(null));
    record.addProperty("outlet", article.outlet().orElse(null));
    record.addProperty("date", article.date().orElse(null));
    record.addProperty("index", index);
    record.addProperty("start", span.start());
    record.addProperty("end", span.end());
    record.addProperty("text", article.paragraphs().get(index).text());
    record.addProperty("model", model);
    paragraph.prediction().ifPresentOrElse(p -> labels(record, p), () -> noLabels(record));
    String text = article.paragraphs().get(index).text();
    List<Attribution> speech = paragraph.prediction().map(Prediction::speech).orElse(List.of());
    JsonArray speakers = new JsonArray();
    Utterance.of(text, speech).forEach(utterance -> speakers.add(speaker(utterance)));
    record.add("speakers", speakers);
    paragraph.evidence().ifPresent(found -> record.add("evidence", evidence(text, found)));
    JsonArray warnings = new JsonArray();
    paragraph.warnings().forEach(warning -> warnings.add(warning.name().toLowerCase(Locale.ROOT)));
    record.add("warnings", warnings);
    return record;
  }

  /** The fields that describe a stretch of speech. */
  static JsonObject speaker(Utterance utterance) {
    JsonObject fields = new JsonObject();
    fields.addProperty("name", utterance.name());
    fields.addProperty("side", utterance.side().name().toLowerCase(Locale.ROOT));
    fields.addProperty("cue", utterance.cue());
    fields.addProperty("kind", utterance.kind().name().toLowerCase(Locale.ROOT));
    fields.addProperty("start", utterance.start());
    fields.addProperty("end", utterance.end());
    fields.addProperty("quote", utterance.quote());
    return fields;
  }

  private static JsonArray evidence(String text, List<Evidence> found) {
    JsonArray evidence = new JsonArray();
    for (Evidence one : found) {
      int start = text.codePointCount(0, one.span().start());
      JsonObject fields = new JsonObject();
      fields.addProperty("task", one.task());
      fields.addProperty("label", one.label());
      fields.addProperty("start", start);
      fields.addProperty("end", start + text.codePointCount(one.span().start(), one.span().end()));
      fields.addProperty("weight", Math.round(one.weight() * 1000) / 1000.0);
      evidence.add(fields);
    }
    return evidence;
  }

  private void noLabels(JsonObject record) {
    scheme.tasks().forEach(task -> record.add(task.id(), JsonNull.INSTANCE));
    record.add("thresholds", new JsonObject());
  }

  private void labels(JsonObject record, Prediction prediction) {
    JsonObject thresholds = new JsonObject();
    for (TaskPrediction task : prediction.tasks()) {
      JsonObject fields = new JsonObject();
      if (task.task().isSingle()) {
        fields.addProperty("label", task.label(least).orElse(null));
        fields.addProperty("confidence", task.confidence());
      } else {
        fields.add("labels", GSON.toJsonTree(task.sure(least)));
        fields.add("unsure", GSON.toJsonTree(task.unsure(least)));
        thresholds.add(task.task().id(), byLabel(task.task(), task.thresholds()));
      }
      fields.add("scores", GSON.toJsonTree(task.scoresByLabel(), Map.class));
      record.add(task.task().id(), fields);
    }
    record.add("thresholds", thresholds);
  }

  private static JsonObject byLabel(Task task, List<Double> values) {
    JsonObject object = new JsonObject();
    for (int i = 0; i < values.size(); i++) {
      object.addProperty(task.labels().get(i).id(), values.get(i));
    }
    return object;
  }
}
