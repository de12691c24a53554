package it.voci.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import it.voci.Fixtures;
import it.voci.UserException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetFormatTest {
  @TempDir private Path folder;

  private Path write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private static String text(DatasetFormat format, List<Article> articles) throws IOException {
    StringBuilder out = new StringBuilder();
    format.write(articles, Fixtures.SCHEME, out);
    return out.toString();
  }

  private List<Article> read(DatasetFormat format, String content) throws IOException {
    return format.read(write("in.x", content), Fixtures.SCHEME);
  }

  private void fails(DatasetFormat format, String content, String message) {
    assertThatThrownBy(() -> read(format, content))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith(folder.resolve("in.x").toString())
        .hasMessageContaining(message);
  }

  private static Paragraph paragraph(String text, Object... labels) {
    Map<String, List<String>> byTask = new LinkedHashMap<>();
    for (int i = 0; i < labels.length; i += 2) {
      byTask.put(
          (String) labels[i], ((List<?>) labels[i + 1]).stream().map(String::valueOf).toList());
    }
    return new Paragraph(text, byTask, Map.of());
  }

  private static Article article(String id, Paragraph... paragraphs) {
    return new Article(
        id,
        Optional.of("=Titolo, \"vero\"; e ‘finto’"),
        Optional.of("L'Eco | del Nord"),
        Optional.of("2024-05-01"),
        Optional.of("blog"),
        false,
        List.of(paragraphs),
        Map.of());
  }

  private static List<Article> articles() {
    return List.of(
        article(
            "z/1",
            paragraph("Tutto.", "tone", List.of("good"), "subjects", List.of("travel", "food")),
            paragraph("Nessuno.", "tone", List.of("none"), "subjects", List.of()),
            paragraph("Solo il tono.", "tone", List.of("bad")),
            paragraph("Solo i soggetti.", "subjects", List.of("food")),
            paragraph("Niente.")),
        Article.ofTexts(
            "=a",
            List.of(
                "=1+1",
                "'=1",
                "''@x",
                "-",
                "+39",
                "@tu",
                "'niente'",
                "\"tra virgolette\"",
                "a,b;c",
                "riga\nuna\r\ndue\rtre",
                "tab\tqui",
                " spazi ",
                "",
                "«è» 🍝 \u2028 fine",
                "#",
                "\\N",
                "\"",
                "\n",
                "'-",
                "a|b")));
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "LABELS")
  void roundTrip_keepsAllButUnknownFields(DatasetFormat format) throws IOException {
    assertThat(read(format, text(format, articles()))).isEqualTo(articles());
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "LABELS")
  void roundTrip_ofNothing_isNothing(DatasetFormat format) throws IOException {
    assertThat(read(format, text(format, List.of()))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void roundTrip_ofRandomTexts_keepsThem(long seed) throws IOException {
    Random random = new Random(seed);
    String alphabet = "ab \"'=+-@,;\t\n\r|\\è🍝#:-";
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(8);
      for (int j = 0; j < length; j++) {
        int[] codePoints = alphabet.codePoints().toArray();
        text.appendCodePoint(codePoints[random.nextInt(codePoints.length)]);
      }
      texts.add(text.toString());
    }
    List<Article> articles = List.of(Article.ofTexts("a", texts));
    for (DatasetFormat format : DatasetFormat.values()) {
      if (format != DatasetFormat.LABELS) {
        assertThat(read(format, text(format, articles))).as("%s", format).isEqualTo(articles);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "a.csv,csv",
    "A.TSV,tsv",
    "a.tab,tsv",
    "a.json,label-studio",
    "a.txt,",
    "a,",
    "jsonl,"
  })
  void formatOfInput_followsTheName(String name, String format) {
    Optional<String> told =
        DatasetFormat.ofInput(folder.resolve(name)).map(DatasetFormat::toString);
    assertThat(told).isEqualTo(Optional.ofNullable(format));
  }

  @ParameterizedTest
  @EnumSource(names = {"JSONL", "DOCCANO", "PRODIGY"})
  void formatOfLines_followsTheFirstOne(DatasetFormat format) throws IOException {
    Path file = write("a.jsonl", "\n" + text(format, articles()));
    assertThat(DatasetFormat.ofInput(file)).contains(format);
  }

  @Test
  void formatOfLines_ofLabels_isTold_andOfOthersNot() throws IOException {
    assertThat(DatasetFormat.ofInput(write("a.jsonl", LABELS))).contains(DatasetFormat.LABELS);
    assertThat(DatasetFormat.ofInput(write("a.jsonl", "{\"text\":\"x\"}\n"))).isEmpty();
    assertThat(DatasetFormat.ofInput(write("a.jsonl", ""))).isEmpty();
  }

  @Test
  void formatOfOutput_linesAreOurOwn_unlessTheyWere() {
    Path lines = Path.of("a.jsonl");
    assertThat(DatasetFormat.ofOutput(lines, DatasetFormat.CSV)).contains(DatasetFormat.JSONL);
    assertThat(DatasetFormat.ofOutput(lines, DatasetFormat.JSONL)).isEmpty();
    assertThat(DatasetFormat.ofOutput(Path.of("a.tsv"), DatasetFormat.JSONL))
        .contains(DatasetFormat.TSV);
  }

  @Test
  void csv_formulaCells_areNeutralised() throws IOException {
    String csv =
        text(
            DatasetFormat.CSV,
            List.of(Article.ofTexts("a", List.of("=HYPERLINK(\"x\")", "-1", "testo"))));
    assertThat(csv.split("\r\n", -1))
        .containsExactly(
            "article,index,title,outlet,date,register,text,tone,subjects",
            "a,0,,,,,\"'=HYPERLINK(\"\"x\"\")\",,",
            "a,1,,,,,'-1,,",
            "a,2,,,,,testo,,",
            "");
  }

  @Test
  void csv_labels_areJoined_andADashIsNone() throws IOException {
    String csv = text(DatasetFormat.CSV, articles().subList(0, 1));
    assertThat(csv.lines().map(line -> line.replaceFirst(".*blog,", "")))
        .containsExactly(
            "article,index,title,outlet,date,register,text,tone,subjects",
            "Tutto.,good,travel|food",
            "Nessuno.,none,-",
            "Solo il tono.,bad,",
            "Solo i soggetti.,,food",
            "Niente.,,");
  }

  @Test
  void csv_ofASpreadsheet_isReadWhateverItsColumns() throws IOException {
    List<Article> articles =
        read(
            DatasetFormat.CSV,
            "\uFEFFNote, Text ,SUBJECTS\r\nx,\"Uno, \"\"due\"\"\r\ntre\", food | travel \r\n\r\ny,Sei,'-\r\n");
    assertThat(articles)
        .containsExactly(
            Article.ofTexts("in#1", List.of())
                .withParagraphs(
                    List.of(
                        paragraph("Uno, \"due\"\r\ntre", "subjects", List.of("food", "travel")))),
            Article.ofTexts("in#2", List.of())
                .withParagraphs(List.of(paragraph("Sei", "subjects", List.of()))));
  }

  @Test
  void csv_shuffledRows_areSortedByIndexWithinTheirArticle() throws IOException {
    List<Article> articles =
        read(DatasetFormat.CSV, "article,index,text,title\nb,1,due,\na,0,x,\nb,0,uno,T\n");
    assertThat(articles).extracting(Article::id).containsExactly("b", "a");
    assertThat(articles.get(0).paragraphs())
        .extracting(Paragraph::text)
        .containsExactly("uno", "due");
    assertThat(articles.get(0).title()).contains("T");
  }

  @Test
  void csv_malformed_isNamedByItsLine() throws IOException {
    fails(DatasetFormat.CSV, "", ": empty; expected a line of column names");
    fails(DatasetFormat.CSV, "testo,tone\nx,good\n", ":1: no column 'text'");
    fails(DatasetFormat.CSV, "text,text\nx,y\n", ":1: a column occurs twice");
    fails(DatasetFormat.CSV, "text,tone\n\"a\nb\",good\nx\n", ":4: expected 2 cells but was 1");
    fails(DatasetFormat.CSV, "text,tone\n\"a\nb\",good\nx,grand\n", ":4: 'tone' must be one of");
    fails(DatasetFormat.CSV, "text,tone\nx,good|bad\n", ":2: 'tone' must be exactly one label");
    fails(DatasetFormat.CSV, "text,tone\nx,-\n", ":2: 'tone' must be one of");
    fails(DatasetFormat.CSV, "text,subjects\nx,food|food\n", ":2: 'subjects' names a label twice");
    fails(DatasetFormat.CSV, "text,tone,subjects\nx,none,food\n", ":2: labels break the rule");
    fails(DatasetFormat.CSV, "text\nuno\0due\n", ":2: holds a NUL character");
    fails(DatasetFormat.CSV, "text\nok\n\"a\"b\n", ":3: not a table");
    fails(DatasetFormat.CSV, "text\nok\n\"never closed\n", ":3: not a table");
    fails(DatasetFormat.CSV, "text,index\nok,-1\n", ":2: 'index' must be a whole number");
    fails(
        DatasetFormat.CSV,
        "text,article,index\nx,a,0\ny,a,0\n",
        ":3: article 'a' already has a paragraph 0");
  }

  @ParameterizedTest
  @EnumSource
  void anyFormat_bytesThatAreNotUtf8_areRefused(DatasetFormat format) throws IOException {
    Path file = folder.resolve("in.x");
    Files.write(file, "[{\"è\":\"é\",\"text".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> format.read(file, Fixtures.SCHEME))
        .isInstanceOf(UserException.class)
        .hasMessageContaining(":1: not UTF-8");
  }

  @ParameterizedTest
  @EnumSource
  void anyFormat_missingFile_isOneLine(DatasetFormat format) {
    assertThatThrownBy(() -> format.read(folder.resolve("no"), Fixtures.SCHEME))
        .isInstanceOf(UserException.class)
        .hasMessage(folder.resolve("no") + ": no such file");
  }

  @ParameterizedTest
  @EnumSource(names = {"CSV", "TSV"})
  void table_textWithNul_isNotWritten(DatasetFormat format) {
    assertThatThrownBy(
            () -> text(format, List.of(Article.ofTexts("a", List.of("uno", "due\0tre")))))
        .hasMessage("article 'a', paragraph 1: holds a NUL character, which no table can");
  }

  @Test
  void labelStudio_writesAChoicesResultPerTask() throws IOException {
    JsonArray tasks =
        JsonParser.parseString(text(DatasetFormat.LABEL_STUDIO, articles())).getAsJsonArray();
    JsonObject first = tasks.get(0).getAsJsonObject();
    assertThat(first.getAsJsonObject("data")).hasToString("{\"text\":\"Tutto.\"}");
    assertThat(first.getAsJsonObject("meta").get("index").getAsInt()).isZero();
    assertThat(first.getAsJsonArray("annotations"))
        .hasToString(
            "[{\"result\":[{\"id\":\"tone\",\"from_name\":\"tone\",\"to_name\":\"text\",\"type\":\"choices\","
                + "\"value\":{\"choices\":[\"good\"]}},{\"id\":\"subjects\",\"from_name\":\"subjects\","
                + "\"to_name\":\"text\",\"type\":\"choices\",\"value\":{\"choices\":[\"travel\",\"food\"]}}]}]");
    assertThat(tasks.get(4).getAsJsonObject().getAsJsonArray("annotations")).isEmpty();
  }

  @Test
  void labelStudio_annotations_goBeforePredictions() throws IOException {
    String tone = "\"from_name\":\"tone\",\"type\":\"choices\",\"value\":{\"choices\":[\"%s\"]}";
    String exported =
        "[{\"id\":7,\"data\":{\"text\":\"Uno\",\"article\":\"a\"},\"annotations\":["
            + "{\"was_cancelled\":true,\"result\":[{"
            + tone.replace("%s", "none")
            + "}]},{\"was_cancelled\":false,\"result\":[{\"type\":\"textarea\"},{"
            + tone.replace("%s", "good")
            + "}]}],\"predictions\":[{\"result\":[{"
            + tone.replace("%s", "bad")
            + "}]}]},{\"data\":{\"text\":\"Due\",\"article\":\"a\"},\"annotations\":[],"
            + "\"predictions\":[{\"result\":[{"
            + tone.replace("%s", "bad")
            + "}]}]}]";
    assertThat(read(DatasetFormat.LABEL_STUDIO, exported))
        .singleElement()
        .extracting(Article::paragraphs)
        .isEqualTo(
            List.of(
                paragraph("Uno", "tone", List.of("good")),
                paragraph("Due", "tone", List.of("bad"))));
  }

  @Test
  void labelStudio_malformed_isNamedByItsRecord() {
    String task = "{\"data\":{\"text\":\"x\"}}";
    fails(DatasetFormat.LABEL_STUDIO, "", ": record 1: not a JSON list");
    fails(DatasetFormat.LABEL_STUDIO, task, ": record 1: not a JSON list");
    fails(DatasetFormat.LABEL_STUDIO, "[" + task + ",{\"data\":", ": record 2: not a JSON list");
    fails(DatasetFormat.LABEL_STUDIO, "[" + task, ": record 2: not a JSON list");
    fails(DatasetFormat.LABEL_STUDIO, "[" + task + "] x", "JSON list");
    fails(DatasetFormat.LABEL_STUDIO, "[" + task + ",{\"data\":{}}]", ": record 2: no 'text'");
    fails(DatasetFormat.LABEL_STUDIO, "[3]", ": record 1: expected a task");
    fails(DatasetFormat.LABEL_STUDIO, "[" + "[".repeat(100_000), ": record 1: not a JSON list");
    fails(
        DatasetFormat.LABEL_STUDIO,
        "[{\"data\":{\"text\":\"x\"},\"annotations\":[{\"result\":[{\"type\":\"choices\","
            + "\"from_name\":\"mood\",\"value\":{\"choices\":[\"good\"]}}]}]}]",
        ": record 1: no task 'mood' in the scheme, which has tone, subjects");
  }

  @Test
  void doccano_export_isReadWithFlatOrNestedMeta() throws IOException {
    String flat =
        "{\"id\":9,\"text\":\"Uno\",\"article\":\"a\",\"index\":0,\"label\":[\"tone:good\"]}";
    String nested =
        "{\"data\":\"Due\",\"meta\":{\"article\":\"a\",\"index\":\"1\"},\"label\":[\"subjects:-\"]}";
    List<Article> articles = read(DatasetFormat.DOCCANO, flat + "\n" + nested);
    assertThat(articles)
        .singleElement()
        .extracting(Article::paragraphs)
        .isEqualTo(
            List.of(
                paragraph("Uno", "tone", List.of("good")),
                paragraph("Due", "subjects", List.of())));
  }

  @Test
  void doccano_malformed_isNamedByItsLine() {
    fails(DatasetFormat.DOCCANO, "{\"text\":\"x\"}\n{\"te", ":2: not valid JSON");
    fails(DatasetFormat.DOCCANO, "{\"label\":[]}", ":1: no 'data'");
    fails(
        DatasetFormat.DOCCANO,
        "{\"text\":\"x\",\"label\":[\"good\"]}",
        ":1: expected a label task:");
    fails(
        DatasetFormat.DOCCANO,
        "{\"text\":\"x\",\"label\":[[0,2,\"tone:good\"]]}",
        ":1: 'label' must be a list of texts");
    fails(DatasetFormat.DOCCANO, "{\"text\":\"a\0b\"}", ":1: not valid JSON");
  }

  @Test
  void prodigy_optionsAreAllLabels_andRejectedIsNotLabelled() throws IOException {
    String lines = text(DatasetFormat.PRODIGY, articles().subList(0, 1));
    JsonObject first =
        JsonParser.parseString(lines.lines().findFirst().orElseThrow()).getAsJsonObject();
    assertThat(
            first.getAsJsonArray("options").asList().stream()
                .map(option -> option.getAsJsonObject().get("id").getAsString()))
        .containsExactly(
            "tone:good", "tone:bad", "tone:none", "subjects:food", "subjects:travel", "subjects:-");
    assertThat(first.get("answer").getAsString()).isEqualTo("accept");
    List<Article> rejected =
        read(
            DatasetFormat.PRODIGY, lines.replace("\"answer\":\"accept\"", "\"answer\":\"ignore\""));
    assertThat(rejected.get(0).paragraphs()).allMatch(paragraph -> paragraph.labels().isEmpty());
  }

  private static final String LABELS =
      "{\"article\":\"a.txt\",\"input\":\"a.txt\",\"title\":null,\"outlet\":\"Eco\",\"date\":null,\"index\":0,"
          + "\"start\":0,\"end\":3,\"text\":\"Uno\",\"model\":\"m@1\","
          + "\"tone\":{\"label\":\"none\",\"confidence\":0.9,\"scores\":{}},"
          + "\"subjects\":{\"labels\":[\"food\"],\"unsure\":[\"travel\"],\"scores\":{}},"
          + "\"thresholds\":{},\"speakers\":[],\"warnings\":[\"inconsistent\"]}\n"
          + "{\"article\":\"a.txt\",\"index\":1,\"text\":\"Due\",\"model\":\"m@1\","
          + "\"tone\":{\"label\":null},\"subjects\":{\"labels\":[]},\"thresholds\":{}}\n"
          + "{\"article\":\"a.txt\",\"index\":2,\"text\":\" \",\"tone\":null,\"subjects\":null}\n";

  @Test
  void labels_becomeLabelsForReview_evenWhereTheyBreakARule() throws IOException {
    List<Article> articles = read(DatasetFormat.LABELS, LABELS);
    assertThat(articles)
        .singleElement()
        .extracting(Article::paragraphs)
        .isEqualTo(
            List.of(
                paragraph("Uno", "tone", List.of("none"), "subjects", List.of("food")),
                paragraph("Due", "subjects", List.of()),
                paragraph(" ")));
    assertThat(articles.get(0).id()).isEqualTo("a.txt");
    assertThat(articles.get(0).outlet()).contains("Eco");
  }

  @Test
  void labels_ofAnotherScheme_areRefused() {
    fails(DatasetFormat.LABELS, LABELS.replace("\"tone\"", "\"mood\""), ":1: no 'tone'");
    fails(
        DatasetFormat.LABELS, LABELS.replace("\"none\"", "\"great\""), ":1: 'tone' must be one of");
  }

  @Test
  void labels_areNotWritten() {
    assertThatThrownBy(() -> text(DatasetFormat.LABELS, List.of()))
        .isInstanceOf(UserException.class)
        .hasMessageStartingWith("labels is only read");
  }
}
