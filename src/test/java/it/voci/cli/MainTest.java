package it.voci.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpServer;
import it.voci.Fixtures;
import it.voci.Schemas;
import it.voci.TrainedModels;
import it.voci.input.OfficeFiles;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands as a user meets them: output, one line per error, exit code. */
class MainTest {
  @TempDir private static Path shared;
  private static Path model;

  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeAll
  static void train() {
    model = TrainedModels.model(shared);
  }

  private int run(String... args) {
    return run("", out, "", 80, false, args);
  }

  private int run(
      String stdin, OutputStream stdout, String tty, int width, boolean colours, String... args) {
    ByteArrayInputStream in = new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8));
    return Main.run(args, new Terminal(in, stdout, err, tty, width, colours));
  }

  private int label(String... args) {
    List<String> all = new ArrayList<>(List.of("label", "--model", model.toString()));
    all.addAll(List.of(args));
    return run(all.toArray(String[]::new));
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private Path write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  private List<JsonObject> records() {
    return out().lines().map(line -> JsonParser.parseString(line).getAsJsonObject()).toList();
  }

  @Test
  void label_jsonl_isOneRecordPerParagraphInOrderThatCutsTheTextOut() throws IOException {
    String text = "date 2024-05\n\nLa cena 🍝 è ottima.\n\nIl treno\narriva tardi.\n\n\nFoto.\n";
    Path file = write("a.txt", text);
    assertThat(label("--format", "jsonl", file.toString())).isZero();
    out().lines().forEach(line -> Schemas.assertValid("label-record", line));
    List<JsonObject> records = records();
    assertThat(records).hasSize(3);
    for (int i = 0; i < records.size(); i++) {
      JsonObject record = records.get(i);
      assertThat(record.get("index").getAsInt()).isEqualTo(i);
      assertThat(record.get("date").getAsString()).isEqualTo("2024-05");
      int start = text.offsetByCodePoints(0, record.get("start").getAsInt());
      int end = text.offsetByCodePoints(0, record.get("end").getAsInt());
      assertThat(record.get("text").getAsString()).isEqualTo(text.substring(start, end));
      JsonObject tone = record.getAsJsonObject("tone");
      assertThat(Fixtures.TONE.labelIds()).contains(tone.get("label").getAsString());
      double best =
          tone.getAsJsonObject("scores").entrySet().stream()
              .mapToDouble(score -> score.getValue().getAsDouble())
              .max()
              .orElseThrow();
      assertThat(tone.get("confidence").getAsDouble()).isEqualTo(best);
      assertThat(tone.getAsJsonObject("scores").get(tone.get("label").getAsString()).getAsDouble())
          .isEqualTo(best);
      assertThat(record.getAsJsonObject("thresholds").keySet()).containsExactly("subjects");
      assertThat(record.keySet())
          .containsExactly(
              ("article input title outlet date index start end text model tone subjects"
                      + " thresholds speakers warnings")
                  .split(" "));
    }
    assertThat(err()).isEmpty();
  }

  @Test
  void label_json_isOneObjectWithAllArticles() throws IOException {
    Path a = write("a.txt", "La cena.\n\nIl pane.");
    Path b = write("b.md", "Il treno.");
    assertThat(label("--format", "json", a.toString(), b.toString())).isZero();
    JsonObject document = JsonParser.parseString(out()).getAsJsonObject();
    assertThat(document.get("model").getAsString()).startsWith("toy-model@");
    assertThat(document.getAsJsonArray("articles")).hasSize(2);
    assertThat(
            document
                .getAsJsonArray("articles")
                .get(0)
                .getAsJsonObject()
                .getAsJsonArray("paragraphs"))
        .hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 80, 140})
  void label_terminal_keepsToTheWidth(int width) throws IOException {
    Path file = write("a.txt", "La cena era ottima, il pane squisito. ".repeat(20) + "\n\nFoto.\n");
    int code = run("", out, "out", width, false, "label", "--model", "" + model, "" + file);
    assertThat(code).isZero();
    assertThat(out().lines()).allMatch(line -> line.codePointCount(0, line.length()) <= width);
    assertThat(out()).contains("  1  ").contains("  2  ").contains("La cena era ottima");
    assertThat(out()).doesNotContain("\u001B");
  }

  @Test
  void label_terminal_treatsTextAsData() throws IOException {
    Path file =
        write("a.txt", "Rosso \u001B[31mqui\u001B[0m e \u202Erovescio\u202C \u009B2J fine.");
    assertThat(label(file.toString())).isZero();
    assertThat(out()).contains("Rosso [31mqui[0m e rovescio 2J fine.");
    assertThat(out().chars().filter(c -> c != '\n').noneMatch(Character::isISOControl)).isTrue();
  }

  @Test
  void label_csv_isARowPerParagraphOfAllArticlesUnderOneHeader() throws IOException {
    Path a = write("a.txt", "La cena.\n\nIl pane.");
    Path b = write("b.txt", "=Il treno.");
    assertThat(label("--format", "csv", a.toString(), b.toString())).isZero();
    assertThat(out()).startsWith("\uFEFFarticle,index,tone,").contains(",'=Il treno.,");
    assertThat(out().split("\r\n", -1)).hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {";", "tab", "|"})
  void label_csvWithASeparator_isReadAgain(String separator) throws IOException {
    Path a = write("a.txt", "La cena; il pane, | e il vino.");
    Path table = folder.resolve("table.csv");
    assertThat(label("--format", "csv", "--separator", separator, "-o", "" + table, "" + a))
        .isZero();
    String between = separator.equals("tab") ? "\t" : separator;
    assertThat(Files.readString(table))
        .startsWith("\uFEFF" + String.join(between, "article", "index", "tone", ""));
    assertThat(label("--format", "jsonl", table.toString())).isZero();
    assertThat(out()).contains("\"text\":\"La cena; il pane, | e il vino.\"");
  }

  @Test
  void label_otherSeparator_isWrongUsage() throws IOException {
    Path a = write("a.txt", "La cena.");
    assertThat(label("--format", "csv", "--separator", "x", a.toString())).isEqualTo(2);
    assertThat(err()).contains("--separator").contains("expected one of , ; | or tab but was 'x'");
  }

  @Test
  void label_html_isOnePageWithAllArticles() throws IOException {
    Path a = write("a.txt", "La cena.\n\nIl pane.");
    Path b = write("b.txt", "Il treno <b>.");
    Path page = folder.resolve("page.html");
    assertThat(label("--format", "html", "--explain", "-o", "" + page, "" + a, "" + b)).isZero();
    String html = Files.readString(page);
    assertThat(html).startsWith("<!DOCTYPE html>").endsWith("</html>\n").doesNotContain("<b>.");
    assertThat(html.split("<section ", -1)).hasSize(4);
  }

  @Test
  void label_explained_namesWordsOfTheText() throws IOException {
    Path file =
        write("a.txt", "La cena \uD83C\uDF5D era ottima, il pane squisito.\n\nFoto di archivio.");
    assertThat(label("--format", "jsonl", "--explain", file.toString())).isZero();
    out().lines().forEach(line -> Schemas.assertValid("label-record", line));
    int found = 0;
    for (JsonObject record : records()) {
      String text = record.get("text").getAsString();
      for (JsonElement element : record.getAsJsonArray("evidence")) {
        JsonObject one = element.getAsJsonObject();
        int start = text.offsetByCodePoints(0, one.get("start").getAsInt());
        int end = text.offsetByCodePoints(0, one.get("end").getAsInt());
        assertThat(text.substring(start, end)).matches("[\\p{L} ]+");
        found++;
      }
    }
    assertThat(found).isPositive();
  }

  @Test
  void quotesAndLabels_ofManyArticles_keepTheOrder() throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      lines.append("{\"id\":\"n").append(i).append("\",\"text\":\"La cena numero ").append(i);
      lines.append(".\"}\n");
    }
    Path file = write("many.jsonl", lines.toString());
    assertThat(label("--format", "jsonl", file.toString())).isZero();
    List<JsonObject> records = records();
    assertThat(records).hasSize(300);
    for (int i = 0; i < 300; i++) {
      assertThat(records.get(i).get("article").getAsString()).isEqualTo("n" + i);
    }
  }

  @Test
  void label_toADeviceThatIsFull_isOneLineAndLeavesTheDevice() throws IOException {
    Path device = Path.of("/dev/full");
    assumeTrue(Files.exists(device));
    Path file = write("a.txt", "La cena.");
    assertThat(label("-o", "/dev/full", file.toString())).isEqualTo(1);
    assertThat(err()).isEqualTo("voci: /dev/full: cannot be written (No space left on device)\n");
    assertThat(Files.isRegularFile(device)).isFalse();
  }

  @Test
  void completion_knowsCommandsOptionsAndValues() {
    assertThat(run("generate-completion")).isZero();
    assertThat(out())
        .contains("--min-confidence")
        .contains("\"terminal\" \"json\" \"jsonl\" \"csv\" \"html\"")
        .contains("_picocli_voci_dataset_check");
  }

  @Test
  void label_colours_onlyWhereTheTerminalAllowsThem() throws IOException {
    Path file = write("a.txt", "La cena.");
    run("", out, "out", 80, true, "label", "--model", "" + model, "" + file);
    assertThat(out()).contains("\u001B[");
  }

  @Test
  void label_italian_showsItalianNames() throws IOException {
    Path file = write("a.txt", "La cena era ottima, il pane squisito.");
    assertThat(label("--lang", "it", file.toString())).isZero();
    assertThat(out()).contains("Buono");
  }

  @Test
  void label_folder_labelsTheGoodFileAndNamesTheOthersInALineEach() throws IOException {
    write("in/good.txt", "La cena.\n\nIl treno.");
    write("in/empty.txt", "");
    write("in/broken.jsonl", "{\"id\":");
    write("in/picture.png", "");
    assertThat(label("--format", "jsonl", folder.resolve("in").toString())).isEqualTo(1);
    assertThat(records()).hasSize(2);
    assertThat(err().lines())
        .containsExactly(
            "voci: " + folder.resolve("in/broken.jsonl") + ":1: not valid JSON near '{\"id\":'",
            "voci: " + folder.resolve("in/empty.txt") + ": holds no text",
            "voci: 3 files, 2 paragraphs, 2 files failed, 1 of other kinds skipped");
  }

  @Test
  void label_folderOfAllKinds_accountsForEveryParagraph() throws IOException {
    write("in/a.txt", "La cena.\n\nIl treno.");
    write("in/b.md", "Il pane.");
    write("in/c.html", "<html><body><p>La cena era ottima, il pane squisito.</p></body></html>");
    write("in/c_files/ad.html", "<p>Il treno arriva sempre tardi, e non si sa mai quando.</p>");
    write("in/d.csv", "text;n\nLa cena.;1\n;2\n");
    write("in/e.jsonl", "{\"text\":\"Il treno.\"}\n");
    Files.write(
        folder.resolve("in/f.docx"), OfficeFiles.docx("<w:p><w:r><w:t>Il pane.</w:t></w:r></w:p>"));
    Files.write(folder.resolve("in/g.pdf"), OfficeFiles.pdf(List.of(List.of("La cena."))));
    write("in/h.pdf", "niente");
    assertThat(label("--format", "jsonl", folder.resolve("in").toString())).isEqualTo(1);
    assertThat(records())
        .extracting(record -> Path.of(record.get("input").getAsString()).getFileName() + "")
        .containsExactly(
            "a.txt", "a.txt", "b.md", "c.html", "d.csv", "d.csv", "e.jsonl", "f.docx", "g.pdf");
    assertThat(err().lines())
        .containsExactly(
            "voci: "
                + folder.resolve("in/h.pdf")
                + ": not a PDF file that can be read; print it anew",
            "voci: 8 files, 9 paragraphs, 1 file failed, 1 of other kinds skipped");
  }

  @Test
  void label_severalFiles_areSummedUp() throws IOException {
    Path a = write("a.txt", "La cena.\n\nIl treno.");
    Path b = write("b.txt", "Il pane.");
    assertThat(label("--format", "jsonl", "" + a, "" + b)).isZero();
    assertThat(err()).isEqualTo("voci: 2 files, 3 paragraphs\n");
  }

  @Test
  void label_anotherLanguage_isLabelledWithAWarning() throws IOException {
    Path file =
        write(
            "a.txt",
            "The train was late again, and nobody at the station could tell us when it would come.");
    assertThat(label("--format", "jsonl", file.toString())).isZero();
    assertThat(records().get(0).getAsJsonArray("warnings").toString())
        .isEqualTo("[\"not_italian\"]");
    assertThat(records().get(0).get("tone").isJsonObject()).isTrue();
    out().lines().forEach(line -> Schemas.assertValid("label-record", line));
  }

  @Test
  void label_addressOfThisMachine_isReadOnlyWhereAllowed() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    List<String> agents = new ArrayList<>();
    server.createContext(
        "/a.html",
        exchange -> {
          agents.add(exchange.getRequestHeaders().getFirst("User-Agent"));
          byte[] page =
              "<p>La cena era ottima, il pane squisito.</p>".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    server.start();
    try {
      String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/a.html";
      assertThat(label("--format", "jsonl", address)).isEqualTo(1);
      assertThat(err()).contains(address).contains("--allow-private").hasLineCount(1);
      assertThat(agents).isEmpty();
      assertThat(label("--format", "jsonl", "--allow-private", address)).isZero();
      assertThat(records().get(0).get("article").getAsString()).isEqualTo(address);
      assertThat(agents).singleElement().asString().startsWith("voci/");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void label_emptyRecord_stillGivesItsLine() throws IOException {
    Path file =
        write("a.jsonl", "{\"text\":\"La cena.\"}\n{\"text\":\" \"}\n{\"text\":\"Foto.\"}\n");
    assertThat(label("--format", "jsonl", file.toString())).isZero();
    assertThat(records()).hasSize(3);
    out().lines().forEach(line -> Schemas.assertValid("label-record", line));
    JsonObject empty = records().get(1);
    assertThat(empty.get("tone").isJsonNull()).isTrue();
    assertThat(empty.getAsJsonArray("warnings").toString()).isEqualTo("[\"empty\"]");
  }

  @Test
  void label_minConfidence_abstainsButKeepsTheScores() throws IOException {
    Path file = write("a.txt", "Cena in treno, forse.");
    assertThat(label("--format", "jsonl", "--min-confidence", "1", file.toString())).isZero();
    JsonObject tone = records().get(0).getAsJsonObject("tone");
    assertThat(tone.get("label").isJsonNull()).isTrue();
    assertThat(tone.getAsJsonObject("scores").size()).isEqualTo(3);
    assertThat(records().get(0).getAsJsonObject("subjects").getAsJsonArray("labels")).isEmpty();
  }

  @Test
  void label_batch_givesEveryArticleWhatItGetsAlone() throws IOException {
    List<Path> files =
        Fixtures.articles().stream()
            .map(
                article -> {
                  try {
                    return write(
                        article.id() + ".txt",
                        String.join(
                            "\n\n", article.paragraphs().stream().map(p -> p.text()).toList()));
                  } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                  }
                })
            .toList();
    label(
        Stream.concat(Stream.of("--format", "jsonl"), files.stream().map(Path::toString))
            .toArray(String[]::new));
    String together = out();
    out.reset();
    files.forEach(file -> label("--format", "jsonl", file.toString()));
    assertThat(out()).isEqualTo(together);
  }

  @Test
  void label_stdin_isReadWithoutInputsUnlessItIsATerminal() {
    String[] args = {"label", "--format", "jsonl", "--model", model.toString()};
    assertThat(run("La cena.", out, "", 80, false, args)).isZero();
    assertThat(records()).hasSize(1);
    assertThat(records().get(0).get("input").getAsString()).isEqualTo("-");
    assertThat(run("", out, "in", 80, false, args)).isEqualTo(2);
    assertThat(err()).contains("no INPUT");
  }

  @Test
  void label_outputFile_isWrittenEvenWhenAnInputFails() throws IOException {
    Path file = write("a.txt", "La cena.");
    Path output = folder.resolve("out.jsonl");
    assertThat(label("--format", "jsonl", "-o", "" + output, "" + file, "" + folder.resolve("no")))
        .isEqualTo(1);
    assertThat(out()).isEmpty();
    assertThat(Files.readAllLines(output)).hasSize(1);
    assertThat(err()).contains("no such file or folder");
  }

  @Test
  void label_closedPipe_endsQuietly() throws IOException {
    Path file = write("a.txt", "La cena.");
    int code =
        run("", failing("Broken pipe"), "", 80, false, "label", "--model", "" + model, "" + file);
    assertThat(code).isZero();
    assertThat(err()).isEmpty();
  }

  @Test
  void label_fullDisk_isOneLine() throws IOException {
    Path file = write("a.txt", "La cena.");
    int code =
        run(
            "",
            failing("No space left on device"),
            "",
            80,
            false,
            "label",
            "--model",
            "" + model,
            "" + file);
    assertThat(code).isEqualTo(1);
    assertThat(err().lines()).singleElement().asString().contains("No space left on device");
  }

  private static OutputStream failing(String message) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(message);
      }
    };
  }

  @Test
  void label_missingModel_isOneLine() throws IOException {
    Path file = write("a.txt", "La cena.");
    assertThat(run("label", "--model", "" + folder.resolve("nowhere"), "" + file)).isEqualTo(1);
    assertThat(err().lines()).singleElement().asString().contains("no model here");
    assertThat(out()).isEmpty();
  }

  @Test
  void label_sameInput_printsTheSameNumbersInAnyLocale() throws IOException {
    Path file = write("a.txt", "La cena era ottima.");
    label(file.toString());
    assertThat(out()).containsPattern("\\d+%").doesNotContainPattern("\\d,\\d");
  }

  @Test
  void wrongUsage_isCode2() {
    assertThat(run("labell")).isEqualTo(2);
    assertThat(run("label", "--no-such-option")).isEqualTo(2);
    assertThat(run("label", "--format", "xml", "x")).isEqualTo(2);
    assertThat(run()).isEqualTo(2);
    assertThat(run("embeddings")).isEqualTo(2);
    assertThat(err()).doesNotContain("\tat ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "label --help",
        "quotes --help",
        "help label",
        "train --help",
        "evaluate --help",
        "compare --help",
        "embeddings --help",
        "embeddings train --help",
        "embeddings nearest --help",
        "dataset check --help",
        "model info --help"
      })
  void help_isShown(String line) {
    assertThat(run(line.split(" ", -1))).isZero();
    assertThat(out()).contains("Usage: voci");
  }

  @Test
  void actors_ofAFile_areReadByEveryCommandThatLooksForThem() throws IOException {
    Path text = write("a.txt", "Parla Pinco Pallino.\n");
    Path mine =
        write("mine.tsv", "# mine\nPinco Pallino\texpert\tperson\tIT\tanalista\t\t\tPallino\n");
    assertThat(label("--actors", "" + mine, "--actors", "" + mine, "" + text)).isZero();
    Path data = TrainedModels.dataset(folder);
    Path bad = write("bad.tsv", "# mine\nPinco\texperto\tperson\tIT\t\t\t\t\n");
    for (List<String> command :
        List.of(
            List.of("label", "--model", "" + model, "" + text),
            List.of("evaluate", "--model", "" + model, "--data", "" + data.resolve("dev.jsonl")),
            List.of("train", "--data", "" + data, "--out", "" + folder.resolve("out")),
            List.of("crossval", "--data", "" + data, "--folds", "2"))) {
      err.reset();
      List<String> words = new ArrayList<>(command);
      words.addAll(List.of("--actors", "" + bad));
      assertThat(run(words.toArray(String[]::new))).isEqualTo(1);
      assertThat(err())
          .startsWith("voci: " + bad + ":2: side must be one of")
          .contains("'experto'")
          .hasLineCount(1);
    }
    assertThat(
            run(
                "evaluate",
                "--model",
                "" + model,
                "--data",
                "" + data,
                "--card",
                "--actors",
                "" + mine))
        .isEqualTo(2);
  }

  @Test
  void evaluate_printsScoresBesideBaselines_andWritesTheCard() throws IOException {
    Path data = TrainedModels.dataset(folder);
    Path own = TrainedModels.model(folder.resolve("own"));
    Files.copy(data.resolve("dev.jsonl"), data.resolve("test.jsonl"));
    Files.writeString(data.resolve("behaviour.jsonl"), BEHAVIOUR);
    Files.writeString(
        own.resolve("ablation.json"),
        "{\"rows\":[{\"name\":\"without air\",\"macroF1\":{\"tone\":0.5}}]}");
    for (String peers : List.of("--no-peers", "--peers")) {
      assertThat(run("evaluate", "--model", "" + own, "--data", "" + data, "--card", peers))
          .isZero();
    }
    assertThat(out()).contains("majority").contains("linear SVM").contains("rows = truth");
    assertThat(out()).contains("| dinner").contains("1 of 2");
    assertThat(own.resolve("MODEL_CARD.md"))
        .content()
        .contains("run 2 of this model")
        .contains("| without air | 0.500 |")
        .contains("| naive Bayes")
        .contains("### tone, label by label")
        .contains("balanced by design")
        .contains("| dinner");
    out.reset();
    run("evaluate", "--model", "" + own, "--data", "" + data, "--format", "json", "--no-peers");
    Schemas.assertValid("report", out());
    JsonObject tone =
        JsonParser.parseString(out())
            .getAsJsonObject()
            .getAsJsonObject("tasks")
            .getAsJsonObject("tone");
    assertThat(tone.get("macroF1").getAsDouble()).isEqualTo(1);
    assertThat(tone.getAsJsonObject("confusion").keySet()).containsExactly("labels", "rows");
    assertThat(tone.getAsJsonObject("intervals").getAsJsonArray("macroF1")).hasSize(2);
    assertThat(
            JsonParser.parseString(out())
                .getAsJsonObject()
                .getAsJsonObject("behaviour")
                .getAsJsonObject("kinds")
                .getAsJsonObject("dinner")
                .getAsJsonArray("failed"))
        .hasSize(1);
  }

  @Test
  void evaluate_dataInAnotherFormat_isScored() throws IOException {
    Path data = write("d.csv", "text,tone,subjects\n\"La cena era ottima\",good,food\n");
    Path report = folder.resolve("report");
    assertThat(
            run(
                "evaluate",
                "--model",
                "" + model,
                "--data",
                "" + data,
                "--format",
                "json",
                "--report",
                "" + report))
        .isZero();
    Schemas.assertValid("report", out());
    assertThat(
            JsonParser.parseString(out())
                .getAsJsonObject()
                .getAsJsonObject("tasks")
                .getAsJsonObject("tone")
                .get("scored")
                .getAsInt())
        .isEqualTo(1);
    assertThat(report.resolve("report.html")).exists();
  }

  /** The second case expects what cannot be. */
  private static final String BEHAVIOUR =
      """
      {"kind":"dinner","id":"d1","text":"La cena era ottima.","variant":"La cena era ottima!","expect":{"tone":{"relation":"same"}}}
      {"kind":"dinner","id":"d2","text":"Foto di archivio.","variant":"Foto di archivio.","expect":{"tone":{"relation":"different"}}}
      """;

  @Test
  void compare_aModelAndItsOwnPredictions_findsNoDifference() throws IOException {
    Path data = TrainedModels.dataset(folder).resolve("dev.jsonl");
    Path report = folder.resolve("report");
    assertThat(run("evaluate", "--model", "" + model, "--data", "" + data, "--report", "" + report))
        .isZero();
    Schemas.assertValid("report", Files.readString(report.resolve("report.json")));
    assertThat(report.resolve("report.md")).content().startsWith("# toy-model@");
    assertThat(report.resolve("report.html"))
        .content()
        .contains("<title>Evaluation of toy-model@")
        .contains("There are none.");
    Path predictions = report.resolve("predictions.jsonl");
    Files.readAllLines(predictions).forEach(line -> Schemas.assertValid("label-record", line));
    out.reset();
    String[] args = {
      "compare", "--model", "" + model, "--predictions", "" + predictions, "--data", "" + data
    };
    assertThat(run(args)).isZero();
    assertThat(out()).contains("only in the first: 0; McNemar p = 1.0000");
    out.reset();
    assertThat(
            run(
                "compare",
                "--model",
                "" + model,
                "--model",
                "" + model,
                "--data",
                "" + data,
                "--format",
                "json"))
        .isZero();
    Schemas.assertValid("comparison", out());
    JsonObject json = JsonParser.parseString(out()).getAsJsonObject();
    assertThat(json.getAsJsonObject("tasks").getAsJsonObject("tone").get("won").getAsInt())
        .isZero();
    List<String> lines = Files.readAllLines(predictions);
    out.reset();
    Files.write(
        predictions,
        lines.stream().map(l -> l.replace("\"label\":\"bad\"", "\"label\":\"none\"")).toList());
    assertThat(run(args)).isZero();
    assertThat(out())
        .contains("Right only in the second: 0; only in the first: 3")
        .contains(
            "Lost by the second:\n\n- a1, paragraph 1: is bad, first bad, second none\n  «Il tr");
    Files.write(predictions, lines.subList(1, lines.size()));
    assertThat(run(args)).isEqualTo(1);
    assertThat(err()).contains("article 'a1' has 3 paragraphs in");
    assertThat(run("compare", "--model", "" + model, "--data", "" + data)).isEqualTo(2);
  }

  @Test
  void embeddings_trainNearestAnalogyInfo() throws IOException {
    Path text = write("t.txt", "Il gatto beve il latte.\nIl cane beve il latte.\n".repeat(40));
    Path vectors = folder.resolve("v.vec");
    assertThat(
            run(
                "embeddings train --min-count 1 --dim 8 --epochs 2 --corpus".split(" ", -1),
                text,
                vectors))
        .isZero();
    assertThat(run("embeddings", "info", "--vectors", "" + vectors)).isZero();
    assertThat(out()).contains("dimension  8");
    out.reset();
    assertThat(run("embeddings", "nearest", "-n", "3", "--vectors", "" + vectors, "Gatto"))
        .isZero();
    assertThat(out().lines()).hasSize(3);
    assertThat(run("embeddings", "analogy", "--vectors", "" + vectors, "il", "gatto", "cane"))
        .isZero();
    assertThat(run("embeddings", "nearest", "--vectors", "" + vectors, "zebra")).isEqualTo(1);
    assertThat(err()).contains("'zebra' has no vector");
  }

  private int run(String[] start, Path corpus, Path vectors) {
    List<String> args = new ArrayList<>(List.of(start));
    args.addAll(List.of(corpus.toString(), "--out", vectors.toString()));
    return run(args.toArray(String[]::new));
  }

  @Test
  void embeddings_seedZero_isRefused() throws IOException {
    Path text = write("t.txt", "Il gatto beve.");
    assertThat(run("embeddings train --seed 0 --corpus".split(" ", -1), text, folder.resolve("v")))
        .isEqualTo(1);
    assertThat(err()).contains("--seed must not be 0");
  }

  @Test
  void datasetCheck_failsOnErrorsAndNamesThem() throws IOException {
    Path data = TrainedModels.dataset(folder);
    assertThat(run("dataset", "check", data.toString())).isEqualTo(1);
    assertThat(out()).contains("article 'a1' also stands in");
  }

  @Test
  void modelInfo_describesTheModel() {
    assertThat(run("model", "info", "--model", model.toString())).isZero();
    assertThat(out()).contains("toy-model@").contains("single: good, bad, none");
  }
}
