package it.voci.corpus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.it.ItalianAnalyzer;

/**
 * Runs of eight or more words that two splits share. Excused are those of which most words begin
 * with a capital (names, offices, titles of laws) and parts of an article's title.
 */
final class SharedRuns implements DatasetCheck.Check {
  private static final int RUN = 8;

  /** Where a run was first seen. */
  private record Place(CheckedParagraph paragraph, int word) {}

  @Override
  public List<Finding> find(CheckedDataset dataset) {
    List<String> titles =
        dataset.folder().articles().stream()
            .flatMap(article -> article.article().title().stream())
            .map(title -> padded(CheckedParagraph.forms(title)))
            .toList();
    List<Finding> findings = new ArrayList<>();
    Map<String, Place> seen = new HashMap<>();
    for (String split : dataset.folder().splits().keySet()) {
      List<CheckedParagraph> paragraphs = dataset.paragraphs(split);
      paragraphs.forEach(paragraph -> search(paragraph, seen, titles, findings));
      for (CheckedParagraph paragraph : paragraphs) {
        for (int i = 0; i + RUN <= paragraph.forms().size(); i++) {
          seen.putIfAbsent(run(paragraph, i), new Place(paragraph, i));
        }
      }
    }
    return findings;
  }

  private static void search(
      CheckedParagraph paragraph,
      Map<String, Place> seen,
      List<String> titles,
      List<Finding> findings) {
    int i = 0;
    while (i + RUN <= paragraph.forms().size()) {
      Place place = seen.get(run(paragraph, i));
      if (place == null) {
        i++;
        continue;
      }
      int length = length(paragraph.forms(), i, place.paragraph().forms(), place.word());
      // Of two equal paragraphs the check for duplicates has told.
      if (!paragraph.forms().equals(place.paragraph().forms())
          && !mostlyCapitals(paragraph, i, i + length)
          && !inTitle(padded(paragraph.forms().subList(i, i + length)), titles)) {
        findings.add(
            Finding.error(
                "shared_run",
                paragraph.where()
                    + ": "
                    + length
                    + " words in a row as in "
                    + place.paragraph().where()
                    + ": "
                    + paragraph.excerpt(i, i + length)));
      }
      i += length;
    }
  }

  private static String run(CheckedParagraph paragraph, int from) {
    return String.join(" ", paragraph.forms().subList(from, from + RUN));
  }

  private static int length(List<String> a, int fromA, List<String> b, int fromB) {
    int length = RUN;
    while (fromA + length < a.size()
        && fromB + length < b.size()
        && a.get(fromA + length).equals(b.get(fromB + length))) {
      length++;
    }
    return length;
  }

  /** Names with the offices before them: at least half of the words that carry content. */
  private static boolean mostlyCapitals(CheckedParagraph paragraph, int from, int to) {
    CharArraySet stopWords = ItalianAnalyzer.getDefaultStopSet();
    int content = 0;
    int capitals = 0;
    for (int i = from; i < to; i++) {
      String word = paragraph.words().get(i).text();
      if (!stopWords.contains(paragraph.forms().get(i)) && !word.endsWith("'")) {
        content++;
        capitals += Character.isUpperCase(word.codePointAt(0)) ? 1 : 0;
      }
    }
    return 2 * capitals >= content;
  }

  private static boolean inTitle(String run, List<String> titles) {
    return titles.stream().anyMatch(title -> title.contains(run));
  }

  /** The words between blanks, so that only whole words are found in them. */
  private static String padded(List<String> forms) {
    return " " + String.join(" ", forms) + " ";
  }
}
