package it.voci.report;

import static it.voci.report.Figures.bounds;
import static it.voci.report.Figures.three;
import static it.voci.report.Figures.withInterval;

import it.voci.evaluation.BehaviourScore;
import it.voci.evaluation.ConfusionMatrix;
import it.voci.evaluation.CoverageCurve;
import it.voci.evaluation.EvaluationReport;
import it.voci.evaluation.Interval;
import it.voci.evaluation.LabelScores;
import it.voci.evaluation.Peer;
import it.voci.evaluation.Slice;
import it.voci.evaluation.TaskEvaluation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** An evaluation as text: tables that read as they stand and are Markdown too. */
public final class EvaluationText {
  private final EvaluationReport report;
  private final StringBuilder out = new StringBuilder();

  private EvaluationText(EvaluationReport report) {
    this.report = report;
  }

  /**
   * Per task: a line per system, then the model's labels, confidence and, where there is one, the
   * confusion matrix; then the slices and the behavioural suite.
   *
   * @param heading what was scored on what
   */
  public static String render(String heading, EvaluationReport report) {
    EvaluationText text = new EvaluationText(report);
    text.out.append("# ").append(heading).append("\n\n");
    text.out.append("Intervals: 95 %, bootstrap over articles.\n");
    report.evaluation().tasks().values().forEach(text::task);
    text.slices();
    report.behaviour().ifPresent(text::behaviour);
    return text.out.toString();
  }

  private void task(TaskEvaluation task) {
    String id = task.task().id();
    out.append("\n## ").append(id).append(", ").append(task.scored()).append(" paragraphs\n\n");
    MarkdownTable systems =
        new MarkdownTable(
            "system", List.of("macro-F1", "micro-F1", "weighted F1", "accuracy", "ECE", "Brier"));
    system(systems, "this model", task, report.intervals().get(id).macroF1());
    for (Peer peer : report.peers()) {
      system(systems, peer.name(), peer.evaluation().task(id), peer.macroF1().get(id));
    }
    out.append(systems.render()).append('\n');
    for (Peer peer : report.peers()) {
      if (peer.settings().containsKey(id)) {
        out.append("- ").append(peer.name()).append(": ").append(peer.settings().get(id));
        out.append(", chosen on dev\n");
      }
    }
    out.append("- accuracy of this model: ");
    out.append(withInterval(report.intervals().get(id).accuracy()));
    out.append(task.task().isSingle() ? "\n" : " (all labels right)\n");
    if (task instanceof TaskEvaluation.Single single && single.cohenKappa().isPresent()) {
      out.append("- Cohen's kappa of this model and the truth: ");
      out.append(three(single.cohenKappa().getAsDouble())).append('\n');
    }
    if (task instanceof TaskEvaluation.Multi multi) {
      out.append("- mean Jaccard ").append(three(multi.meanJaccard()));
      out.append(", macro average precision ").append(three(multi.macroAveragePrecision()));
      out.append('\n');
    }
    out.append("- ECE ").append(withInterval(report.intervals().get(id).ece()));
    out.append(", before calibration ");
    out.append(withInterval(report.uncalibrated().get(id).ece())).append("\n\n");
    labels(task);
    if (task instanceof TaskEvaluation.Single single) {
      String curve = coverage(single.coverage().atUsualShares());
      out.append("\nIf only the most confident paragraphs are answered:\n\n").append(curve);
      confusion(single.confusion());
    }
  }

  private static void system(
      MarkdownTable table, String name, TaskEvaluation task, Interval macroF1) {
    table.row(
        name,
        List.of(
            withInterval(macroF1),
            three(task.microF1()),
            three(task.weightedF1()),
            three(task.accuracy()),
            three(task.calibration().expectedCalibrationError()),
            three(task.calibration().brierScore())));
  }

  private void labels(TaskEvaluation task) {
    Map<String, Interval> intervals = report.intervals().get(task.task().id()).f1();
    out.append(labels(task.labels(), intervals));
  }

  /** A table of labels. */
  static String labels(Map<String, LabelScores> labels, Map<String, Interval> intervals) {
    MarkdownTable table =
        new MarkdownTable("label", List.of("precision", "recall", "F1", "support"));
    labels.forEach(
        (label, scores) ->
            table.row(
                label,
                List.of(
                    three(scores.precision()),
                    three(scores.recall()),
                    intervals.containsKey(label)
                        ? withInterval(intervals.get(label))
                        : three(scores.f1()),
                    Integer.toString(scores.support()))));
    return table.render();
  }

  /** A table of what accuracy is reached at what coverage. */
  static String coverage(List<CoverageCurve.Point> points) {
    MarkdownTable table =
        new MarkdownTable(
            "answered",
            points.stream().map(p -> TerminalText.percent(p.coverage()).strip()).toList());
    table.row("accuracy", points.stream().map(point -> three(point.accuracy())).toList());
    table.row("from confidence", points.stream().map(p -> three(p.confidence())).toList());
    return table.render();
  }

  private void confusion(ConfusionMatrix matrix) {
    out.append("\nConfusion matrix: rows = truth, columns = predicted, in the same order.\n\n");
    List<String> labels = matrix.labels();
    MarkdownTable table =
        new MarkdownTable(
            "truth", IntStream.rangeClosed(1, labels.size()).mapToObj(Integer::toString).toList());
    for (int i = 0; i < labels.size(); i++) {
      table.row(
          (i + 1) + " " + labels.get(i),
          matrix.rows().get(i).stream().map(String::valueOf).toList());
    }
    out.append(table.render());
  }

  private void slices() {
    if (report.slices().isEmpty()) {
      return;
    }
    out.append(
        "\n## F1 by slice\n\nMacro-F1, or micro-F1 where a paragraph may have several labels.\n\n");
    List<String> columns = new ArrayList<>(List.of("articles", "paragraphs"));
    columns.addAll(report.evaluation().tasks().keySet());
    MarkdownTable table = new MarkdownTable("slice", columns);
    for (Slice slice : report.slices()) {
      List<String> cells = new ArrayList<>();
      cells.add(Integer.toString(slice.articles()));
      cells.add(Integer.toString(slice.paragraphs()));
      slice.tasks().values().forEach(score -> cells.add(withInterval(score.f1())));
      table.row(slice.by() + ": " + slice.value(), cells);
    }
    out.append(table.render());
  }

  private void behaviour(BehaviourScore score) {
    out.append("\n## Behaviour\n\n");
    out.append(behaviour(score.kinds()));
    out.append("\nAll: ").append(score.all().passed()).append(" of ").append(score.all().cases());
    out.append(", ").append(three(score.all().rate().estimate())).append(' ');
    out.append(bounds(score.all().rate())).append('\n');
  }

  /** A table of pass rates. */
  static String behaviour(List<BehaviourScore.Kind> kinds) {
    MarkdownTable table =
        new MarkdownTable("behaviour", List.of("passed", "rate, 95 % Wilson interval"));
    for (BehaviourScore.Kind kind : kinds) {
      table.row(
          kind.kind(),
          List.of(
              kind.passed().passed() + " of " + kind.passed().cases(),
              withInterval(kind.passed().rate())));
    }
    return table.render();
  }
}
