package it.voci.report;

import static it.voci.report.Figures.three;

import it.voci.corpus.Article;
import it.voci.evaluation.Comparison;
import it.voci.evaluation.Interval;
import it.voci.evaluation.LabelCounts;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A comparison as tables that read as they stand and are Markdown too. */
public final class ComparisonText {
  /** Paragraphs shown of each task that one of the two won. */
  private static final int MOST = 5;

  private static final int WIDTH = 160;

  private ComparisonText() {}

  /**
   * Per task: figures, paragraphs won and lost, labels.
   *
   * @param heading what was compared on what
   * @param articles those the paragraphs stand in
   */
  public static String render(String heading, List<Comparison> tasks, List<Article> articles) {
    Map<String, Article> byId = new HashMap<>();
    articles.forEach(article -> byId.put(article.id(), article));
    StringBuilder out = new StringBuilder();
    out.append("# ").append(TerminalText.harmless(heading)).append("\n\n");
    out.append("Differences: second less first; intervals: 95 %, bootstrap over articles.\n");
    for (Comparison task : tasks) {
      LabelCounts first = task.first();
      LabelCounts second = task.second();
      out.append("\n## ").append(task.task().id()).append(", ").append(task.scored());
      out.append(" paragraphs\n\n");
      MarkdownTable figures =
          new MarkdownTable("", List.of("first", "second", "difference", "95 % interval"));
      row(figures, "macro-F1", first.macroF1(), second.macroF1(), task.macroF1());
      row(figures, "accuracy", first.accuracy(), second.accuracy(), task.accuracy());
      task.f1()
          .forEach(
              (label, difference) ->
                  row(
                      figures,
                      "F1 " + label,
                      first.labels().get(label).f1(),
                      second.labels().get(label).f1(),
                      difference));
      out.append(figures.render());
      out.append("\nRight only in the second: ").append(task.won());
      out.append("; only in the first: ").append(task.lost());
      out.append(String.format(Locale.ROOT, "; McNemar p = %.4f\n", task.pValue()));
      examples(out, task, byId, true);
      examples(out, task, byId, false);
    }
    return out.toString();
  }

  private static void examples(
      StringBuilder out, Comparison task, Map<String, Article> articles, boolean won) {
    List<Comparison.Change> changes =
        task.changes().stream().filter(change -> change.won() == won).limit(MOST).toList();
    if (changes.isEmpty()) {
      return;
    }
    int all = won ? task.won() : task.lost();
    out.append(won ? "\nWon by the second" : "\nLost by the second");
    out.append(all > MOST ? ", the first " + MOST + " of " + all + ":\n\n" : ":\n\n");
    for (Comparison.Change change : changes) {
      String text = articles.get(change.articleId()).paragraphs().get(change.index()).text();
      out.append("- ").append(TerminalText.harmless(change.articleId())).append(", paragraph ");
      out.append(change.index()).append(": is ").append(labels(change.gold()));
      out.append(", first ").append(labels(change.first()));
      out.append(", second ").append(labels(change.second())).append("\n  «");
      out.append(TerminalText.cut(TerminalText.harmless(text), WIDTH)).append("»\n");
    }
  }

  private static String labels(List<String> ids) {
    return ids.isEmpty() ? "none" : String.join("+", ids);
  }

  private static void row(
      MarkdownTable table, String name, double first, double second, Interval difference) {
    table.row(
        name,
        List.of(
            three(first),
            three(second),
            signed(difference.estimate()),
            signed(difference.low()) + " to " + signed(difference.high())));
  }

  private static String signed(double value) {
    return String.format(Locale.ROOT, "%+.3f", value);
  }
}
