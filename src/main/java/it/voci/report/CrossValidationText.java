package it.voci.report;

import it.voci.evaluation.FoldScores;
import java.util.List;
import java.util.Locale;

/** Scores over folds as a table that reads as it stands and is Markdown too. */
public final class CrossValidationText {
  private CrossValidationText() {}

  public static String render(List<FoldScores> tasks) {
    StringBuilder out = new StringBuilder();
    out.append("| task                   | macro-F1, mean ± deviation | folds\n");
    out.append("| ---------------------- | -------------------------- | -----\n");
    for (FoldScores task : tasks) {
      out.append("| ").append(TerminalText.pad(task.task(), 22)).append(" | ");
      String score = String.format(Locale.ROOT, "%.3f ± %.3f", task.mean(), task.deviation());
      out.append(TerminalText.pad(score, 26)).append(" | ");
      out.append(
              String.join(
                  " ",
                  task.scores().stream()
                      .map(value -> String.format(Locale.ROOT, "%.3f", value))
                      .toList()))
          .append('\n');
    }
    return out.toString();
  }
}
