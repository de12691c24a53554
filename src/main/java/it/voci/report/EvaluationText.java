package it.voci.report;

import static it.voci.report.Figures.bounds;
import static it.voci.report.Figures.three;
import static it.voci.report.Figures.withInterval;

import it.voci.corpus.Task;
import it.voci.evaluation.BehaviourScore;
import it.voci.evaluation.CalibrationScores;
import it.voci.evaluation.ConfidentError;
import it.voci.evaluation.ConfusionMatrix;
import it.voci.evaluation.CoverageCurve;
import it.voci.evaluation.EvaluationReport;
import it.voci.evaluation.ExplainedError;
import it.voci.evaluation.Interval;
import it.voci.evaluation.LabelScores;
import it.voci.evaluation.LabelTrust;
import it.voci.evaluation.LabelTrust.Level;
import it.voci.evaluation.Peer;
import it.voci.evaluation.Slice;
import it.voci.evaluation.Speed;
import it.voci.evaluation.TaskEvaluation;
import it.voci.evaluation.TaskIntervals;
import it.voci.quotes.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** An evaluation as text: tables that read as they stand and are Markdown too. */
public final class EvaluationText {
  private static final Pattern MARKUP = Pattern.compile("[\\\\`*_\\[\\]<>#|~&]");

  private final EvaluationReport report;
  private final StringBuilder out = new StringBuilder();

  private EvaluationText(EvaluationReport report) {
    this.report = report;
  }

  /**
   * In plain words how far labels can be trusted; then per task: a line per system, then the
   * model's labels, confidence and, where there is one, the confusion matrix; then the slices and
   * the behavioural suite.
   *
   * @param heading what was scored on what
   */
  public static String render(String heading, EvaluationReport report) {
    EvaluationText text = new EvaluationText(report);
    text.out.append("# ").append(heading).append("\n\n");
    text.summary();
    text.out.append("\nIntervals: 95 %, bootstrap over articles.\n");
    report.speed().ifPresent(speed -> text.out.append(speed(speed)).append('\n'));
    report.evaluation().tasks().values().forEach(text::task);
    text.slices();
    report.behaviour().ifPresent(text::behaviour);
    return text.out.toString();
  }

  /** As {@link #render}, followed by errors. */
  public static String render(
      String heading, EvaluationReport report, List<ExplainedError> errors) {
    StringBuilder out = new StringBuilder(render(heading, report));
    if (errors.isEmpty()) {
      return out.toString();
    }
    out.append("\n## Most confident errors\n\n");
    out.append("Of each task the surest first. Evidence: the words that led to the label given;");
    out.append(" in brackets by how much its log-odds fall without them.\n");
    for (ExplainedError each : errors) {
      ConfidentError error = each.error();
      Task task = error.task();
      out.append("\n### ").append(task.id()).append(", ");
      out.append(three(error.confidence())).append(": called ");
      out.append(markdown(PlainWords.labels(task, error.predicted()))).append(", is ");
      out.append(markdown(PlainWords.labels(task, error.gold()))).append("\n\n");
      out.append("> ").append(markdown(each.text())).append("\n\n");
      out.append("- where: ").append(markdown(error.outcome().articleId()));
      out.append(", paragraph ").append(error.outcome().index()).append('\n');
      if (!each.evidence().isEmpty()) {
        out.append("- evidence: ");
        out.append(
            String.join(
                "; ",
                each.evidence().stream()
                    .map(
                        words ->
                            "«"
                                + markdown(words.span().of(each.text()))
                                + "» ("
                                + three(words.weight())
                                + ")")
                    .toList()));
        out.append('\n');
      }
      for (Utterance utterance : Utterance.of(each.text(), error.outcome().prediction().speech())) {
        out.append("- speaker: ").append(markdown(speaker(utterance))).append('\n');
      }
    }
    return out.toString();
  }

  /** {@code Dmitry Peskov (kremlin): ha detto}. */
  static String speaker(Utterance utterance) {
    String who = utterance.name().isEmpty() ? "nobody made out" : utterance.name();
    String side = PlainWords.name(utterance.side().name().toLowerCase(Locale.ROOT));
    return who + " (" + side + ")" + (utterance.cue().isEmpty() ? "" : ": " + utterance.cue());
  }

  /** Text that Markdown leaves as it is. */
  private static String markdown(String text) {
    return MARKUP.matcher(TerminalText.harmless(text)).replaceAll("\\\\$0");
  }

  private void summary() {
    out.append("## In short\n\n");
    report.headline().ifPresent(label -> out.append(PlainWords.precision(label)).append("\n\n"));
    for (Level level : Level.values()) {
      List<LabelTrust> labels = report.trusted(level);
      if (!labels.isEmpty()) {
        out.append("- ").append(PlainWords.advice(level)).append(": ");
        out.append(PlainWords.list(labels)).append('\n');
      }
    }
    out.append('\n').append(PlainWords.rule()).append("\n");
    for (TaskEvaluation task : report.evaluation().tasks().values()) {
      if (task.scored() > 0) {
        out.append(PlainWords.accuracy(task)).append('\n');
      }
    }
  }

