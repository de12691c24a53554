package it.voci.report;

import it.voci.corpus.Task;
import it.voci.evaluation.Interval;
import it.voci.evaluation.Ledger;
import it.voci.evaluation.Ledger.Measure;
import it.voci.evaluation.Ledger.Part;
import it.voci.evaluation.Ledger.Share;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * A ledger as a table with a row per figure. {@code by} is {@code all} for all articles and what
 * the parts are otherwise; {@code value} is empty where articles have no outlet or date. Of rows of
 * {@code kind} {@code crossing}, {@code label} and {@code other} belong to the two tasks; of {@code
 * speaker}, they are the name and the side; of {@code abstained}, they are empty.
 */
public final class LedgerCsv {
  private static final String[] COLUMNS = {
    "by",
    "value",
    "kind",
    "task",
    "label",
    "other",
    "unit",
    "count",
    "of",
    "share",
    "low",
    "high",
    "adjusted",
    "adjusted_low",
    "adjusted_high"
  };

  /** What a spreadsheet would take for a formula. */
  private static final Pattern FORMULA = Pattern.compile("\\s*[=+\\-@\\t\\r].*", Pattern.DOTALL);

  private final CSVPrinter printer;

  private LedgerCsv(CSVPrinter printer) {
    this.printer = printer;
  }

  public static String render(Ledger ledger) {
    StringBuilder out = new StringBuilder();
    try (CSVPrinter printer =
        CSVFormat.RFC4180.builder().setHeader(COLUMNS).setRecordSeparator('\n').get().print(out)) {
      LedgerCsv csv = new LedgerCsv(printer);
      csv.part("all", ledger.all(), ledger.tasks());
      for (Part part : ledger.parts()) {
        csv.part(ledger.by().name().toLowerCase(Locale.ROOT), part, ledger.tasks());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private void part(String by, Part part, List<Task> tasks) throws IOException {
    List<String> start = List.of(by, cell(part.value().orElse("")));
    for (Task task : tasks) {
      measure(start, task.id(), "paragraphs", part.task(task.id()).paragraphs());
      measure(start, task.id(), "words", part.task(task.id()).words());
    }
    if (part.crossing().isPresent()) {
      Ledger.Crossing crossing = part.crossing().get();
      String task = crossing.rows() + " × " + crossing.columns();
      cells(start, task, "paragraphs", crossing.paragraphs());
      cells(start, task, "words", crossing.words());
    }
    for (Ledger.Speaker speaker : part.speakers().first()) {
      row(
          start,
          List.of("speaker", "", cell(speaker.name()), cell(speaker.side()), "words"),
          part.words(),
          speaker.words());
    }
  }

  private void measure(List<String> start, String task, String unit, Measure measure)
      throws IOException {
    for (Map.Entry<String, Share> label : measure.labels().entrySet()) {
      row(
          start,
          List.of("label", task, label.getKey(), "", unit),
          measure.answered(),
          label.getValue());
    }
    List<Object> cells = new ArrayList<>(start);
    cells.addAll(List.of("abstained", task, "", "", unit, measure.abstained()));
    cells.addAll(List.of("", "", "", "", "", "", ""));
    printer.printRecord(cells);
  }

  private void cells(List<String> start, String task, String unit, Ledger.Cells cells)
      throws IOException {
    for (Map.Entry<String, Map<String, Share>> row : cells.cells().entrySet()) {
      for (Map.Entry<String, Share> cell : row.getValue().entrySet()) {
        row(
            start,
            List.of("crossing", task, row.getKey(), cell.getKey(), unit),
            cells.answered(),
            cell.getValue());
      }
    }
  }

  private void row(List<String> start, List<String> names, long of, Share share)
      throws IOException {
    List<Object> cells = new ArrayList<>(start);
    cells.addAll(names);
    cells.addAll(List.of(share.count(), of, share.share()));
    cells.add(share.interval().<Object>map(Interval::low).orElse(""));
    cells.add(share.interval().<Object>map(Interval::high).orElse(""));
    addAll(cells, share.adjusted());
    printer.printRecord(cells);
  }

  private static void addAll(List<Object> cells, Optional<Interval> adjusted) {
    if (adjusted.isPresent()) {
      cells.addAll(List.of(adjusted.get().estimate(), adjusted.get().low(), adjusted.get().high()));
    } else {
      cells.addAll(List.of("", "", ""));
    }
  }

  private static String cell(String text) {
    return FORMULA.matcher(text).matches() ? "'" + text : text;
  }
}
