package it.voci.input;

import it.voci.input.PdfLines.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Puts the lines of pages together to paragraphs: words divided at a line's end are mended, and
 * what stands at the head or foot of page after page is left out, page numbers too.
 */
final class PdfParagraphs {
  /** What a browser prints at the edges of a page, and page numbers. */
  private static final Pattern EDGE =
      Pattern.compile(
          "\\W*(?:p(?:ag(?:ina|e)?)?\\.?\\s*)?\\d{1,4}(?:\\s*(?:/|di|of)\\s*\\d{1,4})?\\W*"
              + "|\\d{1,2}/\\d{1,2}/\\d{2,4},? \\d{1,2}[:.]\\d{2}\\b.*"
              + "|(?:https?|file)://.*",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern DIGITS = Pattern.compile("\\d+");
  private static final Pattern ENDED = Pattern.compile(".*[.!?…:;][\"'”’»)\\]]*|.*[»”]");

  private static final String HYPHENS = "-‐\u00AD";

  /** Lines at the head and at the foot of a page that may be repeated ones. */
  private static final int EDGE_LINES = 2;

  private final List<String> paragraphs = new ArrayList<>();
  private final StringBuilder paragraph = new StringBuilder();
  private final double spacing;
  private final double left;
  private final double right;

  private PdfParagraphs(List<List<Line>> pages) {
    this.spacing = spacing(pages);
    List<Line> all = pages.stream().flatMap(List::stream).toList();
    this.left =
        all.stream().mapToDouble(Line::left).sorted().skip(all.size() / 4).findFirst().orElse(0);
    this.right =
        all.stream()
            .mapToDouble(Line::right)
            .sorted()
            .skip(all.size() * 9L / 10)
            .findFirst()
            .orElse(0);
  }

  /** The paragraphs of all pages. */
  static List<String> of(List<List<Line>> pages) {
    List<List<Line>> bodies = withoutEdges(pages);
    PdfParagraphs builder = new PdfParagraphs(bodies);
    for (List<Line> page : bodies) {
      builder.add(page);
    }
    builder.end();
    return builder.paragraphs;
  }

  private static List<List<Line>> withoutEdges(List<List<Line>> pages) {
    Map<String, Integer> repeated = new HashMap<>();
    for (List<Line> page : pages) {
      Set<String> here = new HashSet<>();
      edges(page).forEach(line -> here.add(DIGITS.matcher(line.text()).replaceAll("#")));
      here.forEach(line -> repeated.merge(line, 1, Integer::sum));
    }
    List<List<Line>> bodies = new ArrayList<>();
    for (List<Line> page : pages) {
      List<Line> body = new ArrayList<>(page);
      for (Line line : edges(page)) {
        int times = repeated.get(DIGITS.matcher(line.text()).replaceAll("#"));
        if (EDGE.matcher(line.text()).matches() || (times > 1 && times * 2 >= pages.size())) {
          body.remove(line);
        }
      }
      bodies.add(body);
    }
    return bodies;
  }

  private static List<Line> edges(List<Line> page) {
    List<Line> byHeight = page.stream().sorted(Comparator.comparingDouble(Line::y)).toList();
    List<Line> edges = new ArrayList<>(byHeight.subList(0, Math.min(EDGE_LINES, byHeight.size())));
    edges.addAll(
        byHeight.subList(Math.max(edges.size(), byHeight.size() - EDGE_LINES), byHeight.size()));
    return edges;
  }

  /** The usual distance of a line from the one before, in multiples of the letters' size. */
  private static double spacing(List<List<Line>> pages) {
    List<Double> distances = new ArrayList<>();
    for (List<Line> page : pages) {
      for (int i = 1; i < page.size(); i++) {
        double distance = distance(page.get(i - 1), page.get(i));
        if (distance > 0.5 && distance < 3) {
          distances.add(distance);
        }
      }
    }
    // Lines within paragraphs are nearer than paragraphs, and at least as many as these.
    return distances.isEmpty()
        ? 1.2
        : distances.stream().sorted().skip(distances.size() / 3).findFirst().orElseThrow();
  }

  private static double distance(Line above, Line below) {
    return (below.y() - above.y()) / Math.max(1, below.size());
  }

  private void add(List<Line> page) {
    for (int i = 0; i < page.size(); i++) {
      Line line = page.get(i);
      boolean begins =
          i == 0
              ? ENDED.matcher(paragraph).matches()
                  && !Character.isLowerCase(line.text().codePointAt(0))
              : begins(page.get(i - 1), line);
      if (begins) {
        end();
      }
      append(line.text());
    }
  }

  private boolean begins(Line above, Line line) {
    double distance = distance(above, line);
    if (distance < 0) { // the next column
      return ENDED.matcher(above.text()).matches()
          && !Character.isLowerCase(line.text().codePointAt(0));
    }
    boolean apart = distance > spacing * 1.3;
    boolean otherSize = Math.abs(above.size() - line.size()) > 0.1 * line.size();
    boolean indented =
        line.left() > above.left() + 0.8 * line.size() && above.left() < left + line.size();
    boolean shortAbove =
        above.right() < left + 0.8 * (right - left) && ENDED.matcher(above.text()).matches();
    return apart || otherSize || (indented && ENDED.matcher(above.text()).matches()) || shortAbove;
  }

  private void append(String line) {
    int last = paragraph.length() - 1;
    if (last > 0
        && Character.isLetter(paragraph.charAt(last - 1))
        && HYPHENS.indexOf(paragraph.charAt(last)) >= 0) {
      if (Character.isLowerCase(line.codePointAt(0)) || paragraph.charAt(last) == '\u00AD') {
        paragraph.setLength(last);
      }
    } else if (last >= 0) {
      paragraph.append(' ');
    }
    paragraph.append(line);
  }

  private void end() {
    if (paragraph.length() > 0) {
      paragraphs.add(paragraph.toString());
      paragraph.setLength(0);
    }
  }
}
