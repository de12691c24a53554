package it.voci.corpus;

import java.nio.file.Path;

/**
 * An article and where it was read.
 *
 * @param line of {@code file}, from 1
 */
public record PlacedArticle(Path file, int line, Article article) {
  /** {@code file:line}. */
  public String where() {
    return file + ":" + line;
  }

  /** {@code file:line}, the article and the 0-based paragraph, as messages name them. */
  public String where(int paragraph) {
    return where() + ": article '" + article.id() + "', paragraph " + paragraph;
  }

  /** True if the other one was read at the same place, which is told faster than equality. */
  boolean isAt(PlacedArticle other) {
    return line == other.line && file.equals(other.file);
  }
}
