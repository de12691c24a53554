package it.voci.report;

import static it.voci.report.Figures.bounds;
import static it.voci.report.Figures.three;
import static it.voci.report.Figures.withInterval;

import it.voci.classifier.Evidence;
import it.voci.corpus.Task;
import it.voci.evaluation.BehaviourScore;
import it.voci.evaluation.ConfidentError;
import it.voci.evaluation.EvaluationReport;
import it.voci.evaluation.ExplainedError;
import it.voci.evaluation.LabelTrust;
import it.voci.evaluation.LabelTrust.Level;
import it.voci.evaluation.Peer;
import it.voci.evaluation.TaskEvaluation;
import it.voci.quotes.Utterance;
import java.util.List;
import java.util.regex.Pattern;

/** An evaluation as text: tables that read as they stand and are Markdown too. */
public final class EvaluationText {
  /** What Markdown would take for markup. */
  private static final Pattern MARKUP = Pattern.compile("[\\\\`*_\\[\\]<>#|~]");

  private final EvaluationReport report;
  private final StringBuilder out = new StringBuilder();

  private EvaluationText(EvaluationReport report) {
    this.report = report;
  }

  /**
   * In plain words how far labels can be trusted; then per task a line per system, the model's
   * figures, labels, confidence and, where there is one, the confusion matrix; then the slices and
   * the behavioural suite.
   *
   * @param heading what was scored on what
   */
  public static String render(String heading, EvaluationReport report) {
    return render(heading, report, List.of());
  }

  /** As {@link #render(String, EvaluationReport)}, with errors at the end. */
  public static String render(
      String heading, EvaluationReport report, List<ExplainedError> errors) {
    EvaluationText text = new EvaluationText(report);
    text.out.append("# ").append(TerminalText.harmless(heading)).append("\n\n");
    text.summary();
    text.out.append("\nIntervals: 95 %, bootstrap over articles.\n");
    report.speed().ifPresent(speed -> text.out.append(PlainWords.speed(speed)).append('\n'));
    report.evaluation().tasks().values().forEach(text::task);
    text.slices();
    report.behaviour().ifPresent(text::behaviour);
    text.errors(errors);
    return text.out.toString();
  }

  private void summary() {
    out.append("## In short\n\n");
    report
        .headline()
        .ifPresent(label -> out.append(markdown(PlainWords.precision(label))).append("\n\n"));
    for (Level level : Level.values()) {
      List<LabelTrust> labels = report.trusted(level);
      if (!labels.isEmpty()) {
        out.append("- ").append(PlainWords.advice(level)).append(": ");
        out.append(markdown(PlainWords.list(labels))).append('\n');
      }
    }
    out.append('\n').append(PlainWords.rule()).append('\n');
  }

  private void task(TaskEvaluation task) {
    String id = task.task().id();
    out.append("\n## ").append(id).append(", ").append(task.scored()).append(" paragraphs\n\n");
    out.append(PlainWords.accuracy(task)).append("\n\n");
    out.append(EvaluationTables.systems(task, report).render()).append('\n');
    boolean tuned = false;
    for (Peer peer : report.peers()) {
      if (peer.settings().containsKey(id)) {
        out.append("- ").append(peer.name()).append(": ").append(peer.settings().get(id));
        out.append(", chosen on dev\n");
        tuned = true;
      }
    }
    out.append(tuned ? "\n" : "");
    out.append(EvaluationTables.figures(task.task(), report.intervals().get(id)).render());
    out.append("\nECE before calibration: ");
    out.append(withInterval(report.uncalibrated().get(id).ece())).append("\n\n");
    out.append(EvaluationTables.labels(task.labels(), report.intervals().get(id).f1()).render());
    if (task instanceof TaskEvaluation.Single single) {
      out.append("\nIf only the most confident paragraphs are answered:\n\n");
      out.append(EvaluationTables.coverage(single.coverage().atUsualShares()).render());
      out.append("\nConfusion matrix: rows = truth, columns = predicted, in the same order.\n\n");
      out.append(EvaluationTables.confusion(single.confusion()).render());
    }
    if (task instanceof TaskEvaluation.Multi multi) {
      out.append('\n').append(EvaluationTables.averagePrecision(multi).render());
    }
  }

  private void slices() {
    if (report.slices().isEmpty()) {
      return;
    }
    out.append(
        "\n## F1 by slice\n\nMacro-F1, or micro-F1 where a paragraph may have several labels.\n\n");
    out.append(
        EvaluationTables.slices(List.copyOf(report.evaluation().tasks().keySet()), report.slices())
            .render());
  }

  private void behaviour(BehaviourScore score) {
    out.append("\n## Behaviour\n\n");
    out.append(EvaluationTables.behaviour(score.kinds()).render());
    out.append("\nAll: ").append(score.all().passed()).append(" of ").append(score.all().cases());
    out.append(", ").append(three(score.all().rate().estimate())).append(' ');
    out.append(bounds(score.all().rate())).append('\n');
  }

  private void errors(List<ExplainedError> errors) {
    if (errors.isEmpty()) {
      return;
    }
    out.append("\n## Most confident errors\n\n");
    out.append("Of each task the surest first. Evidence: words that led to the labels given; in");
    out.append(" brackets by how much a label's log-odds fall without them.\n");
    errors.forEach(this::error);
  }

  private void error(ExplainedError explained) {
    ConfidentError error = explained.error();
    Task task = error.task();
    out.append("\n### ").append(task.id()).append(", ").append(three(error.confidence()));
    out.append(": called ").append(markdown(PlainWords.labels(task, error.predicted())));
    out.append(", is ").append(markdown(PlainWords.labels(task, error.gold()))).append("\n\n");
    out.append("> ").append(markdown(explained.text())).append("\n\n- where: ");
    out.append(markdown(PlainWords.where(error.outcome()))).append('\n');
    for (Evidence words : explained.evidence()) {
      out.append("- evidence of ").append(markdown(PlainWords.en(task, words.label())));
      out.append(": «").append(markdown(words.span().of(explained.text())));
      out.append("» (").append(three(words.weight())).append(")\n");
    }
    Utterance.of(explained.text(), error.outcome().prediction().speech()).stream()
        .map(PlainWords::speaker)
        .distinct()
        .forEach(speaker -> out.append("- speaker: ").append(markdown(speaker)).append('\n'));
  }

  /** Text that Markdown leaves as it is. */
  private static String markdown(String text) {
    return MARKUP.matcher(TerminalText.harmless(text)).replaceAll("\\\\$0");
  }
}
