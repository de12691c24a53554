package it.voci.corpus;

import it.voci.UserException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The rows of a table (RFC 4180) under its line of column names, one of which must be {@code text}:
 * column name in lower case → cell. Of a cell that was neutralised for spreadsheets the apostrophe
 * is taken away. Not safe for use by several threads.
 */
public final class TableRows implements Iterator<Map<String, String>> {
  /** The column that must be there. */
  public static final String TEXT = RecordJson.TEXT;

  private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\t\r].*", Pattern.DOTALL);
  private static final Pattern NEUTRALISED = Pattern.compile("'+[=+\\-@\t\r].*", Pattern.DOTALL);

  private final String file;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final List<String> columns;
  private long line = 1;
  private long next = 1;

  /**
   * Reads the column names.
   *
   * @param text without byte order mark; not closed
   * @param file named in messages
   * @throws UserException where there are none, {@code text} is not among them, or one occurs twice
   */
  public TableRows(Reader text, char delimiter, String file) {
    this.file = file;
    try {
      this.parser = format(delimiter).parse(text);
    } catch (IOException e) {
      throw failure(e);
    }
    this.records = parser.iterator();
    this.columns = columns(record().orElseThrow(this::empty));
  }

  static CSVFormat format(char delimiter) {
    return CSVFormat.RFC4180.builder().setDelimiter(delimiter).setIgnoreEmptyLines(true).get();
  }

  private UserException empty() {
    return new UserException(file + ": empty; expected a line of column names with 'text'");
  }

  /** The next record, if any; {@link #line} is then the one it begins in. */
  private Optional<CSVRecord> record() {
    try {
      if (!records.hasNext()) {
        return Optional.empty();
      }
      CSVRecord record = records.next();
      line = next;
      next = parser.getCurrentLineNumber() + 1;
      if (record.stream().anyMatch(cell -> cell.indexOf('\0') >= 0)) {
        throw new UserException(where() + ": holds a NUL character; save the table as UTF-8 text");
      }
      return Optional.of(record);
    } catch (UncheckedIOException e) {
      line = next;
      throw failure(e.getCause());
    }
  }

  private UserException failure(IOException e) {
    return new UserException(
        where()
            + (e instanceof CharacterCodingException
                ? ": not UTF-8; save the file as UTF-8"
                : ": not a table (" + e.getMessage() + ")"),
        e);
  }

  private List<String> columns(CSVRecord cells) {
    List<String> names = cells.stream().map(cell -> cell.strip().toLowerCase(Locale.ROOT)).toList();
    if (!names.contains(TEXT)) {
      throw new UserException(
          where()
              + ": no column 'text'; the columns are "
              + JsonText.excerpt(String.join(", ", names)));
    }
    List<String> named = names.stream().filter(name -> !name.isEmpty()).toList();
    if (named.stream().distinct().count() < named.size()) {
      throw new UserException(where() + ": a column occurs twice: " + String.join(", ", names));
    }
    return names;
  }

  /** {@code file:line} in which the row read last begins. */
  public String where() {
    return file + ":" + line;
  }

  @Override
  public boolean hasNext() {
    try {
      return records.hasNext();
    } catch (UncheckedIOException e) {
      line = next;
      throw failure(e.getCause());
    }
  }

  /**
   * The next row.
   *
   * @throws UserException where it has another number of cells than the table has columns, or the
   *     text is no table
   */
  @Override
  public Map<String, String> next() {
    CSVRecord cells = record().orElseThrow(NoSuchElementException::new);
    if (cells.size() != columns.size()) {
      throw new UserException(
          where() + ": expected " + columns.size() + " cells but was " + cells.size());
    }
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      row.put(columns.get(i), restored(cells.get(i)));
    }
    return row;
  }

  /** The cell of a row; empty where it is blank or there is no such column. */
  public static Optional<String> cell(Map<String, String> row, String column) {
    return Optional.ofNullable(row.get(column)).filter(cell -> !cell.isBlank());
  }

  /**
   * The cell after an apostrophe, where a spreadsheet would take it for a formula, or where it
   * begins with apostrophes before such a sign; reading takes one away from both.
   */
  public static String neutralised(String cell) {
    return FORMULA.matcher(cell).matches() ? "'" + cell : cell;
  }

  private static String restored(String cell) {
    return NEUTRALISED.matcher(cell).matches() ? cell.substring(1) : cell;
  }
}
