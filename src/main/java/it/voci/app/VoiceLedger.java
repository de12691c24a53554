package it.voci.app;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import it.voci.UserException;
import it.voci.corpus.ArticleMetaFile;
import it.voci.corpus.JsonText;
import it.voci.corpus.LabelRecord;
import it.voci.corpus.LabelRecordFile;
import it.voci.corpus.LabelScheme;
import it.voci.corpus.Task;
import it.voci.evaluation.ConfusionMatrix;
import it.voci.evaluation.Ledger;
import it.voci.evaluation.LedgerCounter;
import it.voci.evaluation.LedgerSettings;
import it.voci.evaluation.LedgerSources;
import it.voci.evaluation.TaskEvaluation;
import it.voci.store.ModelDirectory;
import it.voci.store.RecordedEvaluation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keeps the ledger of label records: who gets to speak, how much, where and when. */
public final class VoiceLedger {
  /**
   * What to count.
   *
   * @param labels files of label records
   * @param meta CSV file with the articles' outlets and dates, which go before those of the records
   * @param model the model that gave the labels, whose recorded evaluation knows its confusions; it
   *     may be missing or another
   * @param confusion an evaluation to take the confusions from instead ({@code report.json})
   */
  public record Request(
      List<Path> labels, Optional<Path> meta, Path model, Optional<Path> confusion) {
    public Request {
      labels = List.copyOf(labels);
    }
  }

  /** Confusions by task, and where they were counted. */
  private record Known(String source, Map<String, Map<String, ConfusionMatrix>> tasks) {}

  private final LedgerCounter counter = new LedgerCounter();
  private final Set<String> models = new LinkedHashSet<>();
  private final List<String> notes = new ArrayList<>();
  private final Request request;
  private final Map<String, Map<String, ConfusionMatrix>> confusions = new LinkedHashMap<>();
  private Optional<String> confusionSource = Optional.empty();

  private VoiceLedger(Request request) {
    this.request = request;
  }

  /**
   * Counts the records, reading each once.
   *
   * @throws UserException where a file cannot be read, holds no labelled paragraph, or a paragraph
   *     occurs twice
   */
  public static VoiceLedger read(Request request) {
    VoiceLedger ledger = new VoiceLedger(request);
    ledger.count();
    ledger.findConfusions();
    return ledger;
  }

  /** The ledger of all records. */
  public Ledger ledger(LedgerSettings settings) {
    return counter.ledger(settings, confusions);
  }

  public LedgerSources sources() {
    return new LedgerSources(
        request.labels().stream().map(Path::toString).toList(),
        List.copyOf(models),
        confusionSource,
        notes);
  }

  private void count() {
    Map<String, ArticleMetaFile.Meta> metas =
        request.meta().map(ArticleMetaFile::read).orElse(Map.of());
    LabelRecordFile reader =
        new LabelRecordFile(
            ModelDirectory.scheme(request.model()).map(LabelScheme::tasks).orElse(List.of()));
    for (Path file : request.labels()) {
      reader.forEach(
          file,
          (record, where) -> {
            try {
              counter.add(with(record, Optional.ofNullable(metas.get(record.article()))));
            } catch (UserException e) {
              throw new UserException(where + ": " + e.getMessage(), e);
            }
            if (!record.model().isEmpty()) {
              models.add(record.model());
            }
          });
    }
    if (counter.tasks().isEmpty()) {
      throw new UserException(request.labels().get(0) + ": holds no labelled paragraph");
    }
    request
        .meta()
        .ifPresent(
            file -> {
              List<String> articles = counter.articles();
              long found = articles.stream().filter(metas::containsKey).count();
              if (found < articles.size()) {
                notes.add(file + " names " + found + " of " + articles.size() + " articles");
              }
            });
  }

  private static LabelRecord with(LabelRecord record, Optional<ArticleMetaFile.Meta> meta) {
    return record
        .withOutlet(meta.flatMap(ArticleMetaFile.Meta::outlet).or(record::outlet))
        .withDate(meta.flatMap(ArticleMetaFile.Meta::date).or(record::date));
  }

