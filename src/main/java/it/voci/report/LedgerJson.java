package it.voci.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import it.voci.evaluation.ArticleBootstrap;
import it.voci.evaluation.Interval;
import it.voci.evaluation.Ledger;
import it.voci.evaluation.Ledger.Share;
import it.voci.evaluation.LedgerSources;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A ledger as one JSON object. */
public final class LedgerJson {
  private static final Gson GSON =
      new GsonBuilder().serializeNulls().disableHtmlEscaping().setPrettyPrinting().create();

  private LedgerJson() {}

  public static String render(Ledger ledger, LedgerSources sources, ArticleBootstrap bootstrap) {
    JsonObject root = new JsonObject();
    root.addProperty("by", ledger.by().name().toLowerCase(Locale.ROOT));
    root.add("labels", GSON.toJsonTree(sources.labels()));
    root.add("models", GSON.toJsonTree(sources.models()));
    root.add("bootstrap", GSON.toJsonTree(bootstrap));
    root.addProperty("confusions", sources.confusions().orElse(null));
    root.add("notes", GSON.toJsonTree(sources.notes()));
    root.add("all", part(ledger.all()));
    root.add("parts", GSON.toJsonTree(ledger.parts().stream().map(LedgerJson::part).toList()));
    return GSON.toJson(root) + "\n";
  }

  private static JsonObject part(Ledger.Part part) {
    JsonObject object = new JsonObject();
    object.addProperty("value", part.value().orElse(null));
    object.addProperty("articles", part.articles());
    object.addProperty("paragraphs", part.paragraphs());
    object.addProperty("words", part.words());
    JsonObject tasks = new JsonObject();
    part.tasks()
        .forEach(
            (id, task) -> {
              JsonObject units = new JsonObject();
              units.add("paragraphs", measure(task.paragraphs()));
              units.add("words", measure(task.words()));
              tasks.add(id, units);
            });
    object.add("tasks", tasks);
    object.add(
        "crossing",
        part.crossing().<JsonElement>map(LedgerJson::crossing).orElse(JsonNull.INSTANCE));
    object.add("speakers", speakers(part.speakers()));
    return object;
  }

  private static JsonObject measure(Ledger.Measure measure) {
    JsonObject object = new JsonObject();
    object.addProperty("answered", measure.answered());
    object.addProperty("abstained", measure.abstained());
    object.add("labels", shares(measure.labels()));
    return object;
  }

  private static JsonObject shares(Map<String, Share> shares) {
    JsonObject object = new JsonObject();
    shares.forEach((label, share) -> object.add(label, share(share)));
    return object;
  }

  private static JsonObject share(Share share) {
    JsonObject object = new JsonObject();
    object.addProperty("count", share.count());
    object.addProperty("share", share.share());
    object.add("interval", bounds(share.interval()));
    if (share.adjusted().isPresent()) {
      object.addProperty("adjusted", share.adjusted().get().estimate());
      object.add("adjustedInterval", bounds(share.adjusted()));
    }
    return object;
  }

  private static JsonElement bounds(Optional<Interval> interval) {
    return interval.<JsonElement>map(EvaluationJson::pair).orElse(JsonNull.INSTANCE);
  }

  private static JsonObject crossing(Ledger.Crossing crossing) {
    JsonObject object = new JsonObject();
    object.add("tasks", GSON.toJsonTree(List.of(crossing.rows(), crossing.columns())));
    object.add("paragraphs", cells(crossing.paragraphs()));
    object.add("words", cells(crossing.words()));
    return object;
  }

  private static JsonObject cells(Ledger.Cells cells) {
    JsonObject object = new JsonObject();
    object.addProperty("answered", cells.answered());
    JsonObject rows = new JsonObject();
    cells.cells().forEach((label, row) -> rows.add(label, shares(row)));
    object.add("cells", rows);
    return object;
  }

  private static JsonObject speakers(Ledger.Speakers speakers) {
    JsonObject object = new JsonObject();
    object.addProperty("words", speakers.words());
    object.addProperty("share", speakers.share());
    object.addProperty("unnamed", speakers.unnamed());
    object.addProperty("number", speakers.number());
    object.add(
        "first",
        GSON.toJsonTree(
            speakers.first().stream()
                .map(
                    speaker -> {
                      JsonObject fields = new JsonObject();
                      fields.addProperty("name", speaker.name());
                      fields.addProperty("side", speaker.side());
                      fields.addProperty("articles", speaker.articles());
                      fields.addProperty("words", speaker.words().count());
                      fields.addProperty("share", speaker.words().share());
                      fields.add("interval", bounds(speaker.words().interval()));
                      return fields;
                    })
                .toList()));
    return object;
  }
}
