package it.voci.report;

import it.voci.corpus.DatasetStatistics;
import it.voci.corpus.DatasetStatistics.TaskCounts;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/** Statistics of dataset files as tables with a column per file. */
public final class StatisticsText {
  private final List<DatasetStatistics> files;
  private final StringBuilder out = new StringBuilder();

  private StatisticsText(List<DatasetStatistics> files) {
    this.files = files;
  }

  /**
   * All tables.
   *
   * @param files at least one, all of the same scheme
   */
  public static String render(List<DatasetStatistics> files) {
    StatisticsText text = new StatisticsText(files);
    text.figures();
    text.tally("register", DatasetStatistics::registers);
    text.tally("year", DatasetStatistics::years);
    files.get(0).tasks().keySet().forEach(text::task);
    return text.out.toString();
  }

  private void figures() {
    MarkdownTable table = table("");
    row(table, "articles", file -> Integer.toString(file.articles()));
    row(table, "paragraphs", file -> Integer.toString(file.paragraphs()));
    row(table, "words", file -> Long.toString(file.words()));
    row(table, "words per paragraph, median", f -> one(f.wordsPerParagraph().median()));
    row(table, "… 5th percentile", file -> one(file.wordsPerParagraph().low()));
    row(table, "… 95th percentile", file -> one(file.wordsPerParagraph().high()));
    row(table, "hard articles", file -> share(file.hardArticles(), file.articles()));
    row(table, "hard paragraphs", file -> share(file.hardParagraphs(), file.paragraphs()));
    out.append(table.render());
  }

  private void tally(String name, Function<DatasetStatistics, Map<String, Integer>> counts) {
    MarkdownTable table = table(name + ", articles");
    TreeSet<String> keys = new TreeSet<>();
    files.forEach(file -> keys.addAll(counts.apply(file).keySet()));
    for (String key : keys) {
      row(table, key, file -> share(counts.apply(file).getOrDefault(key, 0), file.articles()));
    }
    out.append('\n').append(table.render());
  }

  private void task(String task) {
    MarkdownTable table = table(task + ", paragraphs");
    Map<String, Integer> labels = files.get(0).tasks().get(task).labels();
    for (String label : labels.keySet()) {
      taskRow(table, task, label, counts -> counts.labels().get(label));
    }
    if (files.stream().anyMatch(file -> file.tasks().get(task).none() > 0)) {
      taskRow(table, task, "(none of them)", TaskCounts::none);
    }
    row(table, "(labelled)", file -> share(file.tasks().get(task).labelled(), file.paragraphs()));
    out.append('\n').append(table.render());
  }

  private void taskRow(
      MarkdownTable table, String task, String name, Function<TaskCounts, Integer> count) {
    row(
        table,
        name,
        file -> {
          TaskCounts counts = file.tasks().get(task);
          return share(count.apply(counts), counts.labelled());
        });
  }

  private MarkdownTable table(String name) {
    boolean distinct =
        files.stream().map(StatisticsText::fileName).distinct().count() == files.size();
    return new MarkdownTable(
        name, files.stream().map(file -> distinct ? fileName(file) : file.file()).toList());
  }

  private static String fileName(DatasetStatistics file) {
    return String.valueOf(Path.of(file.file()).getFileName());
  }

  private void row(MarkdownTable table, String name, Function<DatasetStatistics, String> cell) {
    table.row(name, files.stream().map(cell).toList());
  }

  private static String share(int count, int of) {
    return count + (of == 0 ? "" : " (" + TerminalText.percent(count / (double) of).strip() + ")");
  }

  private static String one(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
