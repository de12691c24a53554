package it.voci.report;

import it.voci.classifier.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** A stretch of a paragraph and the evidence that covers all of it. */
record MarkedSegment(String text, List<Evidence> evidence) {
  /** The paragraph cut wherever evidence begins or ends; together the segments are the text. */
  static List<MarkedSegment> of(String text, List<Evidence> evidence) {
    TreeSet<Integer> cuts = new TreeSet<>(List.of(0, text.length()));
    for (Evidence one : evidence) {
      cuts.add(one.span().start());
      cuts.add(one.span().end());
    }
    List<MarkedSegment> segments = new ArrayList<>();
    int start = cuts.pollFirst();
    for (int end : cuts) {
      int from = start;
      segments.add(
          new MarkedSegment(
              text.substring(from, end),
              evidence.stream()
                  .filter(one -> one.span().start() <= from && end <= one.span().end())
                  .toList()));
      start = end;
    }
    return segments;
  }
}
