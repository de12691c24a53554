package it.voci.input;

import it.voci.UserException;
import it.voci.corpus.Article;
import it.voci.corpus.Paragraph;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterators;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Puts records together: consecutive ones that share an article are one, all others stand alone.
 * One article at a time is held in memory.
 */
final class RecordArticles implements Iterator<InputArticle> {
  /**
   * A record.
   *
   * @param article of which only the first record's metadata count
   * @param shared by which records of one article are known
   */
  record Entry(Article article, Optional<String> shared) {}

  private final String name;
  private final Iterator<Entry> entries;
  private Optional<Entry> ahead;

  private RecordArticles(String name, Iterator<Entry> entries) {
    this.name = name;
    this.entries = entries;
    this.ahead = advance();
  }

  /**
   * The articles of a file, all of whose records are read once before, so that a bad one is told
   * before the first article is handed out.
   *
   * @param records begins anew each time
   * @throws UserException where a record is not as expected, or there is none
   */
  static Stream<InputArticle> of(Supplier<Iterator<Entry>> records, String name) {
    RecordArticles all = new RecordArticles(name, records.get());
    if (!all.hasNext()) {
      throw new UserException(name + ": holds no text");
    }
    all.forEachRemaining(InputArticle::requireModestSize);
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(new RecordArticles(name, records.get()), 0), false);
  }

  private Optional<Entry> advance() {
    return entries.hasNext() ? Optional.of(entries.next()) : Optional.empty();
  }

  @Override
  public boolean hasNext() {
    return ahead.isPresent();
  }

  @Override
  public InputArticle next() {
    Entry first = ahead.orElseThrow();
    List<Paragraph> paragraphs = new ArrayList<>(first.article().paragraphs());
    ahead = advance();
    while (first.shared().isPresent()
        && ahead.isPresent()
        && ahead.get().shared().equals(first.shared())) {
      paragraphs.addAll(ahead.get().article().paragraphs());
      ahead = advance();
    }
    return InputArticle.joined(name, first.article().withParagraphs(paragraphs));
  }
}
