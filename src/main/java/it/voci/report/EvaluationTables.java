package it.voci.report;

import static it.voci.report.Figures.three;
import static it.voci.report.Figures.withInterval;

import it.voci.corpus.Task;
import it.voci.evaluation.BehaviourScore;
import it.voci.evaluation.CalibrationScores;
import it.voci.evaluation.ConfusionMatrix;
import it.voci.evaluation.CoverageCurve;
import it.voci.evaluation.EvaluationReport;
import it.voci.evaluation.Interval;
import it.voci.evaluation.LabelScores;
import it.voci.evaluation.LabelTrust;
import it.voci.evaluation.Peer;
import it.voci.evaluation.Slice;
import it.voci.evaluation.TaskEvaluation;
import it.voci.evaluation.TaskIntervals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The tables of an evaluation. */
final class EvaluationTables {
  /** Name of a figure in {@code report.json} → as people write it. */
  private static final Map<String, String> FIGURES =
      Map.of(
          "accuracy", "accuracy",
          "macroF1", "macro-F1",
          "microF1", "micro-F1",
          "weightedF1", "weighted F1",
          "ece", "ECE",
          "brier", "Brier score",
          "cohenKappa", "Cohen's kappa of this model and the truth",
          "meanJaccard", "mean Jaccard",
          "macroAveragePrecision", "macro average precision");

  private EvaluationTables() {}

