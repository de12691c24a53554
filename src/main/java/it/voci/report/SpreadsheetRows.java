package it.voci.report;

import it.voci.corpus.TableRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Separated values that spreadsheets open right: UTF-8 with a byte order mark, lines ended by CR
 * LF. A text that a spreadsheet would take for a formula stands after an apostrophe, which {@code
 * voci} takes away again when it reads the table.
 */
record SpreadsheetRows(char separator) {
  /** What a file begins with. */
  String header(List<String> columns) {
    return "\uFEFF" + rows(List.of(columns));
  }

  /**
   * Lines, each ended.
   *
   * @param rows of text, which is made harmless, and numbers, which are written as they are
   */
  String rows(List<? extends List<?>> rows) {
    StringBuilder out = new StringBuilder();
    try (CSVPrinter printer =
        CSVFormat.RFC4180.builder().setDelimiter(separator).get().print(out)) {
      for (List<?> row : rows) {
        printer.printRecord(row.stream().map(SpreadsheetRows::cell).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private static Object cell(Object value) {
    return value instanceof String text ? TableRows.neutralised(text) : value;
  }
}
