package it.voci.report;

import it.voci.evaluation.ConfusionMatrix;
import it.voci.evaluation.Evaluation;
import it.voci.evaluation.Interval;
import it.voci.evaluation.LabelScores;
import it.voci.evaluation.TaskEvaluation;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An evaluation as text: tables that read as they stand and are Markdown too. */
public final class EvaluationText {
  private static final int NAME = 22;

  private EvaluationText() {}

  /**
   * Per task: a line per system, then the model's labels and, where there is one, the confusion
   * matrix.
   *
   * @param heading what was scored on what
   * @param intervals task id → interval of macro-F1
   * @param baselines name → evaluation on the same data
   */
  public static String render(
      String heading,
      Evaluation evaluation,
      Map<String, Interval> intervals,
      Map<String, Evaluation> baselines) {
    StringBuilder out = new StringBuilder();
    out.append("# ").append(heading).append("\n");
    for (TaskEvaluation task : evaluation.tasks().values()) {
      String id = task.task().id();
      out.append("\n## ").append(id).append(", ").append(task.scored()).append(" paragraphs\n\n");
      row(out, "system", "macro-F1", "micro-F1", "accuracy", "ECE");
      rule(out, 4);
      system(out, "this model", task);
      baselines.forEach((name, baseline) -> system(out, name, baseline.task(id)));
      Interval interval = intervals.get(id);
      out.append("\nmacro-F1 of this model, 95 % interval (bootstrap over articles): ");
      out.append(three(interval.low())).append(" to ").append(three(interval.high()));
      out.append(task.task().isSingle() ? "\n\n" : "; accuracy: all labels right\n\n");
      row(out, "label", "precision", "recall", "F1", "support");
      rule(out, 4);
      for (Map.Entry<String, LabelScores> label : task.labels().entrySet()) {
        LabelScores scores = label.getValue();
        row(
            out,
            label.getKey(),
            three(scores.precision()),
            three(scores.recall()),
            three(scores.f1()),
            Integer.toString(scores.support()));
      }
      if (task instanceof TaskEvaluation.Single single) {
        confusion(out, single.confusion());
      }
    }
    return out.toString();
  }

  private static void system(StringBuilder out, String name, TaskEvaluation task) {
    row(
        out,
        name,
        three(task.macroF1()),
        three(task.microF1()),
        three(task.accuracy()),
        three(task.calibration().expectedCalibrationError()));
  }

  private static void confusion(StringBuilder out, ConfusionMatrix matrix) {
    out.append("\nConfusion matrix: rows = truth, columns = predicted, in the same order.\n\n");
    List<String> labels = matrix.labels();
    String[] numbers = new String[labels.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Integer.toString(i + 1);
    }
    row(out, "truth", numbers);
    rule(out, numbers.length);
    for (int i = 0; i < labels.size(); i++) {
      String[] cells = matrix.rows().get(i).stream().map(String::valueOf).toArray(String[]::new);
      row(out, (i + 1) + " " + labels.get(i), cells);
    }
  }

  private static void row(StringBuilder out, String name, String... cells) {
    int width = cells.length > 4 ? 4 : 9;
    out.append("| ").append(TerminalText.pad(name, NAME)).append(" |");
    for (String cell : cells) {
      out.append(' ').append(" ".repeat(Math.max(0, width - cell.length()))).append(cell);
      out.append(" |");
    }
    out.append('\n');
  }

  private static void rule(StringBuilder out, int cells) {
    int width = cells > 4 ? 4 : 9;
    out.append("| ").append("-".repeat(NAME)).append(" |");
    out.append((" " + "-".repeat(width - 1) + ": |").repeat(cells)).append('\n');
  }

  private static String three(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
