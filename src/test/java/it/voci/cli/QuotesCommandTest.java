package it.voci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import it.voci.Fixtures;
import it.voci.corpus.SchemeFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuotesCommandTest {
  private static final String TEXT =
      "\uD83D\uDCA5 Mosca tace.\n\n«Non trattiamo», ha detto Dmitry Peskov. Secondo Kiev la città resiste.\n";

  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String stdin, Object... args) {
    String[] words = new String[args.length + 1];
    words[0] = "quotes";
    for (int i = 0; i < args.length; i++) {
      words[i + 1] = args[i].toString();
    }
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(stdin.getBytes(StandardCharsets.UTF_8)),
            out,
            err,
            "",
            80,
            false);
    return Main.run(words, terminal);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void quotes_asJsonLines_areRecordsInOrder() {
    assertThat(run(TEXT, "--format", "jsonl", "-")).isZero();
    List<JsonObject> records =
        out().lines().map(line -> JsonParser.parseString(line).getAsJsonObject()).toList();
    assertThat(records).hasSize(2);
    assertThat(records.get(0).keySet())
        .containsExactly(
            "article", "input", "index", "name", "side", "cue", "kind", "start", "end", "quote");
    assertThat(records.get(0).get("index").getAsInt()).isEqualTo(1);
    assertThat(records.get(0).get("name").getAsString()).isEqualTo("Dmitry Peskov");
    assertThat(records.get(0).get("side").getAsString()).isEqualTo("kremlin");
    assertThat(records.get(0).get("cue").getAsString()).isEqualTo("ha detto");
    assertThat(records.get(0).get("kind").getAsString()).isEqualTo("direct");
    assertThat(records.get(0).get("start").getAsInt()).isEqualTo(1);
    assertThat(records.get(0).get("end").getAsInt()).isEqualTo(14);
    assertThat(records.get(0).get("quote").getAsString()).isEqualTo("Non trattiamo");
    assertThat(records.get(1).get("kind").getAsString()).isEqualTo("indirect");
    assertThat(records.get(1).get("quote").getAsString()).isEqualTo("la città resiste");
  }

  @Test
  void quotes_asJson_areOneDocument() throws IOException {
    Path file = folder.resolve("out.json");
    assertThat(run(TEXT, "--format", "json", "-o", file, "-")).isZero();
    JsonObject document = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    assertThat(
            document.getAsJsonArray("articles").get(0).getAsJsonObject().getAsJsonArray("quotes"))
        .hasSize(2);
    assertThat(out()).isEmpty();
  }

  @Test
  void quotes_onATerminal_standByParagraph() {
    assertThat(run(TEXT)).isZero();
    assertThat(out())
        .contains(
            "  2  Dmitry Peskov (kremlin) · ha detto\n     «Non trattiamo»\n",
            "     la città resiste\n");
  }

  @Test
  void missingFile_failsInOneLine() {
    assertThat(run("", folder.resolve("none.txt"))).isEqualTo(1);
    assertThat(err()).contains("none.txt").hasLineCount(1);
  }

  @Test
  void check_ofAnnotations_printsScores() throws IOException {
    dataset();
    Path file =
        annotations(
            "{\"article\":\"a\",\"paragraph\":0,\"start\":1,\"end\":14,\"kind\":\"direct\",\"speech\":\"Non"
                + " trattiamo\",\"speaker\":\"\",\"name\":\"Dmitri Peskov\",\"side\":\"kremlin\"}");
    assertThat(run("", "--check", file)).isZero();
    assertThat(out())
        .contains("| all ", "| direct ", "| indirect ")
        .contains("1.000 [1.000, 1.000]");
  }

  @Test
  void check_ofAnUnknownArticle_saysWhere() throws IOException {
    dataset();
    Path file =
        annotations(
            "{\"article\":\"b\",\"paragraph\":0,\"start\":1,\"end\":14,\"kind\":\"direct\",\"name\":\"X\",\"side\":\"west\"}");
    assertThat(run("", "--check", file)).isEqualTo(1);
    assertThat(err()).contains("attributions.jsonl:1: no article 'b'").hasLineCount(1);
  }

  @Test
  void check_ofABadLine_saysWhatIsWrong() throws IOException {
    dataset();
    Path file =
        annotations(
            "{\"article\":\"a\",\"paragraph\":0,\"start\":14,\"end\":14,\"kind\":\"direct\",\"name\":\"X\",\"side\":\"west\"}");
    assertThat(run("", "--check", file)).isEqualTo(1);
    assertThat(err()).contains("attributions.jsonl:1: 'end' must be after 'start'");
  }

  private void dataset() throws IOException {
    Files.writeString(folder.resolve("scheme.yaml"), SchemeFile.format(Fixtures.SCHEME));
    Files.writeString(
        folder.resolve("dev.jsonl"),
        "{\"id\":\"a\",\"paragraphs\":[{\"text\":\"«Non trattiamo», ha detto Dmitry Peskov.\"}]}\n");
  }

  private Path annotations(String line) throws IOException {
    return Files.writeString(folder.resolve("attributions.jsonl"), line + "\n");
  }
}
