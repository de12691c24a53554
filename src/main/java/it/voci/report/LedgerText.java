package it.voci.report;

import it.voci.corpus.Task;
import it.voci.evaluation.Ledger;
import it.voci.evaluation.LedgerSources;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A ledger as text: tables that read as they stand and are Markdown too. */
public final class LedgerText {
  private LedgerText() {}

  public static String render(Ledger ledger, LedgerSources sources) {
    StringBuilder out = new StringBuilder();
    out.append("# Ledger by ").append(ledger.by().name().toLowerCase(Locale.ROOT));
    out.append("\n\nShares in percent of what has a label. Intervals: 95 %, bootstrap over");
    out.append(" articles; none for a single article.\n");
    about(sources).forEach(line -> out.append(line).append('\n'));
    out.append('\n').append(LedgerTables.sizes(ledger).render());
    for (Task task : ledger.tasks()) {
      out.append("\n## ").append(task.id()).append("\n\n");
      out.append(LedgerTables.task(ledger, task).render());
      LedgerTables.abstentions(ledger, task)
          .forEach(line -> out.append('\n').append(line).append('\n'));
    }
    ledger
        .all()
        .crossing()
        .ifPresent(
            crossing -> {
              out.append("\n## ").append(crossing.rows()).append(" × ").append(crossing.columns());
              out.append(", shares of words\n\n");
              out.append(
                  LedgerTables.crossing(
                          ledger, ledger.task(crossing.rows()), ledger.task(crossing.columns()))
                      .render());
            });
    LedgerTables.forEachPart(
        ledger,
        (name, part) -> {
          if (!part.speakers().first().isEmpty()) {
            out.append("\n## Speakers, ").append(name).append("\n\n");
            out.append(LedgerTables.speakers(part.speakers()).render());
            out.append('\n').append(LedgerTables.rest(part.speakers())).append('\n');
          }
        });
    return out.toString();
  }

  /** What is worth knowing of the sources, a line each. */
  static List<String> about(LedgerSources sources) {
    List<String> lines = new ArrayList<>();
    sources
        .confusions()
        .ifPresent(
            source ->
                lines.add(
                    "Adjusted: as if labels were mistaken here as often as by "
                        + TerminalText.harmless(source)
                        + "."));
    sources.notes().forEach(note -> lines.add("Note: " + TerminalText.harmless(note) + "."));
    return lines;
  }
}
