package it.voci.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table that reads as it stands and is Markdown too: names at the left, figures at the right. The
 * template {@code table.html} shows it in a page.
 */
final class MarkdownTable {
  private final List<List<String>> rows = new ArrayList<>();

  MarkdownTable(String names, List<String> columns) {
    row(names, columns);
  }

  /** Adds a row with as many cells as there are columns. */
  void row(String name, List<String> cells) {
    List<String> row = new ArrayList<>();
    row.add(name);
    row.addAll(cells);
    rows.add(row);
  }

  /** A row as templates see it. */
  record Row(String name, List<String> cells) {}

  Row head() {
    return row(rows.get(0));
  }

  List<Row> body() {
    return rows.stream().skip(1).map(MarkdownTable::row).toList();
  }

  private static Row row(List<String> row) {
    return new Row(row.get(0), row.subList(1, row.size()));
  }

  private static String cell(String text) {
    return TerminalText.harmless(text).replace("|", "\\|");
  }

  String render() {
    List<List<String>> rows =
        this.rows.stream().map(row -> row.stream().map(MarkdownTable::cell).toList()).toList();
    int[] widths = new int[rows.get(0).size()];
    Arrays.fill(widths, 2); // so much takes the mark of a column of figures
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).codePointCount(0, row.get(i).length()));
      }
    }
    StringBuilder out = new StringBuilder();
    for (int r = 0; r < rows.size(); r++) {
      for (int i = 0; i < widths.length; i++) {
        String text = rows.get(r).get(i);
        String padding = " ".repeat(widths[i] - text.codePointCount(0, text.length()));
        out.append(i == 0 ? "| " + text + padding : " | " + padding + text);
      }
      out.append(" |\n");
      if (r == 0) {
        out.append("| ").append("-".repeat(widths[0]));
        for (int i = 1; i < widths.length; i++) {
          out.append(" | ").append("-".repeat(widths[i] - 1)).append(':');
        }
        out.append(" |\n");
      }
    }
    return out.toString();
  }
}
