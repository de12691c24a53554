package it.voci.corpus;

import it.voci.UserException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

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
  private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@].*", Pattern.DOTALL);
  private static final Pattern NEUTRALISED = Pattern.compile("'+[=+\\-@].*", Pattern.DOTALL);

  private final CSVFormat format;

  TableFormat(char delimiter) {
    this.format = CSVFormat.RFC4180.builder().setDelimiter(delimiter).get();
  }

  @Override
  public List<Article> read(Path file, LabelScheme scheme) {
    List<ParagraphRecord> records = new ArrayList<>();
    long line = 1;
    try (BufferedReader text = Files.newBufferedReader(file);
        PushbackReader reader = withoutByteOrderMark(text);
        CSVParser parser = format.builder().setIgnoreEmptyLines(true).get().parse(reader)) {
      List<String> columns = null;
      for (CSVRecord cells : parser) {
        String where = file + ":" + line;
        line = parser.getCurrentLineNumber() + 1;
        requirePlain(cells, where);
        if (columns == null) {
          columns = columns(cells, where);
        } else {
          records.add(record(row(columns, cells, where), scheme, where));
        }
      }
      if (columns == null) {
        throw new UserException(file + ": empty; expected a line of column names with 'text'");
      }
    } catch (IOException e) {
      throw JsonLines.failure(file, line, e);
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CharacterCodingException) {
        throw JsonLines.failure(file, line, e.getCause());
      }
      throw new UserException(
          file + ":" + line + ": not a table (" + e.getCause().getMessage() + ")", e);
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

  private static void requirePlain(CSVRecord cells, String where) {
    if (cells.stream().anyMatch(cell -> cell.indexOf('\0') >= 0)) {
      throw new UserException(where + ": holds a NUL character; save the table as UTF-8 text");
    }
  }

  private static List<String> columns(CSVRecord cells, String where) {
    List<String> columns =
        cells.stream().map(cell -> cell.strip().toLowerCase(Locale.ROOT)).toList();
    if (!columns.contains(RecordJson.TEXT)) {
      throw new UserException(
          where
              + ": no column 'text'; the columns are "
              + JsonText.excerpt(String.join(", ", columns)));
    }
    List<String> named = columns.stream().filter(column -> !column.isEmpty()).toList();
    if (named.stream().distinct().count() < named.size()) {
      throw new UserException(where + ": a column occurs twice: " + String.join(", ", columns));
    }
    return columns;
  }

  private static Map<String, String> row(List<String> columns, CSVRecord cells, String where) {
    if (cells.size() != columns.size()) {
      throw new UserException(
          where + ": expected " + columns.size() + " cells but was " + cells.size());
    }
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      row.put(columns.get(i), restored(cells.get(i)));
    }
    return row;
  }

  private static ParagraphRecord record(Map<String, String> row, LabelScheme scheme, String where) {
    Map<String, List<String>> names = new LinkedHashMap<>();
    for (Task task : scheme.tasks()) {
      cell(row, task.id())
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
            cell(row, "article"),
            cell(row, "title"),
            cell(row, "outlet"),
            cell(row, "date"),
            cell(row, "register")),
        cell(row, "index").map(index -> RecordJson.index(index, where)),
        new Paragraph(row.get(RecordJson.TEXT), LabelNames.parse(names, scheme, where), Map.of()));
  }

  /** The cell; empty where it is blank or there is no such column. */
  private static Optional<String> cell(Map<String, String> row, String column) {
    return Optional.ofNullable(row.get(column)).filter(cell -> !cell.isBlank());
  }

  @Override
  public void write(List<Article> articles, LabelScheme scheme, Appendable out) throws IOException {
    List<String> header = new ArrayList<>(COLUMNS);
    scheme.tasks().forEach(task -> header.add(task.id()));
    CSVPrinter printer = format.print(out);
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
    return FORMULA.matcher(cell).matches() ? "'" + cell : cell;
  }

  private static String restored(String cell) {
    return NEUTRALISED.matcher(cell).matches() ? cell.substring(1) : cell;
  }
}
