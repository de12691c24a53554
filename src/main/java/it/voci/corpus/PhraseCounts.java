package it.voci.corpus;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** In how many articles phrases stand. Paragraphs must be added in the order of the dataset. */
final class PhraseCounts {
  private static final int SHOWN = 20;

  /** Where a phrase was first seen, and how often since. */
  private static final class Count {
    private final CheckedParagraph first;
    private PlacedArticle last;
    private int articles = 1;

    Count(CheckedParagraph first) {
      this.first = first;
      this.last = first.article();
    }
  }

  private final Map<String, Count> counts = new HashMap<>();

  void add(CheckedParagraph paragraph, int fromWord, int toWord) {
    String phrase = String.join(" ", paragraph.forms().subList(fromWord, toWord));
    Count count = counts.computeIfAbsent(phrase, key -> new Count(paragraph));
    if (!count.last.isAt(paragraph.article())) {
      count.last = paragraph.article();
      count.articles++;
    }
  }

  /** The most frequent phrases as warnings, most frequent first. */
  List<Finding> findings(String kind, String what, int leastArticles) {
    return counts.entrySet().stream()
        .filter(entry -> entry.getValue().articles >= leastArticles)
        .sorted(
            Comparator.comparingInt((Map.Entry<String, Count> entry) -> entry.getValue().articles)
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(SHOWN)
        .map(
            entry ->
                Finding.warning(
                    kind,
                    String.format(
                        Locale.ROOT,
                        "%s: %s of %d articles, first here: «%s»",
                        entry.getValue().first.where(),
                        what,
                        entry.getValue().articles,
                        entry.getKey())))
        .toList();
  }
}
