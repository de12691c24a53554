package it.voci.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import it.voci.UserException;
import it.voci.corpus.Paragraph;
import it.voci.text.TextSpan;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InputReaderTest {
  @TempDir private Path folder;

  private Path file(String name, byte[] bytes) {
    try {
      return Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private List<InputArticle> read(String name, String content) {
    return InputReader.read(file(name, content.getBytes(StandardCharsets.UTF_8)));
  }

  private InputArticle txt(String content) {
    List<InputArticle> articles = read("a.txt", content);
    assertThat(articles).hasSize(1);
    return articles.get(0);
  }

  private static List<String> texts(InputArticle article) {
    return article.article().paragraphs().stream().map(Paragraph::text).toList();
  }

  /** What the span cuts out of the text, counted by code points. */
  private static String cut(String text, TextSpan span) {
    int[] codePoints = text.codePoints().toArray();
    return new String(codePoints, span.start(), span.length());
  }

  private static void assertRefused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String message) {
    assertThatExceptionOfType(UserException.class).isThrownBy(call).withMessage(message);
  }

  // Plain text

  @ParameterizedTest
  @ValueSource(strings = {"a.txt", "a.md", "A.TXT", "a.b.Md"})
  void read_plainText_isOneArticleNamedAfterTheFile(String name) {
    Path file = file(name, "Uno.\n\nDue.\n".getBytes(StandardCharsets.UTF_8));
    List<InputArticle> articles = InputReader.read(file);
    assertThat(articles).hasSize(1);
    assertThat(articles.get(0).input()).isEqualTo(file.toString());
    assertThat(articles.get(0).article().id()).isEqualTo(file.toString());
    assertThat(articles.get(0).article().date()).isEmpty();
    assertThat(texts(articles.get(0))).containsExactly("Uno.", "Due.");
    assertThat(articles.get(0).spans()).containsExactly(new TextSpan(0, 4), new TextSpan(6, 10));
  }

  @Test
  void read_emojiOutsideTheBmp_countsCodePoints() {
    InputArticle article =
        txt("\uD83D\uDE00 Kiev \uD83C\uDDFA\uD83C\uDDE6\r\n\r\n \uD83D\uDE00e\u0301 due");
    assertThat(texts(article))
        .containsExactly("\uD83D\uDE00 Kiev \uD83C\uDDFA\uD83C\uDDE6", "\uD83D\uDE00e\u0301 due");
    assertThat(article.spans()).containsExactly(new TextSpan(0, 9), new TextSpan(14, 21));
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 50);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void read_randomText_everyParagraphIsItsSlice(long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder(random.nextBoolean() ? "date 2022-12\n" : "");
    String[] pieces = {"\uD83D\uDE00", "è", "e\u0301", "x", " ", "\n", "\n\n", "\r\n", "\u200B"};
    text.append("a");
    for (int i = 0; i < 60; i++) {
      text.append(pieces[random.nextInt(pieces.length)]);
    }
    InputArticle article = txt(text.toString());
    for (int i = 0; i < article.spans().size(); i++) {
      assertThat(cut(text.toString(), article.spans().get(i))).isEqualTo(texts(article).get(i));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "date 2022-12\\nUno.|2022-12",
        "date 2022-12-19\\nUno.|2022-12-19",
        "date 2022-12-19\\r\\n\\r\\nUno.|2022-12-19",
        "date 2022-12 Uno.|2022-12",
        "date\\t2022-12-01\\tUno.|2022-12-01",
        "date  2022-01   Uno.|2022-01",
        "date\u00A02022-01\u00A0Uno.|2022-01",
        "~\\n\\n  date 2022-12\\n\\n\\nUno.~|2022-12",
      })
  void read_leadingDate_isMetadata(String escaped, String date) {
    String text = escaped.translateEscapes();
    InputArticle article = txt(text);
    assertThat(article.article().date()).contains(date);
    assertThat(texts(article)).containsExactly("Uno.");
    assertThat(cut(text, article.spans().get(0))).isEqualTo("Uno.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Uno date 2022-12",
        "Date 2022-12 Uno.",
        "data 2022-12 Uno.",
        "update 2022-12 Uno.",
        "date: 2022-12 Uno.",
        "date2022-12 Uno.",
        "date 2022 Uno.",
        "date 22-12 Uno.",
        "date 2022-1 Uno.",
        "date 2022-13 Uno.",
        "date 2022-00 Uno.",
        "date 2022-12-32 Uno.",
        "date 2022-12-1 Uno.",
        "date 2022-12-199 Uno.",
        "date 2022-123 Uno.",
        "date 2022-12Uno.",
        "date 2022-12. Uno.",
        "date 2022-12-19-20 Uno.",
        "date 2022/12 Uno.",
      })
  void read_almostADate_isText(String text) {
    InputArticle article = txt(text);
    assertThat(article.article().date()).isEmpty();
    assertThat(texts(article)).containsExactly(text);
  }

  @Test
  void read_dateFurtherDown_isText() {
    InputArticle article = txt("Uno.\n\ndate 2022-12\n\nDue.");
    assertThat(article.article().date()).isEmpty();
    assertThat(texts(article)).containsExactly("Uno.", "date 2022-12", "Due.");
  }

  @Test
  void read_dateOverSingleLines_leavesTheLinesApart() {
    assertThat(texts(txt("date 2022-12\nUno.\nDue."))).containsExactly("Uno.", "Due.");
  }

  @Test
  void read_stdin_isPlainText() {
    InputStream stdin =
        new ByteArrayInputStream("date 2023-01\nUno.\n".getBytes(StandardCharsets.UTF_8));
    List<InputArticle> articles = InputReader.read(stdin);
    assertThat(articles).hasSize(1);
    assertThat(articles.get(0).input()).isEqualTo("-");
    assertThat(articles.get(0).article().date()).contains("2023-01");
    assertThat(articles.get(0).spans()).containsExactly(new TextSpan(13, 17));
    assertRefused(
        () -> InputReader.read(InputStream.nullInputStream()), "standard input: holds no text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n\t\r\n", "\uFEFF", "\u200B\n\u00A0", "date 2022-12\n"})
  void read_nothingVisible_isRefused(String content) {
    assertRefused(() -> txt(content), folder.resolve("a.txt") + ": holds no text");
  }

  // Encodings

  private static final String ITALIAN =
      "Perché l’Ucraina è più sola?\n\n«Già», dice €uropa – così.";

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void read_byteOrderMark_isNeitherTextNorCounted(String charset) {
    byte[] bytes = ("\uFEFF" + ITALIAN).getBytes(Charset.forName(charset));
    InputArticle article = InputReader.read(file("a.txt", bytes)).get(0);
    assertThat(texts(article)).containsExactly(ITALIAN.split("\n\n", -1));
    assertThat(article.spans().get(0)).isEqualTo(new TextSpan(0, 28));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ITALIAN,
        "La città resiste.",
        "È la guerra più lunga: il Cremlino non cederà, ha detto Peskov.",
        "Il premier ha detto: “Non c’è più tempo…”",
      })
  void read_windows1252_isDetected(String text) {
    Path file = file("a.txt", text.getBytes(Charset.forName("windows-1252")));
    assertThat(texts(InputReader.read(file).get(0))).containsExactly(text.split("\n\n", -1));
  }

  @Test
  void read_unknownEncoding_isRefused() {
    byte[] cyrillic =
        "Россия начала войну против Украины, сообщает агентство. Президент заявил."
            .getBytes(Charset.forName("KOI8-R"));
    Path file = file("a.txt", cyrillic);
    assertRefused(
        () -> InputReader.read(file), file + ": in an unknown encoding; save the file as UTF-8");
  }

  @Test
  void read_binaryFile_isRefused() {
    String message = ": a binary file, not text; name a text file";
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13, (byte) 0xFF};
    Path file = file("a.txt", png);
    assertRefused(() -> InputReader.read(file), file + message);
    file("a.txt", "ciao\0mondo".getBytes(StandardCharsets.UTF_8));
    assertRefused(() -> InputReader.read(file), file + message);
    file("a.txt", "senza marca".getBytes(StandardCharsets.UTF_16LE));
    assertRefused(() -> InputReader.read(file), file + message);
  }

  // Records

  @Test
  void read_singleRecords_areTheirOwnArticles() {
    List<InputArticle> articles =
        read(
            "a.jsonl",
            """
            {"text":"Uno"}

            {"text":"Due","id":"d2","title":"T","outlet":"O","date":"2022-05"}
            {"text":"Tre","id":"d2"}
            """);
    assertThat(articles)
        .extracting(a -> a.article().id())
        .containsExactly(folder.resolve("a.jsonl") + ":1", "d2", "d2");
    assertThat(articles.get(1).article().title()).contains("T");
    assertThat(articles.get(1).article().outlet()).contains("O");
    assertThat(articles.get(1).article().date()).contains("2022-05");
    assertThat(articles).allMatch(a -> a.spans().equals(List.of(new TextSpan(0, 3))));
  }

  @Test
  void read_consecutiveRecordsOfOneArticle_areJoined() {
    List<InputArticle> articles =
        read(
            "a.jsonl",
            """
            {"text":"Uno \\uD83D\\uDE00","article":"a"}
            {"text":"","article":"a"}
            {"text":"Tre","article":"a"}
            {"text":"Quattro","article":"b"}
            {"text":"Cinque","article":"a"}
            {"text":"Sei","id":"a"}
            {"text":"Sette","article":"a"}
            {"text":"Otto","article":null}
            """);
    assertThat(articles)
        .extracting(InputReaderTest::texts)
        .containsExactly(
            List.of("Uno \uD83D\uDE00", "", "Tre"),
            List.of("Quattro"),
            List.of("Cinque"),
            List.of("Sei"),
            List.of("Sette"),
            List.of("Otto"));
    assertThat(articles.get(0).spans())
        .containsExactly(new TextSpan(0, 5), new TextSpan(7, 7), new TextSpan(9, 12));
  }

  @Test
  void read_manyRecordsOfOneArticle_takeLinearTime() {
    String lines = "{\"text\":\"x\",\"article\":\"a\"}\n".repeat(100_000);
    List<InputArticle> articles =
        assertTimeout(Duration.ofSeconds(20), () -> read("a.jsonl", lines));
    assertThat(articles).hasSize(1);
    assertThat(articles.get(0).spans()).hasSize(100_000);
  }

  @Test
  void read_datasetArticles_keepIdAndIgnoreLabels() {
    List<InputArticle> articles =
        read(
            "a.jsonl",
            """
            \uFEFF{"id":"a1","title":"T","date":"2022-05","paragraphs":[{"text":"Uno.","voice":"x"},{"text":" Due "}]}
            {"text":"Tre"}
            """);
    assertThat(articles).hasSize(2);
    InputArticle first = articles.get(0);
    assertThat(first.article().id()).isEqualTo("a1");
    assertThat(first.article().title()).contains("T");
    assertThat(texts(first)).containsExactly("Uno.", " Due ");
    assertThat(first.article().paragraphs()).allMatch(p -> p.labels().isEmpty());
    String joined = String.join("\n\n", texts(first));
    assertThat(first.spans().stream().map(span -> cut(joined, span)).toList())
        .isEqualTo(texts(first));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"txt\":\"x\"}|expected an article or an object with a 'text'",
        "{\"text\":null}|expected an article or an object with a 'text'",
        "{\"text\":3}|'text' must be a text but was '3'",
        "{\"text\":\"x\",\"article\":3}|'article' must be a text but was '3'",
        "{\"paragraphs\":[{\"text\":\"x\"}]}|the article has no 'id'",
        "{\"text\":\"x\"} {}|text follows the JSON object; write one object a line",
        "nonsense|not valid JSON near 'nonsense'",
      })
  void read_badRecord_isNamedByItsLine(String line, String message) {
    assertRefused(
        () -> read("a.jsonl", "{\"text\":\"x\"}\n\n" + line),
        folder.resolve("a.jsonl") + ":3: " + message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n \n"})
  void read_noRecord_isRefused(String content) {
    assertRefused(() -> read("a.jsonl", content), folder.resolve("a.jsonl") + ": holds no text");
  }

  // Files and folders

  @ParameterizedTest
  @ValueSource(strings = {"a.png", "txt", "a", "a.txt.bak"})
  void read_unknownKind_isRefused(String name) {
    Path file = file(name, "testo".getBytes(StandardCharsets.UTF_8));
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> InputReader.read(file))
        .withMessageStartingWith(file + ": not a kind of file voci reads; it reads .txt, .md");
  }

  @Test
  void read_missingFileOrFolder_isRefused() {
    Path missing = folder.resolve("missing.txt");
    assertRefused(() -> InputReader.read(missing), missing + ": no such file or folder");
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> InputReader.read(folder))
        .withMessageStartingWith(folder + ": cannot be read (");
  }

  @Test
  void list_folder_givesKnownFilesInOrderAndCountsOthers() throws IOException {
    Files.createDirectories(folder.resolve("b/c"));
    for (String name : List.of("z.txt", "a.MD", "b/c/d.jsonl", "b/e.png", "b/txt", ".hidden")) {
      Files.writeString(folder.resolve(name), "x");
    }
    InputReader.Folder list = InputReader.list(folder);
    assertThat(list.files())
        .containsExactly(
            folder.resolve("a.MD"), folder.resolve("b/c/d.jsonl"), folder.resolve("z.txt"));
    assertThat(list.skipped()).isEqualTo(3);
  }

  @Test
  void list_links_areFollowedOnlyWhenNamed() throws IOException {
    Path outside = Files.createDirectories(folder.resolve("outside"));
    Files.writeString(outside.resolve("a.txt"), "x");
    Path inside = Files.createDirectories(folder.resolve("inside"));
    Files.createSymbolicLink(inside.resolve("link.txt"), outside.resolve("a.txt"));
    Files.createSymbolicLink(inside.resolve("loop"), inside);
    assertThat(InputReader.list(inside)).isEqualTo(new InputReader.Folder(List.of(), 2, List.of()));

    Path named = Files.createSymbolicLink(folder.resolve("named"), outside);
    assertThat(InputReader.list(named).files()).containsExactly(named.resolve("a.txt"));
  }

  @Test
  void list_missingFolder_isRefused() {
    Path missing = folder.resolve("missing");
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> InputReader.list(missing))
        .withMessageStartingWith(missing + ": the folder cannot be read (");
  }
}
