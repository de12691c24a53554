package it.voci.input;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kinds of file that are read, known by the ends of their names. */
enum InputKind {
  TEXT("txt md"),
  HTML("html htm"),
  PDF("pdf"),
  DOCX("docx"),
  CSV("csv"),
  JSONL("jsonl");

  private final String extensions;

  InputKind(String extensions) {
    this.extensions = extensions;
  }

  private Stream<String> extensions() {
    return Stream.of(extensions.split(" ", -1));
  }

  /** The kind of a file; empty where it is another. */
  static Optional<InputKind> of(Path file) {
    String name = String.valueOf(file.getFileName());
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return name.contains(".")
        ? Arrays.stream(values())
            .filter(kind -> kind.extensions().anyMatch(extension::equals))
            .findFirst()
        : Optional.empty();
  }

  /** All of them, for messages. */
  static String list() {
    return Arrays.stream(values())
        .flatMap(InputKind::extensions)
        .map(extension -> "." + extension)
        .collect(Collectors.joining(", "));
  }

  /**
   * The articles in the bytes of a file.
   *
   * @param name the file's, for messages and ids
   * @throws it.voci.UserException where any of them is not as expected, before the first is handed
   *     out
   */
  Stream<InputArticle> read(byte[] bytes, String name) {
    return switch (this) {
      case TEXT -> one(PlainText.read(TextDecoder.decode(bytes, name), name));
      case HTML -> one(HtmlArticle.read(bytes, Optional.empty(), name));
      case PDF -> one(PdfArticle.read(bytes, name));
      case DOCX -> one(DocxArticle.read(bytes, name));
      case CSV -> CsvRecords.read(TextDecoder.decode(bytes, name), name);
      case JSONL -> JsonRecords.read(TextDecoder.decode(bytes, name), name);
    };
  }

  /** The one article of a file or page, unless it is too large. */
  static Stream<InputArticle> one(InputArticle article) {
    article.requireModestSize();
    return Stream.of(article);
  }
}
