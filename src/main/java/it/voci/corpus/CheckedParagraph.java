package it.voci.corpus;

import it.voci.text.ItalianTokenizer;
import it.voci.text.Token;
import java.util.List;
import java.util.Locale;

/**
 * A paragraph as the checks see it, tokenised once for all of them.
 *
 * @param index 0-based, in its article
 * @param words its words and numbers
 * @param forms these in lower case
 * @param blank nothing in it can be seen
 */
record CheckedParagraph(
    String split,
    PlacedArticle article,
    int index,
    List<Token> words,
    List<String> forms,
    boolean blank) {
  private static final int EXCERPT = 60;
  private static final ItalianTokenizer TOKENIZER = new ItalianTokenizer();

  static CheckedParagraph of(String split, PlacedArticle article, int index) {
    List<Token> tokens = TOKENIZER.tokenize(article.article().paragraphs().get(index).text());
    List<Token> words = words(tokens);
    return new CheckedParagraph(split, article, index, words, forms(words), tokens.isEmpty());
  }

  private static List<Token> words(List<Token> tokens) {
    return tokens.stream().filter(token -> token.kind() != Token.Kind.PUNCTUATION).toList();
  }

  private static List<String> forms(List<Token> words) {
    return words.stream().map(word -> word.text().toLowerCase(Locale.ROOT)).toList();
  }

  /** The words and numbers of a text, in lower case. */
  static List<String> forms(String text) {
    return forms(words(TOKENIZER.tokenize(text)));
  }

  Paragraph paragraph() {
    return article.article().paragraphs().get(index);
  }

  String where() {
    return article.where(index);
  }

  /** The paragraph's words in lower case, joined: all that a duplicate must share. */
  String key() {
    return String.join(" ", forms);
  }

  String excerpt() {
    return excerpt(paragraph().text());
  }

  /** The source from one word to another, quoted and cut. */
  String excerpt(int fromWord, int toWord) {
    return excerpt(
        paragraph().text().substring(words.get(fromWord).start(), words.get(toWord - 1).end()));
  }

  private static String excerpt(String text) {
    int length = text.codePointCount(0, text.length());
    return "«"
        + (length > EXCERPT ? text.substring(0, text.offsetByCodePoints(0, EXCERPT)) + "…" : text)
        + "»";
  }
}
