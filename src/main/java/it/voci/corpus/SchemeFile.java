package it.voci.corpus;

import it.voci.UserException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads and writes {@code scheme.yaml}. */
public final class SchemeFile {
  private SchemeFile() {}

  /** Reads a scheme; throws {@link UserException} naming the file where it is not one. */
  public static LabelScheme read(Path file) {
    try {
      return parse(Files.readString(file), file.toString());
    } catch (NoSuchFileException e) {
      throw new UserException(
          file + ": no label scheme here; a dataset folder needs a scheme.yaml", e);
    } catch (IOException e) {
      throw new UserException(file + ": cannot be read as UTF-8 (" + e.getMessage() + ")", e);
    }
  }

  /**
   * Parses a scheme.
   *
   * @param where named in messages
   */
  public static LabelScheme parse(String yaml, String where) {
    try {
      Object root = new Load(LoadSettings.builder().setLabel(where).build()).loadFromString(yaml);
      Map<?, ?> scheme = map(root, "the file");
      List<Task> tasks = new ArrayList<>();
      for (Object item : list(scheme.get("tasks"), "tasks")) {
        tasks.add(task(map(item, "a task")));
      }
      List<LabelRule> rules = new ArrayList<>();
      if (scheme.get("rules") != null) {
        for (Object item : list(scheme.get("rules"), "rules")) {
          rules.add(rule(map(item, "a rule")));
        }
      }
      if (!(scheme.get("version") instanceof Integer version)) {
        throw new UserException(
            "'version' must be a whole number but was " + excerpt(scheme.get("version")));
      }
      return new LabelScheme(text(scheme, "name"), version, tasks, rules);
    } catch (UserException e) {
      throw new UserException(where + ": " + oneLine(e), e);
    } catch (YamlEngineException e) {
      throw new UserException(where + ": not valid YAML: " + oneLine(e), e);
    } catch (StackOverflowError e) {
      throw new UserException(where + ": nested too deeply to be a label scheme", e);
    }
  }

  private static String oneLine(RuntimeException e) {
    return e.getMessage().replaceAll("\\s+", " ").strip();
  }

  public static String format(LabelScheme scheme) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("name", scheme.name());
    root.put("version", scheme.version());
    List<Object> tasks = new ArrayList<>();
    for (Task task : scheme.tasks()) {
      Map<String, Object> item = new LinkedHashMap<>();
      item.put("id", task.id());
      item.put("kind", task.kind().name().toLowerCase(Locale.ROOT));
      List<Object> labels = new ArrayList<>();
      for (Label label : task.labels()) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("id", label.id());
        one.put("en", label.en());
        one.put("it", label.it());
        one.put("about", label.about());
        labels.add(one);
      }
      item.put("labels", labels);
      tasks.add(item);
    }
    root.put("tasks", tasks);
    List<Object> rules = new ArrayList<>();
    for (LabelRule rule : scheme.rules()) {
      Map<String, Object> item = new LinkedHashMap<>();
      item.put("when", new java.util.TreeMap<>(rule.when()));
      item.put("then", new java.util.TreeMap<>(rule.then()));
      rules.add(item);
    }
    if (!rules.isEmpty()) {
      root.put("rules", rules);
    }
    DumpSettings settings =
        DumpSettings.builder()
            .setDefaultFlowStyle(FlowStyle.BLOCK)
            .setWidth(120)
            .setDereferenceAliases(true)
            .build();
    return new Dump(settings).dumpToString(root);
  }

  private static Task task(Map<?, ?> item) {
    String id = text(item, "id");
    Task.Kind kind =
        switch (text(item, "kind")) {
          case "single" -> Task.Kind.SINGLE;
          case "multi" -> Task.Kind.MULTI;
          default ->
              throw new UserException(
                  "task '" + id + "': kind must be single or multi but was " + item.get("kind"));
        };
    List<Label> labels = new ArrayList<>();
    for (Object label : list(item.get("labels"), "labels of task '" + id + "'")) {
      Map<?, ?> fields = map(label, "a label of task '" + id + "'");
      String labelId = text(fields, "id");
      labels.add(
          new Label(
              labelId,
              optionalText(fields, "en", labelId),
              optionalText(fields, "it", labelId),
              optionalText(fields, "about", "")));
    }
    return new Task(id, kind, labels);
  }

  private static LabelRule rule(Map<?, ?> item) {
    Map<String, String> when = new LinkedHashMap<>();
    map(item.get("when"), "'when' of a rule").forEach((k, v) -> when.put("" + k, "" + v));
    Map<String, List<String>> then = new LinkedHashMap<>();
    map(item.get("then"), "'then' of a rule")
        .forEach(
            (k, v) ->
                then.put(
                    "" + k,
                    v instanceof List<?> all
                        ? all.stream().map(String::valueOf).toList()
                        : List.of(String.valueOf(v))));
    return new LabelRule(when, then);
  }

  private static String text(Map<?, ?> fields, String key) {
    Object value = fields.get(key);
    if (!(value instanceof String text) || text.isBlank()) {
      throw new UserException("'" + key + "' must be a text but was " + excerpt(value));
    }
    return text;
  }

  private static String optionalText(Map<?, ?> fields, String key, String otherwise) {
    Object value = fields.get(key);
    return value == null || value.equals("") ? otherwise : text(fields, key);
  }

  private static Map<?, ?> map(Object value, String what) {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw new UserException(what + " must be a mapping (key: value) but was " + excerpt(value));
  }

  private static List<?> list(Object value, String what) {
    if (value instanceof List<?> list) {
      return list;
    }
    throw new UserException("'" + what + "' must be a list but was " + excerpt(value));
  }

  private static String excerpt(Object value) {
    return JsonText.excerpt(String.valueOf(value));
  }
}
