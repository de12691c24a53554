package it.voci.input;

import it.voci.UserException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** Web pages: the article's paragraphs, with title, outlet and date. */
final class HtmlArticle {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  /** Elements within each other; pages made to harm take the longer the more there are. */
  private static final int DEEPEST = 256;

  private static final int LARGEST = 20 << 20;

  private HtmlArticle() {}

  /**
   * Reads a page.
   *
   * @param declared the encoding that the server told
   * @throws UserException where it shows no text
   */
  static InputArticle read(byte[] bytes, Optional<Charset> declared, String name) {
    if (bytes.length > LARGEST) {
      throw new UserException(name + ": larger than " + (LARGEST >> 20) + " MiB, which no page is");
    }
    Document page = parse(bytes, declared);
    PageMetadata metadata = PageMetadata.of(page);
    List<String> paragraphs =
        MainText.of(page).stream()
            .filter(text -> metadata.title().filter(text::equalsIgnoreCase).isEmpty())
            .toList();
    if (paragraphs.isEmpty()) {
      throw new UserException(name + ": holds no text that could be an article");
    }
    return InputArticle.of(name, metadata.title(), metadata.outlet(), metadata.date(), paragraphs);
  }

  /**
   * What is valid UTF-8 is UTF-8, whatever the page says; else the byte order mark, the server and
   * the page are believed, in this order. ISO 8859-1 means Windows-1252, as in browsers.
   */
  private static Document parse(byte[] bytes, Optional<Charset> declared) {
    if (TextDecoder.isUtf8(bytes)) {
      return parse(bytes, StandardCharsets.UTF_8.name());
    }
    Document page = parse(bytes, declared.map(Charset::name).orElse(null));
    Charset charset = page.charset();
    boolean undeclared = declared.isEmpty() && charset.equals(StandardCharsets.UTF_8);
    return undeclared
            || charset.equals(StandardCharsets.ISO_8859_1)
            || charset.equals(StandardCharsets.US_ASCII)
        ? parse(bytes, WINDOWS.name())
        : page;
  }

  private static Document parse(byte[] bytes, String charset) {
    try {
      return Jsoup.parse(
          new ByteArrayInputStream(bytes), charset, "", Parser.htmlParser().setMaxDepth(DEEPEST));
    } catch (IOException e) {
      throw new UncheckedIOException(e); // bytes in memory can always be read
    }
  }
}
