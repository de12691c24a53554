package it.voci.report;

import it.voci.classifier.Evidence;
import it.voci.classifier.LabelledArticle;
import it.voci.classifier.LabelledArticle.LabelledParagraph;
import it.voci.classifier.Prediction;
import it.voci.classifier.TaskPrediction;
import it.voci.corpus.Article;
import it.voci.corpus.LabelScheme;
import it.voci.corpus.Task;
import it.voci.quotes.Speaker;
import it.voci.text.TextSpan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Labelled articles as a table with a row per paragraph. A task with one label has the columns
 * {@code TASK} and {@code TASK_confidence}; one with several, joined by {@code |}, {@code TASK},
 * {@code TASK_confidence} (theirs, in the same order) and {@code TASK_unsure}.
 */
public final class LabelCsv {
  private static final String SEPARATOR = "|";

  private LabelCsv() {}

  /**
   * The table.
   *
   * @param model the model's identity
   * @param least labels below this confidence are left out, or unsure
   * @param explained whether there is a column for evidence
   * @param separator between columns
   */
  public static Rendering<LabelledArticle> rendering(
      LabelScheme scheme, String model, double least, boolean explained, char separator) {
    SpreadsheetRows table = new SpreadsheetRows(separator);
    return new Rendering<>(
        table.header(columns(scheme, explained)),
        article -> {
          List<List<Object>> rows = new ArrayList<>();
          for (int i = 0; i < article.paragraphs().size(); i++) {
            rows.add(row(scheme, model, least, explained, article, i));
          }
          return table.rows(rows);
        },
        "",
        "");
  }

  private static List<String> columns(LabelScheme scheme, boolean explained) {
    List<String> columns = new ArrayList<>(List.of("article", "index"));
    scheme.tasks().forEach(task -> columns.addAll(columns(task)));
    columns.add("speakers");
    columns.add("text");
    if (explained) {
      columns.add("evidence");
    }
    columns.addAll(
        List.of("warnings", "title", "outlet", "date", "input", "start", "end", "model"));
    return columns;
  }

  private static List<String> columns(Task task) {
    String id = task.id();
    return task.isSingle()
        ? List.of(id, id + "_confidence")
        : List.of(id, id + "_confidence", id + "_unsure");
  }

  private static List<Object> row(
      LabelScheme scheme,
      String model,
      double least,
      boolean explained,
      LabelledArticle labelled,
      int index) {
    Article article = labelled.input().article();
    LabelledParagraph paragraph = labelled.paragraphs().get(index);
    String text = article.paragraphs().get(index).text();
    List<Object> row = new ArrayList<>(List.of(article.id(), index));
    for (Task task : scheme.tasks()) {
      paragraph
          .prediction()
          .ifPresentOrElse(
              prediction -> labels(prediction.task(task), least, row),
              () -> row.addAll(Collections.nCopies(columns(task).size(), "")));
    }
    row.add(paragraph.prediction().map(LabelCsv::speakers).orElse(""));
    row.add(text);
    if (explained) {
      row.add(evidence(text, paragraph.evidence().orElse(List.of())));
    }
    row.add(
        paragraph.warnings().stream()
            .map(warning -> warning.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(SEPARATOR)));
    row.add(article.title().orElse(""));
    row.add(article.outlet().orElse(""));
    row.add(article.date().orElse(""));
    row.add(labelled.input().input());
    TextSpan span = labelled.input().spans().get(index);
    row.add(span.start());
    row.add(span.end());
    row.add(model);
    return row;
  }

  private static void labels(TaskPrediction task, double least, List<Object> row) {
    if (task.task().isSingle()) {
      Optional<String> label = task.label(least);
      row.add(label.orElse(""));
      row.add(task.confidence());
    } else {
      List<String> sure = task.sure(least);
      row.add(String.join(SEPARATOR, sure));
      row.add(
          sure.stream()
              .map(label -> String.valueOf(task.scoresByLabel().get(label)))
              .collect(Collectors.joining(SEPARATOR)));
      row.add(String.join(SEPARATOR, task.unsure(least)));
    }
  }

  private static String speakers(Prediction prediction) {
    return prediction.speech().stream()
        .map(attribution -> attribution.speaker())
        .filter(Speaker::isKnown)
        .map(
            speaker -> speaker.name() + " (" + speaker.side().name().toLowerCase(Locale.ROOT) + ")")
        .distinct()
        .collect(Collectors.joining(SEPARATOR));
  }

  private static String evidence(String text, List<Evidence> evidence) {
    return evidence.stream()
        .map(
            one ->
                String.format(
                    Locale.ROOT,
                    "%s=%s: %s (%.2f)",
                    one.task(),
                    one.label(),
                    one.span().of(text),
                    one.weight()))
        .collect(Collectors.joining(SEPARATOR));
  }
}
