package it.voci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import it.voci.actors.Gazetteer;
import it.voci.app.Labelling;
import it.voci.app.QuoteListing;
import it.voci.classifier.LabelledArticle;
import it.voci.corpus.Paragraph;
import it.voci.input.InputArticle;
import it.voci.input.InputReader;
import it.voci.input.OfficeFiles;
import it.voci.quotes.QuotedArticle;
import it.voci.report.LabelCsv;
import it.voci.report.LabelJson;
import it.voci.report.LabelTerminal;
import it.voci.report.Language;
import it.voci.report.QuotesJson;
import it.voci.store.ModelDirectory;
import it.voci.store.StoredModel;
import it.voci.text.TextSpan;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Files made by chance and files made to harm, all the way from bytes to labels. Each either gives
 * one record for every paragraph, in order and at its place, or fails with one line; within its
 * time, and all of them within a heap of 1 GiB, to which the build holds these tests.
 *
 * <p>{@code -Dvoci.fuzz.seed=N} gives other cases, {@code -Dvoci.fuzz.times=N} so many times more;
 * a failure names its seed.
 */
@Tag("hostile")
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileInputTest {
  private static final long SEED = Long.getLong("voci.fuzz.seed", 1);
  private static final int TIMES = Integer.getInteger("voci.fuzz.times", 1);
  private static final long SECONDS_PER_CASE = 120;
  private static final int MANY = 10_000;

  @TempDir private static Path folder;
  private static StoredModel model;
  private static Labelling labelling;
  private static QuoteListing quotes;

  @BeforeAll
  static void load() {
    model = ModelDirectory.read(Path.of("models", "voci-it"));
    labelling = new Labelling(model.classifier());
    quotes = new QuoteListing(Gazetteer.EMPTY);
  }

  // What must hold

  /** Reads and labels a file; tells whether it could be read. */
  private static boolean survives(String name, byte[] bytes) {
    Path file = folder.resolve(name);
    List<InputArticle> articles;
    long start = System.nanoTime();
    try {
      Files.write(file, bytes);
      articles = InputReader.read(file);
    } catch (UserException e) {
      assertThat(e.getMessage()).startsWith(file.toString()).hasSizeLessThan(1000);
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(articles).isNotEmpty();
    boolean plain = name.endsWith(".txt") || name.endsWith(".md");
    articles.forEach(article -> assertPlaces(article, plain, bytes));
    articles.forEach(HostileInputTest::assertLabels);
    assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(SECONDS_PER_CASE));
    return true;
  }

  private static void assertPlaces(InputArticle article, boolean plain, byte[] bytes) {
    List<String> texts = article.article().paragraphs().stream().map(Paragraph::text).toList();
    assertThat(article.spans()).hasSameSizeAs(texts);
    int[] whole = (plain ? decoded(bytes) : String.join("\n\n", texts)).codePoints().toArray();
    int done = 0;
    for (int i = 0; i < texts.size(); i++) {
      TextSpan span = article.spans().get(i);
      assertThat(span.start()).isGreaterThanOrEqualTo(done);
      assertThat(new String(whole, span.start(), span.length())).isEqualTo(texts.get(i));
      done = span.end();
    }
  }

  private static String decoded(byte[] bytes) {
    for (Charset charset :
        bytes.length > 1 && (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF
            ? List.of(StandardCharsets.UTF_16BE)
            : bytes.length > 1 && (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE
                ? List.of(StandardCharsets.UTF_16LE)
                : List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"))) {
      String text = new String(bytes, charset);
      if (Arrays.equals(text.getBytes(charset), bytes)) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
      }
    }
    return fail("not decoded");
  }

  private static void assertLabels(InputArticle article) {
    int paragraphs = article.article().paragraphs().size();
    LabelledArticle labelled = labelling.label(article);
    String lines = new LabelJson(model.scheme(), "m@1", 0).jsonLines().result().apply(labelled);
    assertThat(lines.chars().filter(c -> c == '\n').count()).isEqualTo(paragraphs);
    if (paragraphs > MANY) {
      return; // the tests themselves would need more memory than what they test
    }
    List<String> records = lines.lines().toList();
    for (int i = 0; i < paragraphs; i++) {
      JsonObject record = JsonParser.parseString(records.get(i)).getAsJsonObject();
      assertThat(record.get("index").getAsInt()).isEqualTo(i);
      assertThat(record.get("start").getAsInt()).isEqualTo(article.spans().get(i).start());
      assertThat(record.get("text").getAsString())
          .isEqualTo(article.article().paragraphs().get(i).text());
    }
    QuotedArticle quoted = quotes.list(article);
    assertThat(quoted.quotes()).hasSize(paragraphs);
    assertThat(QuotesJson.jsonLines().result().apply(quoted).lines().count())
        .isEqualTo(quoted.count());
    String view =
        new LabelTerminal(model.scheme(), new LabelTerminal.Style(80, false, Language.EN, 0))
            .rendering()
            .result()
            .apply(labelled);
    assertThat(view.chars().filter(c -> c != '\n').noneMatch(Character::isISOControl)).isTrue();
    String table =
        LabelCsv.rendering(model.scheme(), "m@1", 0, false, ',').result().apply(labelled);
    try (CSVParser rows = CSVFormat.RFC4180.parse(new StringReader(table))) {
      assertThat(rows.getRecords()).hasSize(paragraphs);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Cases by chance, each with a seed of its own. */
  private static void repeat(
      int cases, String name, int leastGood, Function<Random, byte[]> maker) {
    int good = 0;
    for (int i = 0; i < cases * TIMES; i++) {
      long seed = SEED * 1_000_003 + i;
      try {
        good += survives(name, maker.apply(new Random(seed))) ? 1 : 0;
      } catch (Throwable e) {
        fail("case %d of -Dvoci.fuzz.seed=%d (random seed %d), %s: %s", i, SEED, seed, name, e, e);
      }
    }
    assertThat(good).as("cases that can be read").isGreaterThanOrEqualTo(leastGood * TIMES);
  }

  // By chance

  private static final List<String> WORDS =
      List.of(
          ("« » “ ” \" ' ‘ ’ ‹ › „ – — - , . : ; ! ? … ( ) che di a da il la l' un gli ministro Peskov"
                  + " Zelensky Mosca Kiev Mario Rossi ha detto dice, secondo sostiene, riferisce così è"
                  + " non avrebbe ma cui 12 14.30 ORE rapporto Cremlino e\u0301 \uD83D\uDE00"
                  + " \uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67 \u202Eאבג\u202C مرحبا Київ 北京"
                  + " \u200B \uFEFF \u0000 \u001B[31m \uD800 \uDC00 date 2022-12 =1+1 <b> </script> & | ;"
                  + " portavoce presidente fa sapere: Lavrov: Nato Ue\u00AD \u2028 \u0085")
              .split(" "));

  private static final List<String> BREAKS =
      List.of("", " ", " ", " ", " ", " ", " ", "\n", "\n\n", "\r\n\r\n", "\t", "\u00A0", "\f");

  private static String soup(Random random, int most) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(most); i >= 0; i--) {
      String word = WORDS.get(random.nextInt(WORDS.size()));
      text.append(word.equals("\0") && random.nextInt(20) > 0 ? "x" : word);
      text.append(BREAKS.get(random.nextInt(BREAKS.size())));
    }
    return text.toString();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] noise(Random random) {
    byte[] bytes = new byte[random.nextInt(400)];
    random.nextBytes(bytes);
    return bytes;
  }

  /** Some bytes changed, put in, taken out, doubled or cut off. */
  private static byte[] damaged(Random random, byte[] whole) {
    byte[] bytes = whole;
    for (int i = random.nextInt(4); i >= 0 && bytes.length > 1; i--) {
      int at = random.nextInt(bytes.length);
      int to = Math.min(bytes.length, at + 1 + random.nextInt(8));
      byte[] head = Arrays.copyOf(bytes, at);
      byte[] tail = Arrays.copyOfRange(bytes, random.nextBoolean() ? at : to, bytes.length);
      bytes =
          switch (random.nextInt(5)) {
            case 0 -> head;
            case 1 -> joined(head, tail);
            case 2 -> joined(head, new byte[] {(byte) random.nextInt(256)}, tail);
            case 3 -> joined(head, Arrays.copyOfRange(bytes, at, to), tail);
            default -> {
              byte[] flipped = bytes.clone();
              flipped[at] ^= (byte) (1 << random.nextInt(8));
              yield flipped;
            }
          };
    }
    return bytes;
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  /** Kinds of file, with one of each. */
  enum Kind {
    TXT("a.txt", "date 2024-05\n\n«Già», ha detto Peskov.\n\nIl ministro: “No”.\n"),
    MD("a.md", "# Titolo\n\nSecondo Mosca, la guerra è finita.\nDavvero.\n"),
    HTML(
        "a.html",
        "<html><head><meta charset='utf-8'><meta property='og:title' content='T'><script"
            + " type='application/ld+json'>{\"datePublished\":\"2024-05-01\"}</script></head><body>"
            + "<div class='menu'><a href='/'>Home</a></div><article><p>«Già», ha detto Peskov, e lo"
            + " ha ripetuto.</p><figure><figcaption>Foto</figcaption></figure><p>Il ministro non ha"
            + " risposto alla domanda, ma ha sorriso.</p></article></body></html>"),
    CSV("a.csv", "article,text,date\na,\"«Già», ha detto Peskov.\",2024-05\na,Due,\nb,\"x\ny\",\n"),
    JSONL(
        "a.jsonl",
        """
        {"text":"«Già», ha detto Peskov.","article":"a"}
        {"text":"Due"}
        {"id":"b","paragraphs":[{"text":"Uno"},{"text":""}]}
        """),
    DOCX("a.docx", ""),
    PDF("a.pdf", "");

    private final String file;
    private final String text;

    Kind(String file, String text) {
      this.file = file;
      this.text = text;
    }

    byte[] sample() {
      return switch (this) {
        case DOCX ->
            OfficeFiles.docx(
                "<w:p><w:r><w:t>«Già», ha detto Peskov.</w:t></w:r></w:p><w:p><w:r><w:t>Due</w:t>"
                    + "</w:r></w:p>");
        case PDF ->
            OfficeFiles.pdf(
                List.of(List.of("Il ministro ha detto che", "no."), List.of("Basta cosi.")));
        default -> utf8(text);
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void randomBytes(Kind kind) {
    repeat(500, kind.file, 0, HostileInputTest::noise);
  }

  @ParameterizedTest
  @EnumSource
  void damagedFiles(Kind kind) {
    byte[] whole = kind.sample();
    assertThat(survives(kind.file, whole)).isTrue();
    repeat(1000, kind.file, 50, random -> damaged(random, whole));
  }

  @Test
  void text_ofQuotesEmojiControlsAndBothDirections() {
    repeat(5000, "a.txt", 1250, random -> utf8(soup(random, 60)));
  }

  @Test
  void text_inBrokenUtf8AndOtherEncodings() {
    List<Charset> charsets =
        Stream.of("UTF-8", "windows-1252", "UTF-16", "UTF-16LE", "KOI8-R", "Shift_JIS")
            .map(Charset::forName)
            .toList();
    repeat(
        2500,
        "a.txt",
        400,
        random -> {
          byte[] bytes = soup(random, 40).getBytes(charsets.get(random.nextInt(charsets.size())));
          return random.nextBoolean() ? bytes : damaged(random, bytes);
        });
  }

  @Test
  void pages_ofTagsInAnyOrder() {
    List<String> tags =
        List.of(
            ("<p> </p> <div> </div> <article> </article> <b> </b> <table> <tr> <td> </table> <br>"
                    + " <li> <ul> </ul> <a href=x> </a> <h1> </h1> <script> </script> <style> </style>"
                    + " <!-- --> <![CDATA[ ]]> <svg> </svg> <math> <template> </template> <select>"
                    + " <option> <textarea> </textarea> <title> </title> <body> </html> <frameset>"
                    + " <p\tclass='related'> <div\tid=\"menu\"> <form> <meta\tcharset=utf-16> &nbsp;"
                    + " &#0; &#x110000; &notanentity; <plaintext")
                .split(" "));
    repeat(
        1500,
        "a.html",
        480,
        random -> {
          StringBuilder page = new StringBuilder();
          for (int i = random.nextInt(40); i >= 0; i--) {
            page.append(tags.get(random.nextInt(tags.size())).replace('\t', ' '));
            page.append(random.nextInt(3) > 0 ? soup(random, 12).replace("\0", "") : "");
          }
          return utf8(page.toString());
        });
  }

  @Test
  void records_ofAnyTexts() {
    repeat(
        500,
        "a.jsonl",
        500,
        random ->
            utf8(
                Stream.generate(
                        () -> {
                          JsonObject line = new JsonObject();
                          line.addProperty("text", soup(random, 20));
                          line.addProperty("article", random.nextInt(3) + "");
                          return line.toString();
                        })
                    .limit(1 + random.nextInt(6))
                    .collect(Collectors.joining("\n"))));
  }

  @Test
  void tables_ofAnyCells() {
    repeat(
        1000,
        "a.csv",
        300,
        random ->
            utf8(
                "text;n\n"
                    + Stream.generate(() -> row(random))
                        .limit(1 + random.nextInt(4))
                        .collect(Collectors.joining("\n"))));
  }

  private static String row(Random random) {
    String cell = soup(random, 8).replace("\0", "");
    return switch (random.nextInt(8)) {
      case 0 -> cell;
      case 1 -> "\"" + cell + ";1";
      default -> "\"" + cell.replace("\"", "\"\"") + "\";1";
    };
  }

  // Made to harm

  @Test
  void megabyteLongLine() {
    assertThat(
            survives("a.txt", utf8("Il presidente ha detto che Mosca non cede. ".repeat(25_000))))
        .isTrue();
    assertThat(survives("a.txt", utf8("a".repeat(1 << 20)))).isTrue();
  }

  @Test
  void hundredThousandParagraphs_oneMoreIsRefused() {
    String text = "guerra\n\n".repeat(100_000);
    assertThat(survives("a.txt", utf8(text))).isTrue();
    assertThat(survives("a.txt", utf8(text + "pace\n"))).isFalse();
  }

  @Test
  void nestedQuotes() {
    assertThat(survives("a.txt", utf8("«".repeat(20_000) + "no" + "»".repeat(20_000)))).isTrue();
    assertThat(survives("a.txt", utf8("“ha detto «Peskov \"no".repeat(5_000)))).isTrue();
  }

  @Test
  void htmlBombs() {
    String words = "Il presidente ha detto che Mosca non cede, e che la guerra continua.";
    for (String bomb :
        List.of(
            "<div>".repeat(10_000),
            "<b><i>".repeat(10_000),
            "<table><tr><td>".repeat(2_000),
            "<p class=\"" + "related ".repeat(500_000) + "\">",
            "<p " + "a%d='x' ".repeat(50_000) + ">",
            "<!--".repeat(100_000) + "-->",
            "&amp;".repeat(300_000))) {
      assertThat(survives("a.html", utf8(bomb + "<p>" + words))).isTrue();
    }
    assertThat(survives("a.html", utf8("<a href='x'>".repeat(30_000) + words))).isFalse();
  }

  @Test
  void jsonBombs() {
    assertThat(survives("a.jsonl", utf8("{\"text\":" + "[".repeat(500_000)))).isFalse();
    assertThat(survives("a.jsonl", utf8("{\"paragraphs\":".repeat(100_000)))).isFalse();
  }

  @Test
  void tableWithOneEndlessCell() {
    assertThat(survives("a.csv", utf8("text\n\"" + "a,b\n".repeat(1 << 20)))).isFalse();
  }

  @Test
  void wordBombs() {
    byte[] zip = OfficeFiles.docx("<w:p><w:r><w:t>" + " ".repeat(80 << 20));
    assertThat(zip).hasSizeLessThan(1 << 20);
    assertThat(survives("a.docx", zip)).isFalse();
    assertThat(survives("a.docx", OfficeFiles.docx("<w:p>".repeat(500_000)))).isFalse();
    assertThat(
            survives(
                "a.docx", OfficeFiles.docx("<w:p><w:r><w:t>x</w:t></w:r></w:p>".repeat(200_000))))
        .isFalse();
  }

  @Test
  void pdfBombs() {
    assertThat(survives("a.pdf", pdf("0 0 m 10 10 l S"))).isFalse();
    assertThat(survives("a.pdf", pdf("q Q ".repeat(6_000_000)))).isFalse();
    assertThat(survives("a.pdf", pdf("BT /F 9 Tf (Il ministro ha detto che no.) Tj ET"))).isTrue();
  }

  /** A PDF file of one page with a compressed content. */
  private static byte[] pdf(String content) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out =
        new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_COMPRESSION))) {
      out.write(content.getBytes(StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return joined(
        utf8(
            "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]"
                + "/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents"
                + " 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj 5 0 obj<</Type/Font/Subtype/Type1"
                + "/BaseFont/Helvetica>>endobj 4 0 obj<</Filter/FlateDecode/Length "
                + packed.size()
                + ">>stream\n"),
        packed.toByteArray(),
        utf8("\nendstream endobj trailer<</Root 1 0 R>>\n%%EOF"));
  }

  @Test
  void folder_withLoopsClosedFoldersAndOtherKinds_isReadToItsEnd() throws IOException {
    Path tree = Files.createDirectories(folder.resolve("tree/deep"));
    Files.writeString(tree.resolve("a.txt"), "Uno.");
    Files.writeString(tree.resolve("a.png"), "Uno.");
    Files.createSymbolicLink(tree.resolve("loop"), folder.resolve("tree"));
    Files.createSymbolicLink(tree.resolve("self.txt"), tree.resolve("self.txt"));
    Path shut = Files.createDirectories(folder.resolve("tree/shut"));
    Files.writeString(shut.resolve("b.txt"), "Due.");
    try {
      Files.setPosixFilePermissions(shut, PosixFilePermissions.fromString("---------"));
      InputReader.Folder list = InputReader.list(folder.resolve("tree"));
      assertThat(list.skipped()).isEqualTo(3);
      assertThat(list.files()).contains(tree.resolve("a.txt"));
      // The superuser may look everywhere.
      boolean closed = list.closed().equals(List.of(shut));
      assertThat(closed || list.files().contains(shut.resolve("b.txt"))).isTrue();
    } finally {
      Files.setPosixFilePermissions(shut, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void unreadableFile_fails() throws IOException {
    Path file = Files.writeString(folder.resolve("shut.txt"), "Uno.");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    if (Files.isReadable(file)) { // to the superuser
      assertThat(InputReader.read(file)).hasSize(1);
    } else {
      org.assertj.core.api.Assertions.assertThatExceptionOfType(UserException.class)
          .isThrownBy(() -> InputReader.read(file))
          .withMessage(file + ": may not be read; check its permissions");
    }
  }
}
