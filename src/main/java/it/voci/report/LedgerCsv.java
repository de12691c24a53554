package it.voci.report;

import it.voci.corpus.Task;
import it.voci.evaluation.Interval;
import it.voci.evaluation.Ledger;
import it.voci.evaluation.Ledger.Measure;
import it.voci.evaluation.Ledger.Part;
import it.voci.evaluation.Ledger.Share;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A ledger as a table with a row per figure. {@code by} is {@code all} for all articles and what
 * the parts are otherwise; {@code value} is empty where articles have no outlet or date. Of rows of
 * {@code kind} {@code crossing}, {@code label} and {@code other} belong to the two tasks; of {@code
 * speaker}, they are the name and the side; of {@code abstained}, they are empty.
 */
public final class LedgerCsv {
  private static final List<String> COLUMNS =
      List.of(
          ("by value kind task label other unit count of share low high adjusted adjusted_low"
                  + " adjusted_high")
              .split(" "));

  private final List<List<Object>> rows = new ArrayList<>();

  private LedgerCsv() {}

  public static String render(Ledger ledger) {
    LedgerCsv csv = new LedgerCsv();
    csv.part("all", ledger.all(), ledger.tasks());
    for (Part part : ledger.parts()) {
      csv.part(ledger.by().name().toLowerCase(Locale.ROOT), part, ledger.tasks());
    }
    SpreadsheetRows table = new SpreadsheetRows(',');
    return table.header(COLUMNS) + table.rows(csv.rows);
  }

  private void part(String by, Part part, List<Task> tasks) {
    List<String> start = List.of(by, part.value().orElse(""));
    for (Task task : tasks) {
      measure(start, task.id(), "paragraphs", part.task(task.id()).paragraphs());
      measure(start, task.id(), "words", part.task(task.id()).words());
    }
    part.crossing()
        .ifPresent(
            crossing -> {
              String task = crossing.rows() + " × " + crossing.columns();
              cells(start, task, "paragraphs", crossing.paragraphs());
              cells(start, task, "words", crossing.words());
            });
    for (Ledger.Speaker speaker : part.speakers().first()) {
      row(
          start,
          List.of("speaker", "", speaker.name(), speaker.side(), "words"),
          part.words(),
          speaker.words());
    }
  }

  private void measure(List<String> start, String task, String unit, Measure measure) {
    measure
        .labels()
        .forEach(
            (label, share) ->
                row(start, List.of("label", task, label, "", unit), measure.answered(), share));
    List<Object> cells = new ArrayList<>(start);
    cells.addAll(List.of("abstained", task, "", "", unit, measure.abstained()));
    cells.addAll(List.of("", "", "", "", "", "", ""));
    rows.add(cells);
  }

  private void cells(List<String> start, String task, String unit, Ledger.Cells cells) {
    for (Map.Entry<String, Map<String, Share>> line : cells.cells().entrySet()) {
      line.getValue()
          .forEach(
              (column, share) ->
                  row(
                      start,
                      List.of("crossing", task, line.getKey(), column, unit),
                      cells.answered(),
                      share));
    }
  }

  private void row(List<String> start, List<String> names, long of, Share share) {
    List<Object> cells = new ArrayList<>(start);
    cells.addAll(names);
    cells.addAll(List.of(share.count(), of, share.share()));
    cells.addAll(bounds(share.interval()));
    cells.add(share.adjusted().<Object>map(Interval::estimate).orElse(""));
    cells.addAll(bounds(share.adjusted()));
    rows.add(cells);
  }

  private static List<Object> bounds(Optional<Interval> interval) {
    return interval.<List<Object>>map(i -> List.of(i.low(), i.high())).orElse(List.of("", ""));
  }
}
