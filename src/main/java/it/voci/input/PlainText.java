package it.voci.input;

import it.voci.UserException;
import it.voci.corpus.Article;
import it.voci.corpus.Paragraph;
import it.voci.text.Paragraphs;
import it.voci.text.TextSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plain text and Markdown, with an optional date at the beginning. */
final class PlainText {
  private static final Pattern DATE =
      Pattern.compile(
          "\\A\\s*date\\h+(\\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\\d|3[01]))?)(?![^\\h\\v])");

  private PlainText() {}

  static InputArticle read(String text, String name) {
    Matcher date = DATE.matcher(text);
    boolean dated = date.find();
    int from = dated ? date.end() : 0;
    List<TextSpan> inText = Paragraphs.split(text.substring(from));
    if (inText.isEmpty()) {
      throw new UserException(
          (name.equals(InputReader.STDIN) ? "standard input" : name) + ": holds no text");
    }
    List<Paragraph> paragraphs = new ArrayList<>();
    List<TextSpan> spans = new ArrayList<>();
    int char16 = 0;
    int codePoint = 0;
    for (TextSpan span : inText) {
      int start = span.start() + from;
      int end = span.end() + from;
      codePoint += text.codePointCount(char16, start);
      int length = text.codePointCount(start, end);
      spans.add(new TextSpan(codePoint, codePoint + length));
      paragraphs.add(Paragraph.unlabelled(text.substring(start, end)));
      codePoint += length;
      char16 = end;
    }
    Article article =
        new Article(
            name,
            Optional.empty(),
            Optional.empty(),
            dated ? Optional.of(date.group(1)) : Optional.empty(),
            Optional.empty(),
            false,
            paragraphs,
            Map.of());
    return new InputArticle(name, article, spans);
  }
}
