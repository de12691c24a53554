package it.voci.report;

import java.util.ArrayList;
import java.util.List;

/** A table that reads as it stands and is Markdown too: names at the left, figures at the right. */
final class MarkdownTable {
  private final List<List<String>> rows = new ArrayList<>();

  MarkdownTable(String names, List<String> columns) {
    row(names, columns);
  }

  /** Adds a row with as many cells as there are columns. */
  void row(String name, List<String> cells) {
    List<String> row = new ArrayList<>();
    row.add(cell(name));
    cells.forEach(text -> row.add(cell(text)));
    rows.add(row);
  }

  private static String cell(String text) {
    return TerminalText.harmless(text).replace("|", "\\|");
  }

  String render() {
    int[] widths = new int[rows.get(0).size()];
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