  static String speed(Speed speed) {
    return String.format(
        Locale.ROOT,
        "Speed: %d paragraphs in %.1f s on one thread, %.0f a second.",
        speed.paragraphs(),
        speed.seconds(),
        speed.paragraphsPerSecond());
  }

  private void task(TaskEvaluation task) {
    String id = task.task().id();
    out.append("\n## ").append(id).append(", ").append(task.scored()).append(" paragraphs\n\n");
    out.append(systemTable(task, report).render()).append('\n');
    for (Peer peer : report.peers()) {
      if (peer.settings().containsKey(id)) {
        out.append("- ").append(peer.name()).append(": ").append(peer.settings().get(id));
        out.append(", chosen on dev\n");
      }
    }
    out.append('\n').append(figureTable(task, report.intervals().get(id)).render()).append('\n');
    out.append("ECE before calibration: ");
    out.append(withInterval(report.uncalibrated().get(id).ece())).append("\n\n");
    labels(task);
    if (task instanceof TaskEvaluation.Single single) {
      String curve = coverage(single.coverage().atUsualShares());
      out.append("\nIf only the most confident paragraphs are answered:\n\n").append(curve);
      confusion(single.confusion());
    }
  }

  /** A table of this model and its peers. */
  static MarkdownTable systemTable(TaskEvaluation task, EvaluationReport report) {
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

  /** A table of all figures of the whole task. */
  static MarkdownTable figureTable(TaskEvaluation task, TaskIntervals intervals) {
    MarkdownTable table = new MarkdownTable("figure", List.of("value, 95 % interval"));
    intervals
        .figures()
        .forEach(
            (name, interval) ->
                table.row(
                    !task.task().isSingle() && name.equals("accuracy")
                        ? "subset accuracy (all labels right)"
                        : FIGURES.getOrDefault(name, name),
                    List.of(withInterval(interval))));
    return table;
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

  /** A table of labels with all intervals. */
  static MarkdownTable labelTable(Map<String, LabelScores> labels, TaskIntervals intervals) {
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
    return coverageTable(points).render();
  }

  static MarkdownTable coverageTable(List<CoverageCurve.Point> points) {
    MarkdownTable table =
        new MarkdownTable(
            "answered",
            points.stream().map(p -> TerminalText.percent(p.coverage()).strip()).toList());
    table.row("accuracy", points.stream().map(point -> three(point.accuracy())).toList());
    table.row("from confidence", points.stream().map(p -> three(p.confidence())).toList());
    return table;
  }

  /** A table of the bins of a reliability diagram. */
  static MarkdownTable reliabilityTable(CalibrationScores scores) {
    MarkdownTable table =
        new MarkdownTable("answers, by rising confidence", List.of("mean confidence", "right"));
    for (CalibrationScores.Bin bin : scores.bins()) {
      table.row(
          Integer.toString(bin.count()),
          List.of(three(bin.meanConfidence()), three(bin.accuracy())));
    }
    return table;
  }

  private void confusion(ConfusionMatrix matrix) {
    out.append("\nConfusion matrix: rows = truth, columns = predicted, in the same order.\n\n");
    out.append(confusionTable(matrix).render());
  }

  static MarkdownTable confusionTable(ConfusionMatrix matrix) {
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
      table.row(sliceName(slice), cells);
    }
    out.append(table.render());
  }

  static String sliceName(Slice slice) {
    return slice.by() + ": " + PlainWords.name(slice.value());
  }

  /** A table of one task's scores by slice. */
  static MarkdownTable sliceTable(Task task, List<Slice> slices) {
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
          sliceName(slice),
          List.of(
              Integer.toString(slice.articles()),
              Integer.toString(score.scored()),
              withInterval(score.f1()),
              withInterval(score.accuracy())));
    }
    return table;
  }

  /** A table of pass rates and of the cases that failed. */
  static MarkdownTable behaviourTable(List<BehaviourScore.Kind> kinds) {
    MarkdownTable table =
        new MarkdownTable("behaviour", List.of("passed", "rate, 95 % Wilson interval", "failed"));
    for (BehaviourScore.Kind kind : kinds) {
      table.row(
          PlainWords.name(kind.kind()),
          List.of(
              kind.passed().passed() + " of " + kind.passed().cases(),
              withInterval(kind.passed().rate()),
              failed(kind)));
    }
    return table;
  }

  /** The failed cases' ids, without the kind they begin with. */
  private static String failed(BehaviourScore.Kind kind) {
    return String.join(
        " ",
        kind.failed().stream()
            .map(
                id ->
                    id.startsWith(kind.kind() + "-") ? id.substring(kind.kind().length() + 1) : id)
            .toList());
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
