package it.voci.report;

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
import it.voci.evaluation.TaskEvaluation;
import it.voci.quotes.Utterance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An evaluation as a page: first what a label is worth in plain words, then all figures. */
public final class EvaluationHtml {
  private static final int TEN = 10;

  private EvaluationHtml() {}

  /** What the template shows. */
  private record View(
      String model,
      String data,
      int articles,
      int paragraphs,
      Optional<String> speed,
      Optional<String> headline,
      List<Group> groups,
      String rule,
      List<TaskView> tasks,
      boolean hasSlices,
      List<HtmlChart> slices,
      boolean hasBehaviour,
      Optional<HtmlChart> behaviour,
      String behaviourAll,
      boolean hasErrors,
      List<Filter> filters,
      List<ErrorView> errors) {}

  /** Labels one can do the same with. */
  private record Group(String level, String title, List<Worth> labels) {}

  private record Worth(String name, String task, String dots, String share, String seen) {}

  private record TaskView(
      String id,
      String name,
      String accuracy,
      MarkdownTable trust,
      HtmlChart labelChart,
      Optional<HtmlChart> confusion,
      HtmlChart reliability,
      String calibration,
      Optional<HtmlChart> coverage,
      MarkdownTable systems,
      MarkdownTable figures,
      Optional<MarkdownTable> averagePrecision) {}

  private record Filter(String id, String name, List<Option> labels) {}

  private record Option(String task, String id, String name) {}

  private record ErrorView(
      String task,
      String truthIds,
      String predictedIds,
      String confidence,
      String predicted,
      String truth,
      List<Part> parts,
      List<String> speakers,
      String where) {}

  /** A stretch of a text. */
  private record Part(String text, boolean marked, String weight) {}

  /**
   * The page.
   *
   * @param data the file scored, as the user named it
   * @param articles in it
   * @param paragraphs in it
   */
  public static String render(
      String model,
      String data,
      int articles,
      int paragraphs,
      EvaluationReport report,
      List<ExplainedError> errors) {
    List<Task> tasks =
        report.evaluation().tasks().values().stream().map(TaskEvaluation::task).toList();
    View view =
        new View(
            model,
            data,
            articles,
            paragraphs,
            report.speed().map(PlainWords::speed),
            report.headline().map(PlainWords::precision),
            Arrays.stream(Level.values()).flatMap(level -> group(level, report).stream()).toList(),
            PlainWords.rule(),
            report.evaluation().tasks().values().stream().map(task -> task(task, report)).toList(),
            !report.slices().isEmpty(),
            report.slices().isEmpty()
                ? List.of()
                : tasks.stream()
                    .map(task -> EvaluationCharts.slices(task, report.slices()))
                    .toList(),
            report.behaviour().isPresent(),
            report.behaviour().map(EvaluationCharts::behaviour),
            report.behaviour().map(EvaluationHtml::all).orElse(""),
            !errors.isEmpty(),
            tasks.stream().map(EvaluationHtml::filter).toList(),
            errors.stream().map(EvaluationHtml::error).toList());
    return new HtmlPage("en", "Evaluation of " + model, "evaluation", true).render(view);
  }

  private static Optional<Group> group(Level level, EvaluationReport report) {
    List<Worth> labels =
        report.evaluation().tasks().keySet().stream()
            .flatMap(
                task ->
                    report.trust(task).stream()
                        .filter(trust -> trust.level() == level)
                        .map(trust -> worth(task, trust)))
            .toList();
    String title = PlainWords.advice(level);
    return labels.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Group(
                level.name().toLowerCase(Locale.ROOT),
                title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1),
                labels));
  }

  private static Worth worth(String task, LabelTrust trust) {
    int right = trust.rightOfTen();
    return new Worth(
        trust.label().en(),
        PlainWords.name(task),
        "●".repeat(right) + "○".repeat(TEN - right),
        right + " of 10",
        trust.right() + " of " + trust.given());
  }

  private static TaskView task(TaskEvaluation task, EvaluationReport report) {
    String id = task.task().id();
    Optional<TaskEvaluation.Single> single =
        task instanceof TaskEvaluation.Single one ? Optional.of(one) : Optional.empty();
    return new TaskView(
        id,
        PlainWords.name(id),
        PlainWords.accuracy(task),
        EvaluationTables.trust(report.trust(id)),
        EvaluationCharts.labels(task, report.intervals().get(id)),
        single.map(one -> EvaluationCharts.confusion(one.task(), one.confusion())),
        EvaluationCharts.reliability(task.calibration(), report.uncalibrated().get(id).scores()),
        "On average confidence and share of right answers are "
            + withInterval(report.intervals().get(id).ece())
            + " apart; before calibration they were "
            + withInterval(report.uncalibrated().get(id).ece())
            + " apart.",
        single.map(one -> EvaluationCharts.coverage(one.coverage())),
        EvaluationTables.systems(task, report),
        EvaluationTables.figures(task.task(), report.intervals().get(id)),
        task instanceof TaskEvaluation.Multi multi
            ? Optional.of(EvaluationTables.averagePrecision(multi))
            : Optional.empty());
  }

  private static String all(BehaviourScore score) {
    return score.all().passed()
        + " of "
        + score.all().cases()
        + " cases came out as they should: "
        + withInterval(score.all().rate())
        + ". Each changes a text in a way whose effect is known. Kinds are of unlike difficulty.";
  }

  private static Filter filter(Task task) {
    return new Filter(
        task.id(),
        PlainWords.name(task.id()),
        task.labels().stream()
            .map(label -> new Option(task.id(), label.id(), label.en()))
            .toList());
  }

  private static ErrorView error(ExplainedError explained) {
    ConfidentError error = explained.error();
    Task task = error.task();
    return new ErrorView(
        task.id(),
        String.join(" ", error.gold()),
        String.join(" ", error.predicted()),
        three(error.confidence()),
        PlainWords.labels(task, error.predicted()),
        PlainWords.labels(task, error.gold()),
        parts(explained),
        Utterance.of(explained.text(), error.outcome().prediction().speech()).stream()
            .map(PlainWords::speaker)
            .distinct()
            .toList(),
        PlainWords.where(error.outcome()));
  }

  /** The text, parted where evidence begins and ends; of overlapping evidence the first. */
  private static List<Part> parts(ExplainedError explained) {
    String text = explained.text();
    List<Part> parts = new ArrayList<>();
    int at = 0;
    List<Evidence> ordered =
        explained.evidence().stream()
            .sorted(Comparator.comparingInt(words -> words.span().start()))
            .toList();
    for (Evidence words : ordered) {
      if (words.span().start() >= at) {
        parts.add(new Part(text.substring(at, words.span().start()), false, ""));
        parts.add(
            new Part(
                words.span().of(text),
                true,
                PlainWords.en(explained.error().task(), words.label())
                    + ": "
                    + three(words.weight())));
        at = words.span().end();
      }
    }
    parts.add(new Part(text.substring(at), false, ""));
    return parts;
  }
}
