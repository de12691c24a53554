package it.voci.corpus;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import it.voci.UserException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Dataset files: UTF-8 JSONL, an article a line. */
public final class DatasetFile {
  private static final Set<String> KNOWN =
      Set.of("id", "title", "outlet", "date", "register", "hard", "paragraphs");
  private static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

  private DatasetFile() {}

  /**
   * Reads a whole dataset file, or nothing of it.
   *
   * @throws UserException naming {@code file:line} of the first bad line and the number of others
   */
  public static List<Article> read(Path file, LabelScheme scheme) {
    return readPlaced(file, scheme).stream().map(PlacedArticle::article).toList();
  }

  /** As {@link #read}, with the line of every article. */
  public static List<PlacedArticle> readPlaced(Path file, LabelScheme scheme) {
    List<Finding> problems = new ArrayList<>();
    List<PlacedArticle> articles = read(file, scheme, problems::add);
    if (problems.size() > 1) {
      throw new UserException(
          problems.get(0).message()
              + " ("
              + (problems.size() - 1)
              + " more; voci dataset check lists them all)");
    }
    if (!problems.isEmpty()) {
      throw new UserException(problems.get(0).message());
    }
    return articles;
  }

  /**
   * Reads what can be read.
   *
   * @param problem told of every line that is left out, and of all labels that are not allowed,
   *     which are then as if they had not been given
   */
  static List<PlacedArticle> read(Path file, LabelScheme scheme, Consumer<Finding> problem) {
    List<PlacedArticle> articles = new ArrayList<>();
    Map<String, Integer> lineOfId = new HashMap<>();
    JsonLines.forEach(
        file,
        (line, number, where) -> {
          Article article = parse(line, Optional.of(scheme), where, problem);
          Integer before = lineOfId.putIfAbsent(article.id(), number);
          if (before != null) {
            throw new UserException(
                where + ": id '" + article.id() + "' already stands in line " + before);
          }
          articles.add(new PlacedArticle(file, number, article));
        },
        e -> problem.accept(Finding.error("shape", e.getMessage())));
    return List.copyOf(articles);
  }

  /**
   * Parses one article.
   *
   * @param scheme whose tasks are read as labels; without one all of a paragraph's other fields are
   *     kept as extra
   * @param where {@code file:line}, named in messages
   */
  public static Article parse(String json, Optional<LabelScheme> scheme, String where) {
    return parse(
        json,
        scheme,
        where,
        problem -> {
          throw new UserException(problem.message());
        });
  }

  private static Article parse(
      String json, Optional<LabelScheme> scheme, String where, Consumer<Finding> problem) {
    JsonObject object = JsonText.object(json, where);
    String id =
        JsonText.text(object, "id", where)
            .filter(text -> !text.isBlank())
            .orElseThrow(() -> new UserException(where + ": the article has no 'id'"));
    if (!(object.get("paragraphs") instanceof JsonArray array) || array.isEmpty()) {
      throw new UserException(where + ": article '" + id + "' has no list of 'paragraphs'");
    }
    List<Paragraph> paragraphs = new ArrayList<>();
    for (JsonElement element : array) {
      String place = where + ": article '" + id + "', paragraph " + paragraphs.size();
      if (!(element instanceof JsonObject fields)) {
        throw new UserException(place + ": expected an object with a 'text'");
      }
      paragraphs.add(paragraph(fields, scheme, place, problem));
    }
    return new Article(
        id,
        JsonText.text(object, "title", where),
        JsonText.text(object, "outlet", where),
        JsonText.text(object, "date", where),
        JsonText.text(object, "register", where),
        isHard(object, where),
        paragraphs,
        others(object, KNOWN));
  }

  private static boolean isHard(JsonObject object, String where) {
    JsonElement value = object.get("hard");
    if (value == null || value.isJsonNull()) {
      return false;
    }
    if (!(value instanceof JsonPrimitive primitive) || !primitive.isBoolean()) {
      throw new UserException(
          where + ": 'hard' must be true or false but was " + JsonText.excerpt(value.toString()));
    }
    return primitive.getAsBoolean();
  }

