package it.voci.corpus;

import it.voci.UserException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PushbackReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVPrinter;

/**
 * Tables with a row per paragraph: the columns {@code article, index, title, outlet, date,
 * register, text} and one per task. Only {@code text} must be there; other columns are left out.
 *
 * <p>Cells that a spreadsheet would take for a formula are written after an apostrophe, and so are
 * those that begin with apostrophes before such a sign; reading takes one away from both.
 */
final class TableFormat implements DatasetFormat.Codec {
  private static final List<String> COLUMNS =
      List.of("article", "index", "title", "outlet", "date", "register", RecordJson.TEXT);
  private static final String SEPARATOR = "|";

  private final char delimiter;

  TableFormat(char delimiter) {
    this.delimiter = delimiter;
  }

  @Override
  public List<Article> read(Path file, LabelScheme scheme) {
    List<ParagraphRecord> records = new ArrayList<>();
    try (BufferedReader text = Files.newBufferedReader(file);
        PushbackReader reader = withoutByteOrderMark(text)) {
      TableRows rows = new TableRows(reader, delimiter, file.toString());
      while (rows.hasNext()) {
        Map<String, String> row = rows.next();
        records.add(record(row, scheme, rows.where()));
      }
    } catch (IOException e) {
      throw JsonLines.failure(file, 1, e);
    }
    return ParagraphRecord.articles(records, file);
  }

  private static PushbackReader withoutByteOrderMark(BufferedReader text) throws IOException {
    PushbackReader reader = new PushbackReader(text);
    int first = reader.read();
    if (first >= 0 && first != '\uFEFF') {
      reader.unread(first);
    }
    return reader;
  }

  private static ParagraphRecord record(Map<String, String> row, LabelScheme scheme, String where) {
    Map<String, List<String>> names = new LinkedHashMap<>();
    for (Task task : scheme.tasks()) {
      TableRows.cell(row, task.id())
          .ifPresent(
              cell ->
                  names.put(
                      task.id(),
                      Pattern.compile(SEPARATOR, Pattern.LITERAL)
                          .splitAsStream(cell)
                          .map(String::strip)
                          .toList()));
    }
    return new ParagraphRecord(
        where,
        new ParagraphRecord.About(
            TableRows.cell(row, "article"),
            TableRows.cell(row, "title"),
            TableRows.cell(row, "outlet"),
            TableRows.cell(row, "date"),
            TableRows.cell(row, "register")),
        TableRows.cell(row, "index").map(index -> RecordJson.index(index, where)),
        new Paragraph(row.get(RecordJson.TEXT), LabelNames.parse(names, scheme, where), Map.of()));
  }

  @Override
  public void write(List<Article> articles, LabelScheme scheme, Appendable out) throws IOException {
    List<String> header = new ArrayList<>(COLUMNS);
    scheme.tasks().forEach(task -> header.add(task.id()));
    CSVPrinter printer = TableRows.format(delimiter).print(out);
    printer.printRecord(header);
    for (ParagraphRecord record : ParagraphRecord.of(articles)) {
      List<String> cells = new ArrayList<>();
      cells.add(neutralised(record.about().id()));
      cells.add(record.index().map(String::valueOf).orElse(""));
      cells.add(neutralised(record.about().title()));
      cells.add(neutralised(record.about().outlet()));
      cells.add(neutralised(record.about().date()));
      cells.add(neutralised(record.about().register()));
      cells.add(neutralised(Optional.of(record.paragraph().text())));
      for (Task task : scheme.tasks()) {
        cells.add(
            record
                .paragraph()
                .labels(task)
                .map(labels -> String.join(SEPARATOR, LabelNames.of(labels)))
                .orElse(""));
      }
      if (cells.stream().anyMatch(cell -> cell.indexOf('\0') >= 0)) {
        throw new UserException(record.where() + ": holds a NUL character, which no table can");
      }
      printer.printRecord(cells);
    }
  }

  private static String neutralised(Optional<String> value) {
    String cell = value.orElse("");
    return TableRows.neutralised(cell);
  }
}
