package it.voci.report;

import it.voci.corpus.Label;
import it.voci.corpus.Task;
import it.voci.evaluation.Ledger;
import it.voci.evaluation.LedgerSources;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Ledgers of the same articles as one page: over time, outlets side by side, speakers. */
public final class LedgerHtml {
  /** What the template shows. */
  private record View(
      String models,
      int articles,
      long paragraphs,
      long words,
      List<String> notes,
      List<MarkdownTable> sizes,
      List<TaskView> tasks,
      Optional<CrossingView> crossing,
      Optional<HtmlChart> speakers,
      String rest) {}

  /**
   * A task.
   *
   * @param colours label → colour, where the charts need a key
   */
  private record TaskView(
      String id,
      String name,
      List<Colour> colours,
      List<HtmlChart> charts,
      HtmlChart labels,
      List<String> abstentions) {}

  private record Colour(String variable, String label) {}

  private record CrossingView(String name, HtmlChart chart) {}

  private LedgerHtml() {}

  /**
   * The page.
   *
   * @param ledgers at least one, each by something else, of the same articles; groupings into fewer
   *     than two are not shown
   */
  public static String render(List<Ledger> ledgers, LedgerSources sources) {
    Ledger first = ledgers.get(0);
    List<Ledger> shown = ledgers.stream().filter(ledger -> ledger.parts().size() > 1).toList();
    View view =
        new View(
            String.join(", ", sources.models()),
            first.all().articles(),
            first.all().paragraphs(),
            first.all().words(),
            LedgerText.about(sources),
            (shown.isEmpty() ? ledgers : shown).stream().map(LedgerTables::sizes).toList(),
            first.tasks().stream().map(task -> task(task, first, shown)).toList(),
            first
                .all()
                .crossing()
                .map(
                    crossing ->
                        new CrossingView(
                            PlainWords.name(crossing.rows())
                                + " × "
                                + PlainWords.name(crossing.columns()),
                            LedgerCharts.crossing(first, crossing))),
            Optional.of(first.all().speakers())
                .filter(speakers -> !speakers.first().isEmpty())
                .map(LedgerCharts::speakers),
            LedgerTables.rest(first.all().speakers()));
    return new HtmlPage("en", "Who gets to speak", "ledger", true).render(view);
  }

  private static TaskView task(Task task, Ledger first, List<Ledger> shown) {
    List<Label> labels = task.labels();
    return new TaskView(
        task.id(),
        PlainWords.name(task.id()),
        task.isSingle() && !shown.isEmpty()
            ? IntStream.range(0, labels.size())
                .mapToObj(i -> new Colour(LedgerCharts.colour(i), labels.get(i).en()))
                .toList()
            : List.of(),
        shown.stream().map(ledger -> chart(task, ledger)).toList(),
        LedgerCharts.labels(task, first),
        LedgerTables.abstentions(first, task));
  }

  private static HtmlChart chart(Task task, Ledger ledger) {
    return switch (ledger.by()) {
      case DATE -> LedgerCharts.overTime(task, ledger);
      case OUTLET -> LedgerCharts.sideBySide(task, ledger, "Outlets side by side");
      case ARTICLE -> LedgerCharts.sideBySide(task, ledger, "Articles side by side");
    };
  }
}