  /** This model and its peers. */
  static MarkdownTable systems(TaskEvaluation task, EvaluationReport report) {
    String id = task.task().id();
    MarkdownTable systems =
        new MarkdownTable(
            "system", List.of("macro-F1", "micro-F1", "weighted F1", "accuracy", "ECE", "Brier"));
    system(systems, "this model", task, report.intervals().get(id).macroF1());
    for (Peer peer : report.peers()) {
      system(systems, peer.name(), peer.evaluation().task(id), peer.macroF1().get(id));
    }
    return systems;
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

  /** All figures of the whole task. */
  static MarkdownTable figures(Task task, TaskIntervals intervals) {
    MarkdownTable table = new MarkdownTable("figure", List.of("value, 95 % interval"));
    intervals
        .figures()
        .forEach(
            (name, interval) ->
                table.row(
                    !task.isSingle() && name.equals("accuracy")
                        ? "subset accuracy (all labels right)"
                        : FIGURES.getOrDefault(name, name),
                    List.of(withInterval(interval))));
    return table;
  }

  /** What each label is worth, in figures that need no explanation. */
  static MarkdownTable trust(List<LabelTrust> labels) {
    MarkdownTable table =
        new MarkdownTable(
            "label", List.of("advice", "called so", "right of ten", "found of ten that are"));
    for (LabelTrust trust : labels) {
      table.row(
          trust.label().en(),
          List.of(
              PlainWords.advice(trust.level()),
              Integer.toString(trust.given()),
              Integer.toString(trust.rightOfTen()),
              Integer.toString(trust.foundOfTen())));
    }
    return table;
  }

  /** Labels with all intervals. */
  static MarkdownTable labels(Map<String, LabelScores> labels, TaskIntervals intervals) {
    MarkdownTable table =
        new MarkdownTable("label", List.of("precision", "recall", "F1", "support"));
    labels.forEach(
        (label, scores) ->
            table.row(
                label,
                List.of(
                    withInterval(intervals.precision().get(label)),
                    withInterval(intervals.recall().get(label)),
                    withInterval(intervals.f1().get(label)),
                    Integer.toString(scores.support()))));
    return table;
  }

  /** Labels with the intervals of their F1, as far as they are known. */
  static MarkdownTable labels(Map<String, LabelScores> labels, Map<String, Interval> f1) {
    MarkdownTable table =
        new MarkdownTable("label", List.of("precision", "recall", "F1", "support"));
    labels.forEach(
        (label, scores) ->
            table.row(
                label,
                List.of(
                    three(scores.precision()),
                    three(scores.recall()),
                    f1.containsKey(label) ? withInterval(f1.get(label)) : three(scores.f1()),
                    Integer.toString(scores.support()))));
    return table;
  }

  /** Average precision of a task's labels. */
  static MarkdownTable averagePrecision(TaskEvaluation.Multi task) {
    MarkdownTable table = new MarkdownTable("label", List.of("average precision"));
    task.averagePrecision().forEach((label, value) -> table.row(label, List.of(three(value))));
    return table;
  }

  /** What accuracy is reached at what coverage. */
  static MarkdownTable coverage(List<CoverageCurve.Point> points) {
    MarkdownTable table =
        new MarkdownTable(
            "answered",
            points.stream().map(p -> TerminalText.percent(p.coverage()).strip()).toList());
    table.row("accuracy", points.stream().map(point -> three(point.accuracy())).toList());
    table.row("from confidence", points.stream().map(p -> three(p.confidence())).toList());
    return table;
  }

  /** The bins of a reliability diagram. */
  static MarkdownTable reliability(CalibrationScores scores) {
    MarkdownTable table =
        new MarkdownTable("answers, by rising confidence", List.of("mean confidence", "right"));
    for (CalibrationScores.Bin bin : scores.bins()) {
      table.row(
          Integer.toString(bin.count()),
          List.of(three(bin.meanConfidence()), three(bin.accuracy())));
    }
    return table;
  }

  /** Rows are the truth; columns go by number. */
  static MarkdownTable confusion(ConfusionMatrix matrix) {
    List<String> labels = matrix.labels();
    MarkdownTable table =
        new MarkdownTable(
            "truth", IntStream.rangeClosed(1, labels.size()).mapToObj(Integer::toString).toList());
    for (int i = 0; i < labels.size(); i++) {
      table.row(
          (i + 1) + " " + labels.get(i),
          matrix.rows().get(i).stream().map(String::valueOf).toList());
    }
    return table;
  }

  /** Scores of all tasks by slice. */
  static MarkdownTable slices(List<String> tasks, List<Slice> slices) {
    List<String> columns = new ArrayList<>(List.of("articles", "paragraphs"));
    columns.addAll(tasks);
    MarkdownTable table = new MarkdownTable("slice", columns);
    for (Slice slice : slices) {
      List<String> cells = new ArrayList<>();
      cells.add(Integer.toString(slice.articles()));
      cells.add(Integer.toString(slice.paragraphs()));
      slice.tasks().values().forEach(score -> cells.add(withInterval(score.f1())));
      table.row(slice.by() + ": " + slice.value(), cells);
    }
    return table;
  }

  /** Scores of one task by slice. */
  static MarkdownTable slices(Task task, List<Slice> slices) {
    MarkdownTable table =
        new MarkdownTable(
            "slice",
            List.of(
                "articles",
                "paragraphs",
                task.isSingle() ? "macro-F1" : "micro-F1",
                task.isSingle() ? "accuracy" : "all labels right"));
    for (Slice slice : slices) {
      Slice.Score score = slice.tasks().get(task.id());
      table.row(
          slice.by() + ": " + slice.value(),
          List.of(
              Integer.toString(slice.articles()),
              Integer.toString(score.scored()),
              withInterval(score.f1()),
              withInterval(score.accuracy())));
    }
    return table;
  }

  /** Pass rates. */
  static MarkdownTable behaviour(List<BehaviourScore.Kind> kinds) {
    MarkdownTable table =
        new MarkdownTable("behaviour", List.of("passed", "rate, 95 % Wilson interval"));
    for (BehaviourScore.Kind kind : kinds) {
      table.row(kind.kind(), List.of(passed(kind), withInterval(kind.passed().rate())));
    }
    return table;
  }

  /** Pass rates and the cases that failed. */
  static MarkdownTable failures(List<BehaviourScore.Kind> kinds) {
    MarkdownTable table =
        new MarkdownTable("behaviour", List.of("passed", "rate, 95 % Wilson interval", "failed"));
    for (BehaviourScore.Kind kind : kinds) {
      table.row(
          PlainWords.name(kind.kind()),
          List.of(
              passed(kind),
              withInterval(kind.passed().rate()),
              String.join(
                  " ", kind.failed().stream().map(id -> number(id, kind.kind())).toList())));
    }
    return table;
  }

  private static String passed(BehaviourScore.Kind kind) {
    return kind.passed().passed() + " of " + kind.passed().cases();
  }

  /** A case's id without the kind it begins with. */
  private static String number(String id, String kind) {
    return id.startsWith(kind + "-") ? id.substring(kind.length() + 1) : id;
  }
}
