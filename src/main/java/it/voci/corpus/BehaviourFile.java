package it.voci.corpus;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import it.voci.UserException;
import it.voci.corpus.BehaviourCase.Expectation;
import it.voci.corpus.BehaviourCase.Relation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Behavioural suites: UTF-8 JSONL, a {@link BehaviourCase} a line.
 *
 * <pre>{@code
 * {"kind": "typos", "id": "typos-1", "before": [], "text": "…", "variant": "…",
 *  "expect": {"voice": {"relation": "same", "text": "reporting"}}}
 * }</pre>
 */
public final class BehaviourFile {
  /** The name of a dataset folder's suite. */
  public static final String NAME = "behaviour.jsonl";

  private static final Set<String> FIELDS =
      Set.of("kind", "id", "before", "text", "variant", "expect");
  private static final Set<String> EXPECTATIONS = Set.of("relation", "text", "variant");

  private BehaviourFile() {}

  /**
   * Reads a whole file, or nothing of it.
   *
   * @throws UserException naming {@code file:line} of the first bad line
   */
  public static List<BehaviourCase> read(Path file, LabelScheme scheme) {
    List<BehaviourCase> cases = new ArrayList<>();
    Map<String, Integer> lineOfId = new HashMap<>();
    JsonLines.forEach(
        file,
        (line, number, where) -> {
          BehaviourCase parsed = parse(JsonText.object(line, where), scheme, where);
          Integer before = lineOfId.putIfAbsent(parsed.id(), number);
          if (before != null) {
            throw new UserException(
                where + ": id '" + parsed.id() + "' already stands in line " + before);
          }
          cases.add(parsed);
        });
    return List.copyOf(cases);
  }

  private static BehaviourCase parse(JsonObject object, LabelScheme scheme, String where) {
    requireKnown(object, FIELDS, where);
    Optional<String> variant = JsonText.text(object, "variant", where);
    Map<String, Expectation> expect = new LinkedHashMap<>();
    JsonObject expected = RecordJson.object(object, "expect", where);
    for (String id : expected.keySet()) {
      Task task =
          scheme
              .task(id)
              .orElseThrow(
                  () ->
                      new UserException(
                          where + ": the scheme has no task " + JsonText.excerpt(id)));
      expect.put(id, expectation(RecordJson.object(expected, id, where), task, variant, where));
    }
    if (expect.isEmpty()) {
      throw new UserException(where + ": nothing is expected; name a task in 'expect'");
    }
    return new BehaviourCase(
        RecordJson.requireText(object, "kind", where),
        RecordJson.requireText(object, "id", where),
        RecordJson.texts(object, "before", where),
        RecordJson.requireText(object, RecordJson.TEXT, where),
        variant,
        expect);
  }

  private static Expectation expectation(
      JsonObject object, Task task, Optional<String> variantText, String where) {
    requireKnown(object, EXPECTATIONS, where);
    Optional<Relation> relation =
        JsonText.text(object, "relation", where).map(text -> relation(text, where));
    Optional<String> text = label(object, "text", task, where);
    Optional<String> variant = label(object, "variant", task, where);
    if (variantText.isEmpty() && (relation.isPresent() || variant.isPresent())) {
      throw new UserException(where + ": something is expected of a 'variant' that is missing");
    }
    if (relation.isEmpty() && text.isEmpty() && variant.isEmpty()) {
      throw new UserException(where + ": nothing is expected of '" + task.id() + "'");
    }
    return new Expectation(relation, text, variant);
  }

  private static Relation relation(String text, String where) {
    return switch (text) {
      case "same" -> Relation.SAME;
      case "different" -> Relation.DIFFERENT;
      default ->
          throw new UserException(
              where + ": 'relation' must be same or different but was " + JsonText.excerpt(text));
    };
  }

  private static Optional<String> label(JsonObject object, String key, Task task, String where) {
    Optional<String> label = JsonText.text(object, key, where);
    if (label.isPresent() && task.indexOf(label.get()) < 0) {
      throw TaskLabels.notAllowed(task, label.get(), where);
    }
    return label;
  }

  /** A misspelt field would otherwise expect nothing, and hold. */
  private static void requireKnown(JsonObject object, Set<String> known, String where) {
    for (Map.Entry<String, JsonElement> field : object.entrySet()) {
      if (!known.contains(field.getKey())) {
        throw new UserException(where + ": unknown field " + JsonText.excerpt(field.getKey()));
      }
    }
  }
}
