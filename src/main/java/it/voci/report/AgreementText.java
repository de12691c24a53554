package it.voci.report;

import it.voci.corpus.Task;
import it.voci.evaluation.Agreement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** Agreement between annotators as Markdown tables. */
public final class AgreementText {
  private AgreementText() {}

  /**
   * A table of the tasks, then one of the labels per task.
   *
   * @param tasks task id → agreement
   */
  public static String render(Map<String, Agreement> tasks) {
    MarkdownTable all =
        new MarkdownTable(
            "task",
            List.of(
                "paragraphs",
                "comparisons",
                "agreement",
                "mean Jaccard",
                "Cohen's kappa",
                "Krippendorff's alpha"));
    StringBuilder labels = new StringBuilder();
    for (Agreement agreement : tasks.values()) {
      Task task = agreement.task();
      List<String> cells = new ArrayList<>();
      cells.add(Integer.toString(agreement.units()));
      cells.add(Integer.toString(agreement.comparisons()));
      cells.add(three(agreement.observed()));
      cells.add(task.isSingle() ? "" : three(agreement.meanJaccard()));
      cells.add(task.isSingle() ? three(agreement.cohenKappa()) : "");
      cells.add(three(agreement.krippendorffAlpha()));
      all.row(task.id(), cells);
      labels.append('\n').append(labels(agreement));
    }
    return all.render() + labels;
  }

  private static String labels(Agreement agreement) {
    MarkdownTable table =
        new MarkdownTable(agreement.task().id(), List.of("F1", "Cohen's kappa", "uses"));
    agreement
        .labels()
        .forEach(
            (label, of) ->
                table.row(
                    label,
                    List.of(
                        of.uses() == 0 ? "–" : three(of.f1()),
                        three(of.cohenKappa()),
                        Integer.toString(of.uses()))));
    return table.render();
  }

  private static String three(OptionalDouble value) {
    return value.isPresent() ? three(value.getAsDouble()) : "–";
  }

  private static String three(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
