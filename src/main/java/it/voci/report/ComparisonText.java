package it.voci.report;

import static it.voci.report.Figures.three;

import it.voci.evaluation.Comparison;
import it.voci.evaluation.Interval;
import it.voci.evaluation.LabelCounts;
import java.util.List;
import java.util.Locale;

/** A comparison as tables that read as they stand and are Markdown too. */
public final class ComparisonText {
  private ComparisonText() {}

  /**
   * Per task: figures, paragraphs won and lost, labels.
   *
   * @param heading what was compared on what
   */
  public static String render(String heading, List<Comparison> tasks) {
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
    }
    return out.toString();
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
