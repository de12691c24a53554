package it.voci.corpus;

import com.google.gson.JsonElement;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One paragraph of an article.
 *
 * @param text as written
 * @param labels task id → label ids; a task without an entry is not labelled, an empty list means
 *     "none of them"
 * @param extra fields voci does not know, kept as they were read
 */
public record Paragraph(
    String text, Map<String, List<String>> labels, Map<String, JsonElement> extra) {
  public Paragraph {
    labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
    extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
  }

  /**
   * A labelled paragraph.
   *
   * @param labels task id → label ids
   */
  public static Paragraph of(String text, Map<String, List<String>> labels) {
    return new Paragraph(text, labels, Map.of());
  }

  public static Paragraph unlabelled(String text) {
    return new Paragraph(text, Map.of(), Map.of());
  }

  /** Marked as a hard case on its own. */
  public boolean isHard() {
    return extra.get("hard") != null
        && extra.get("hard").isJsonPrimitive()
        && extra.get("hard").getAsBoolean();
  }

  public Optional<List<String>> labels(Task task) {
    return Optional.ofNullable(labels.get(task.id()));
  }
}
