package it.voci.input;

import it.voci.corpus.Article;
import it.voci.text.TextSpan;
import java.util.List;

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

  /** An article whose paragraphs are thought of as joined by two line ends. */
  public static InputArticle joined(String input, Article article) {
    List<TextSpan> spans = new java.util.ArrayList<>();
    int at = 0;
    for (it.voci.corpus.Paragraph paragraph : article.paragraphs()) {
      int length = paragraph.text().codePointCount(0, paragraph.text().length());
      spans.add(new TextSpan(at, at + length));
      at += length + 2;
    }
    return new InputArticle(input, article, spans);
  }
}