  private void findConfusions() {
    Optional<Known> known = request.confusion().map(this::reported).or(this::recorded);
    if (known.isEmpty()) {
      notes.add(
          "no adjusted shares: the confusions of "
              + (models.isEmpty() ? "the model" : String.join(", ", models))
              + " are not known; name an evaluation with --confusion report.json");
      return;
    }
    for (Task task : counter.tasks()) {
      Map<String, ConfusionMatrix> matrices = known.get().tasks().getOrDefault(task.id(), Map.of());
      Optional<String> obstacle = obstacle(task, matrices);
      if (obstacle.isPresent()) {
        notes.add("no adjusted shares of '" + task.id() + "': " + obstacle.get());
      } else {
        confusions.put(task.id(), matrices);
        confusionSource = Optional.of(known.get().source());
      }
    }
  }

  private Optional<String> obstacle(Task task, Map<String, ConfusionMatrix> matrices) {
    if (matrices.isEmpty()) {
      return Optional.of("its confusions are not known");
    }
    if (counter.hasAbstentions(task)) {
      return Optional.of(
          "the model abstained from some paragraphs, and its confusions were counted without"
              + " abstentions");
    }
    return TaskEvaluation.expected(task).entrySet().stream()
        .flatMap(
            expected -> {
              ConfusionMatrix matrix = matrices.get(expected.getKey());
              if (matrix == null || !matrix.labels().equals(expected.getValue())) {
                return List.of("the confusions are not over the same labels").stream();
              }
              return matrix.neverRight().stream()
                  .map(
                      label ->
                          "the evaluation has no rightly labelled paragraph of '"
                              + (task.isSingle() ? label : expected.getKey() + ": " + label)
                              + "'");
            })
        .findFirst();
  }

  /** Those kept with the model, where it is the one that gave all labels. */
  private Optional<Known> recorded() {
    if (!Files.isRegularFile(request.model().resolve(ModelDirectory.MANIFEST))
        || !models.equals(Set.of(ModelDirectory.manifest(request.model()).id()))) {
      return Optional.empty();
    }
    return ModelDirectory.evaluations(request.model()).stream()
        .filter(e -> e.tasks().stream().anyMatch(task -> !task.confusions().isEmpty()))
        .max(Comparator.comparing(RecordedEvaluation::paragraphs))
        .map(
            evaluation -> {
              Map<String, Map<String, ConfusionMatrix>> tasks = new LinkedHashMap<>();
              evaluation.tasks().forEach(task -> tasks.put(task.task(), task.confusions()));
              return new Known(
                  request.model()
                      + " on "
                      + evaluation.data()
                      + " ("
                      + evaluation.paragraphs()
                      + " paragraphs)",
                  tasks);
            });
  }

  /** Those of an evaluation as {@code voci evaluate} writes it. */
  private Known reported(Path file) {
    String where = file.toString();
    JsonObject report;
    try {
      report = JsonText.object(Files.readString(file), where);
    } catch (NoSuchFileException e) {
      throw new UserException(where + ": no such file", e);
    } catch (IOException e) {
      throw new UserException(where + ": cannot be read (" + e.getMessage() + ")", e);
    }
    Map<String, Map<String, ConfusionMatrix>> tasks = new LinkedHashMap<>();
    try {
      for (Map.Entry<String, JsonElement> task : report.getAsJsonObject("tasks").entrySet()) {
        Map<String, ConfusionMatrix> matrices = new LinkedHashMap<>();
        JsonObject fields = task.getValue().getAsJsonObject();
        if (fields.has("confusion")) {
          matrices.put(task.getKey(), matrix(fields.get("confusion")));
        }
        if (fields.has("confusions")) {
          fields
              .getAsJsonObject("confusions")
              .entrySet()
              .forEach(label -> matrices.put(label.getKey(), matrix(label.getValue())));
        }
        tasks.put(task.getKey(), matrices);
      }
    } catch (JsonParseException
        | ClassCastException
        | IllegalStateException
        | IllegalArgumentException
        | NullPointerException e) {
      throw new UserException(
          where + ": not an evaluation with confusions, as voci evaluate --report writes it", e);
    }
    String model = JsonText.text(report, "model", where).orElse("");
    if (!models.equals(Set.of(model))) {
      notes.add(where + " does not evaluate the model, or not the only one, that gave the labels");
    }
    return new Known(where, tasks);
  }

  private static ConfusionMatrix matrix(JsonElement json) {
    return new Gson().fromJson(json, ConfusionMatrix.class);
  }
}
