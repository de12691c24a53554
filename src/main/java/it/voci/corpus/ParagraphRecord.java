package it.voci.corpus;

import it.voci.UserException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A paragraph on its own, as tables and annotation tools hold it.
 *
 * @param where {@code file:line} or {@code file: record N}, for messages
 * @param about the article it stands in
 * @param index 0-based position in the article, if known
 */
record ParagraphRecord(String where, About about, Optional<Integer> index, Paragraph paragraph) {
  /**
   * What is known of the article.
   *
   * @param id without one the paragraph is an article of its own
   */
  record About(
      Optional<String> id,
      Optional<String> title,
      Optional<String> outlet,
      Optional<String> date,
      Optional<String> register) {
    static About of(Article article) {
      return new About(
          Optional.of(article.id()),
          article.title(),
          article.outlet(),
          article.date(),
          article.register());
    }
  }

  /** The paragraphs of all articles, in order. */
  static List<ParagraphRecord> of(List<Article> articles) {
    List<ParagraphRecord> records = new ArrayList<>();
    for (Article article : articles) {
      About about = About.of(article);
      for (int i = 0; i < article.paragraphs().size(); i++) {
        String where = "article '" + article.id() + "', paragraph " + i;
        records.add(new ParagraphRecord(where, about, Optional.of(i), article.paragraphs().get(i)));
      }
    }
    return records;
  }

  /**
   * Puts articles together: in the order in which each first occurs, their paragraphs by index or,
   * where one has none, as they occur. Metadata are those of an article's first record that has
   * them.
   *
   * @param file whose name begins the ids of articles without one
   * @throws UserException where an index occurs twice in an article
   */
  static List<Article> articles(List<ParagraphRecord> records, Path file) {
    String name = String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
    Map<String, List<ParagraphRecord>> byArticle = new LinkedHashMap<>();
    for (int i = 0; i < records.size(); i++) {
      String own = name + "#" + (i + 1);
      String id = records.get(i).about().id().filter(given -> !given.isBlank()).orElse(own);
      byArticle.computeIfAbsent(id, key -> new ArrayList<>()).add(records.get(i));
    }
    List<Article> articles = new ArrayList<>();
    byArticle.forEach((id, all) -> articles.add(article(id, all)));
    return List.copyOf(articles);
  }

  private static Article article(String id, List<ParagraphRecord> records) {
    List<ParagraphRecord> ordered = new ArrayList<>(records);
    if (records.stream().allMatch(record -> record.index().isPresent())) {
      requireDistinct(id, records);
      ordered.sort(Comparator.comparing(record -> record.index().orElseThrow()));
    }
    return new Article(
        id,
        first(records, About::title),
        first(records, About::outlet),
        first(records, About::date),
        first(records, About::register),
        false,
        ordered.stream().map(ParagraphRecord::paragraph).toList(),
        Map.of());
  }

  private static void requireDistinct(String id, List<ParagraphRecord> records) {
    Map<Integer, ParagraphRecord> byIndex = new HashMap<>();
    for (ParagraphRecord record : records) {
      ParagraphRecord before = byIndex.putIfAbsent(record.index().orElseThrow(), record);
      if (before != null) {
        throw new UserException(
            String.format(
                Locale.ROOT,
                "%s: article '%s' already has a paragraph %d (%s)",
                record.where(),
                id,
                record.index().orElseThrow(),
                before.where()));
      }
    }
  }

  private static Optional<String> first(
      List<ParagraphRecord> records, java.util.function.Function<About, Optional<String>> field) {
    return records.stream().flatMap(record -> field.apply(record.about()).stream()).findFirst();
  }
}
