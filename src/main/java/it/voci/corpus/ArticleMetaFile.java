package it.voci.corpus;

import it.voci.UserException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** CSV files that say who published an article, and when: {@code article,outlet,date}. */
public final class ArticleMetaFile {
  private static final String ARTICLE = "article";
  private static final String OUTLET = "outlet";
  private static final String DATE = "date";

  /** What a row says; what it leaves blank is empty. */
  public record Meta(Optional<String> outlet, Optional<String> date) {}

  private ArticleMetaFile() {}

  /**
   * Reads a file.
   *
   * @return article id → what is said of it, in the file's order
   * @throws UserException naming {@code file:line}, where columns are missing, a date is not {@code
   *     yyyy-MM} or {@code yyyy-MM-dd}, or an article occurs twice
   */
  public static Map<String, Meta> read(Path file) {
    Map<String, Meta> metas = new LinkedHashMap<>();
    long line = 1;
    try (BufferedReader text = Files.newBufferedReader(file);
        CSVParser parser =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get().parse(text)) {
      List<String> columns = List.of();
      for (CSVRecord row : parser) {
        String where = file + ":" + line;
        line = parser.getCurrentLineNumber() + 1;
        if (columns.isEmpty()) {
          columns = columns(row, where);
        } else {
          add(row, columns, where, metas);
        }
      }
      if (columns.isEmpty()) {
        throw new UserException(file + ": empty; expected the columns article,outlet,date");
      }
    } catch (IOException e) {
      throw JsonLines.failure(file, line, e);
    } catch (UncheckedIOException e) {
      throw JsonLines.failure(file, line, e.getCause());
    }
    return metas;
  }

  private static List<String> columns(CSVRecord row, String where) {
    List<String> columns =
        row.stream()
            .map(cell -> cell.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT))
            .toList();
    if (!columns.contains(ARTICLE) || !(columns.contains(OUTLET) || columns.contains(DATE))) {
      throw new UserException(
          where
              + ": expected the columns article,outlet,date but was "
              + JsonText.excerpt(String.join(",", columns)));
    }
    return columns;
  }

  private static void add(
      CSVRecord row, List<String> columns, String where, Map<String, Meta> metas) {
    if (row.size() != columns.size()) {
      throw new UserException(
          where + ": expected " + columns.size() + " cells but was " + row.size());
    }
    String article =
        cell(row, columns, ARTICLE)
            .orElseThrow(() -> new UserException(where + ": the row names no article"));
    Optional<String> date = cell(row, columns, DATE);
    if (date.isPresent() && Dates.year(date.get()).isEmpty()) {
      throw new UserException(
          where
              + ": expected a date yyyy-MM or yyyy-MM-dd but was "
              + JsonText.excerpt(date.get()));
    }
    if (metas.put(article, new Meta(cell(row, columns, OUTLET), date)) != null) {
      throw new UserException(where + ": article '" + article + "' already stands above");
    }
  }

  private static Optional<String> cell(CSVRecord row, List<String> columns, String column) {
    int position = columns.indexOf(column);
    return position < 0
        ? Optional.empty()
        : Optional.of(row.get(position).strip()).filter(value -> !value.isEmpty());
  }
}
