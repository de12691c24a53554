package it.voci.input;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import it.voci.UserException;
import it.voci.corpus.Article;
import it.voci.corpus.DatasetFile;
import it.voci.corpus.JsonText;
import it.voci.corpus.LabelScheme;
import it.voci.corpus.Paragraph;
import it.voci.text.Paragraphs;
import it.voci.text.TextSpan;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads files, folders and standard input into articles. */
public final class InputReader {
  /** The name of standard input. */
  public static final String STDIN = "-";

  private static final Set<String> TEXT = Set.of("txt", "md");
  private static final Pattern DATE =
      Pattern.compile(
          "\\A\\s*date\\h+(\\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\\d|3[01]))?)(?![^\\h\\v])");

  private InputReader() {}

  /**
   * The files of a folder.
   *
   * @param files those that can be read, in name order
   * @param skipped number of files of other kinds
   */
  public record Folder(List<Path> files, int skipped) {
    public Folder {
      files = List.copyOf(files);
    }
  }

  /**
   * Looks through a folder and all folders in it. Links within it are not followed and count as
   * skipped.
   */
  public static Folder list(Path folder) {
    try {
      Path real = folder.toRealPath(); // the folder named may itself be a link
      try (Stream<Path> inside = Files.walk(real)) {
        List<Path> all =
            inside.filter(path -> !Files.isDirectory(path, NOFOLLOW_LINKS)).sorted().toList();
        List<Path> known =
            all.stream()
                .filter(path -> Files.isRegularFile(path, NOFOLLOW_LINKS) && isKnown(path))
                .map(path -> folder.resolve(real.relativize(path)))
                .toList();
        return new Folder(known, all.size() - known.size());
      }
    } catch (IOException | java.io.UncheckedIOException e) {
      throw new UserException(folder + ": the folder cannot be read (" + e.getMessage() + ")", e);
    }
  }

  private static boolean isKnown(Path file) {
    String extension = extension(file);
    return TEXT.contains(extension) || extension.equals("jsonl");
  }

  private static String extension(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }

  /**
   * Reads all articles of a file, or none.
   *
   * @throws UserException where the file cannot be read, is of an unknown kind or holds no text
   */
  public static List<InputArticle> read(Path file) {
    String name = file.toString();
    if (Files.isRegularFile(file) && !isKnown(file)) {
      throw new UserException(
          name + ": not a kind of file voci reads; it reads .txt, .md and .jsonl");
    }
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new UserException(name + ": no such file or folder", e);
    } catch (AccessDeniedException e) {
      throw new UserException(name + ": may not be read; check its permissions", e);
    } catch (IOException e) {
      throw new UserException(name + ": cannot be read (" + e.getMessage() + ")", e);
    }
    String text = TextDecoder.decode(bytes, name);
    return extension(file).equals("jsonl") ? jsonl(text, name) : List.of(plain(text, name));
  }

  /** Reads standard input as plain text. */
  public static List<InputArticle> read(InputStream stdin) {
    try {
      return List.of(plain(TextDecoder.decode(stdin.readAllBytes(), "standard input"), STDIN));
    } catch (IOException e) {
      throw new UserException("standard input cannot be read (" + e.getMessage() + ")", e);
    }
  }

  private static InputArticle plain(String text, String name) {
    Matcher date = DATE.matcher(text);
    boolean dated = date.find();
    int from = dated ? date.end() : 0;
    List<TextSpan> inText = Paragraphs.split(text.substring(from));
    if (inText.isEmpty()) {
      throw new UserException((name.equals(STDIN) ? "standard input" : name) + ": holds no text");
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

  private static List<InputArticle> jsonl(String text, String name) {
    List<Article> articles = new ArrayList<>();
    List<List<Paragraph>> paragraphs = new ArrayList<>();
    Optional<String> open = Optional.empty();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      String where = name + ":" + number;
      JsonObject object = JsonText.object(line, where);
      boolean whole = object.has("paragraphs");
      Article article =
          whole
              ? DatasetFile.parse(line, Optional.<LabelScheme>empty(), where)
              : paragraph(object, name, where, number);
      Optional<String> shared = whole ? Optional.empty() : JsonText.text(object, "article", where);
      if (shared.isPresent() && shared.equals(open)) {
        paragraphs.get(paragraphs.size() - 1).addAll(article.paragraphs());
      } else {
        articles.add(article);
        paragraphs.add(new ArrayList<>(article.paragraphs()));
      }
      open = shared;
    }
    if (articles.isEmpty()) {
      throw new UserException(name + ": holds no text");
    }
    return IntStream.range(0, articles.size())
        .mapToObj(i -> InputArticle.joined(name, articles.get(i).withParagraphs(paragraphs.get(i))))
        .toList();
  }

  /** A line {@code {"text": …}}, as an article of one paragraph. */
  private static Article paragraph(JsonObject object, String name, String where, int number) {
    String text =
        JsonText.text(object, "text", where)
            .orElseThrow(
                () ->
                    new UserException(where + ": expected an article or an object with a 'text'"));
    String id =
        JsonText.text(object, "article", where)
            .or(() -> JsonText.text(object, "id", where))
            .orElse(name + ":" + number);
    Map<String, JsonElement> none = Map.of();
    return new Article(
        id,
        JsonText.text(object, "title", where),
        JsonText.text(object, "outlet", where),
        JsonText.text(object, "date", where),
        Optional.empty(),
        false,
        List.of(Paragraph.unlabelled(text)),
        none);
  }
}
