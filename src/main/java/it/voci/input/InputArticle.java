package it.voci.input;

import it.voci.UserException;
import it.voci.corpus.Article;
import it.voci.corpus.Paragraph;
import it.voci.text.TextSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An article to be labelled, and where its paragraphs stood.
 *
 * @param input what the user named
 * @param article its id is the path, or the id it has in the file
 * @param spans for every paragraph its place in Unicode code points: for plain text in the decoded
 *     input, otherwise in the paragraphs joined by two line ends
 */
public record InputArticle(String input, Article article, List<TextSpan> spans) {
  public InputArticle {
    spans = List.copyOf(spans);
    if (spans.size() != article.paragraphs().size()) {
      throw new IllegalArgumentException(
          "expected " + article.paragraphs().size() + " spans but was " + spans.size());
    }
  }

  /** Of paragraphs, and of their characters: more than books have, and as much as memory takes. */
  private static final int MOST_PARAGRAPHS = 100_000;

  private static final int MOST_CHARACTERS = 10_000_000;

  /**
   * Refuses what no article is.
   *
   * @throws UserException where it is too large to be labelled as a whole
   */
  void requireModestSize() {
    long characters = article.paragraphs().stream().mapToLong(p -> p.text().length()).sum();
    if (spans.size() > MOST_PARAGRAPHS || characters > MOST_CHARACTERS) {
      throw new UserException(
          article.id()
              + ": too large for an article ("
              + spans.size()
              + " paragraphs, "
              + characters
              + " characters); split it");
    }
  }

  /** An article that is a file, or a page, of its own. */
  static InputArticle of(
      String name,
      Optional<String> title,
      Optional<String> outlet,
      Optional<String> date,
      List<String> texts) {
    return joined(
        name,
        new Article(
            name,
            title,
            outlet,
            date,
            Optional.empty(),
            false,
            texts.stream().map(Paragraph::unlabelled).toList(),
            Map.of()));
  }

  /** An article whose paragraphs are thought of as joined by two line ends. */
  public static InputArticle joined(String input, Article article) {
    List<TextSpan> spans = new ArrayList<>();
    int at = 0;
    for (Paragraph paragraph : article.paragraphs()) {
      int length = paragraph.text().codePointCount(0, paragraph.text().length());
      spans.add(new TextSpan(at, at + length));
      at += length + 2;
    }
    return new InputArticle(input, article, spans);
  }
}