  private static Paragraph paragraph(
      JsonObject fields, Optional<LabelScheme> scheme, String place, Consumer<Finding> problem) {
    String text =
        JsonText.text(fields, "text", place)
            .orElseThrow(() -> new UserException(place + " has no 'text'"));
    Map<String, List<String>> labels = new LinkedHashMap<>();
    Set<String> known = new HashSet<>(Set.of("text"));
    if (scheme.isPresent()) {
      for (Task task : scheme.get().tasks()) {
        known.add(task.id());
        JsonElement value = fields.get(task.id());
        if (value != null && !value.isJsonNull()) {
          try {
            labels.put(task.id(), labels(task, value, place));
          } catch (UserException e) {
            problem.accept(Finding.error("label", e.getMessage()));
          }
        }
      }
      for (LabelRule rule : scheme.get().brokenRules(labels)) {
        problem.accept(Finding.error("rule", place + ": labels break the rule '" + rule + "'"));
      }
    }
    return new Paragraph(text, labels, others(fields, known));
  }

  /**
   * A paragraph with the labels that stand in one of its extra fields, such as those of an
   * annotator before they were settled; empty where it has no such field.
   *
   * @throws UserException where the field does not hold labels of the scheme
   */
  public static Optional<Paragraph> pass(
      PlacedArticle article, int index, String field, LabelScheme scheme) {
    Paragraph paragraph = article.article().paragraphs().get(index);
    JsonElement value = paragraph.extra().get(field);
    if (value == null) {
      return Optional.empty();
    }
    String place = article.where(index) + ", '" + field + "'";
    if (!(value instanceof JsonObject fields)) {
      throw new UserException(place + ": expected an object with labels");
    }
    Map<String, List<String>> labels = new LinkedHashMap<>();
    for (Task task : scheme.tasks()) {
      if (fields.has(task.id())) {
        labels.put(task.id(), labels(task, fields.get(task.id()), place));
      }
    }
    return Optional.of(new Paragraph(paragraph.text(), labels, Map.of()));
  }

  private static List<String> labels(Task task, JsonElement value, String place) {
    List<String> labels = new ArrayList<>();
    if (task.isSingle()) {
      labels.add(label(task, value, place));
    } else if (value.isJsonArray()) {
      value.getAsJsonArray().forEach(item -> labels.add(label(task, item, place)));
    } else {
      throw new UserException(
          place
              + ": '"
              + task.id()
              + "' must be a list of labels but was "
              + JsonText.excerpt(value.toString()));
    }
    return TaskLabels.require(task, labels, place);
  }

  private static String label(Task task, JsonElement value, String place) {
    if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isString()) {
      throw TaskLabels.notAllowed(task, value.toString(), place);
    }
    return value.getAsString();
  }

  private static Map<String, JsonElement> others(JsonObject object, Set<String> known) {
    Map<String, JsonElement> others = new LinkedHashMap<>();
    object.entrySet().stream()
        .filter(field -> !known.contains(field.getKey()))
        .forEach(field -> others.put(field.getKey(), field.getValue()));
    return others;
  }

  /** A whole file. */
  public static String format(List<Article> articles, LabelScheme scheme) {
    return articles.stream()
        .map(article -> format(article, scheme) + "\n")
        .collect(Collectors.joining());
  }

  /** One line of JSON, without the line end. */
  public static String format(Article article, LabelScheme scheme) {
    JsonObject object = new JsonObject();
    object.addProperty("id", article.id());
    article.title().ifPresent(value -> object.addProperty("title", value));
    article.outlet().ifPresent(value -> object.addProperty("outlet", value));
    article.date().ifPresent(value -> object.addProperty("date", value));
    article.register().ifPresent(value -> object.addProperty("register", value));
    article.extra().forEach(object::add);
    object.addProperty("hard", article.hard());
    JsonArray paragraphs = new JsonArray();
    for (Paragraph paragraph : article.paragraphs()) {
      JsonObject fields = new JsonObject();
      fields.addProperty("text", paragraph.text());
      for (Task task : scheme.tasks()) {
        fields.add(
            task.id(), paragraph.labels(task).map(l -> json(task, l)).orElse(JsonNull.INSTANCE));
      }
      paragraph.extra().forEach(fields::add);
      paragraphs.add(fields);
    }
    object.add("paragraphs", paragraphs);
    return GSON.toJson(object);
  }

  private static JsonElement json(Task task, List<String> labels) {
    return task.isSingle() ? GSON.toJsonTree(labels.get(0)) : GSON.toJsonTree(labels);
  }
}
