package it.voci.input;

import it.voci.UserException;
import it.voci.corpus.Article;
import it.voci.corpus.Paragraph;
import it.voci.corpus.TableRows;
import java.io.StringReader;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tables with a paragraph a row in the column {@code text}; {@code article} (or {@code id}), {@code
 * title}, {@code outlet} and {@code date} are metadata, other columns are left out.
 */
final class CsvRecords {
  private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');

  private CsvRecords() {}

  static Stream<InputArticle> read(String text, String name) {
    if (text.isBlank()) {
      throw new UserException(name + ": holds no text");
    }
    char delimiter = delimiter(text, name);
    return RecordArticles.of(
        () -> new Entries(new TableRows(new StringReader(text), delimiter, name), name), name);
  }

  /** The delimiter that makes {@code text} one of the column names. */
  private static char delimiter(String text, String name) {
    Optional<UserException> first = Optional.empty();
    for (char delimiter : DELIMITERS) {
      try {
        var unused = new TableRows(new StringReader(text), delimiter, name);
        return delimiter;
      } catch (UserException e) {
        first = first.or(() -> Optional.of(e));
      }
    }
    throw first.orElseThrow();
  }

  private record Entries(TableRows rows, String name) implements Iterator<RecordArticles.Entry> {
    @Override
    public boolean hasNext() {
      return rows.hasNext();
    }

    @Override
    public RecordArticles.Entry next() {
      Map<String, String> row = rows.next();
      Optional<String> shared = TableRows.cell(row, "article");
      Article article =
          new Article(
              shared.or(() -> TableRows.cell(row, "id")).orElse(rows.where()),
              TableRows.cell(row, "title"),
              TableRows.cell(row, "outlet"),
              TableRows.cell(row, "date"),
              Optional.empty(),
              false,
              List.of(Paragraph.unlabelled(row.get(TableRows.TEXT))),
              Map.of());
      return new RecordArticles.Entry(article, shared);
    }
  }
}
