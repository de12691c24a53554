package it.voci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import it.voci.Chromium;
import it.voci.Golden;
import it.voci.Schemas;
import it.voci.TrainedModels;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerCommandTest {
  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  private int run(String... args) {
    return Main.run(
        args, new Terminal(new ByteArrayInputStream(new byte[0]), out, err, "", 100, false));
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private static String record(
      String article, String outlet, int index, String text, String tone, String mood) {
    return String.format(
        Locale.ROOT,
        """
        {"article":"%s","outlet":"%s","date":"2024-0%d-01","index":%d,"text":"%s","model":"toy@0",\
        "tone":{"label":"%s","confidence":0.9,"scores":{"good":0.5,"bad":0.5}},\
        "mood":{"label":"%s","confidence":0.9,"scores":{"calm":0.5,"loud":0.5}},\
        "subjects":{"labels":["food"],"unsure":[],"scores":{"food":0.9,"travel":0.1}},\
        "speakers":[{"name":"%s","side":"west","start":0,"end":3}]}
        """,
        article,
        outlet,
        1 + article.length(),
        index,
        text,
        tone,
        mood,
        outlet.startsWith("=") ? "=cmd" : "Ada \\u202E\\u001B[31mRossi");
  }

  private Path labels() throws IOException {
    return Files.writeString(
        folder.resolve("labels.jsonl"),
        record("a", "Alba", 0, "uno due tre", "good", "calm")
            + record("a", "Alba", 1, "quattro cinque", "bad", "loud")
            + record("b", "Alba", 0, "sei", "good", "calm")
            + record("cc", "=Brezza|sera", 0, "sette otto nove dieci", "bad", "calm")
            + record("dd", "=Brezza|sera", 0, "undici", "good", "calm"));
  }

  private Path report() throws IOException {
    return Files.writeString(
        folder.resolve("report.json"),
        """
        {"model":"toy@0","tasks":{
          "tone":{"confusion":{"labels":["good","bad"],"rows":[[9,1],[2,8]]}},
          "subjects":{"confusions":{"food":{"labels":["no","yes"],"rows":[[9,1],[2,8]]},
            "travel":{"labels":["no","yes"],"rows":[[9,1],[2,8]]}}}}}
        """);
  }

  @Test
  void ledger_terminal_looksAsItShould() throws IOException {
    assertThat(run("ledger", "--model", "none", "--confusion", "" + report(), "" + labels()))
        .isZero();
    assertThat(out().codePoints().filter(c -> c != '\n').noneMatch(Character::isISOControl))
        .isTrue();
    Golden.assertMatches("ledger/terminal.txt", out().replace(folder.toString(), "FOLDER"));
  }

  @Test
  void ledger_json_followsItsSchemaInEveryGrouping() throws IOException {
    Path labels = labels();
    for (String by : new String[] {"outlet", "date", "article"}) {
      out.reset();
      assertThat(
              run(
                  "ledger",
                  "--by",
                  by,
                  "--format",
                  "json",
                  "--confusion",
                  "" + report(),
                  "" + labels))
          .isZero();
      Schemas.assertValid("ledger", out());
      JsonObject ledger = JsonParser.parseString(out()).getAsJsonObject();
      assertThat(ledger.get("by").getAsString()).isEqualTo(by);
      assertThat(ledger.getAsJsonArray("parts")).hasSize(by.equals("article") ? 4 : 2);
      assertThat(ledger.getAsJsonArray("notes").toString())
          .isEqualTo("[\"no adjusted shares of 'mood': its confusions are not known\"]");
    }
  }

  @Test
  void ledger_csv_hasARowPerFigureAndNoFormulas() throws IOException {
    assertThat(run("ledger", "--format", "csv", "" + labels())).isZero();
    assertThat(out().lines().findFirst().orElseThrow())
        .startsWith("\uFEFFby,value,kind,task,label,");
    assertThat(out())
        .contains("all,,label,tone,good,,words,5,11,0.45454545454545453,")
        .contains("outlet,Alba,crossing,tone × mood,bad,loud,words,2,6,0.3333333333333333,")
        .contains("outlet,'=Brezza|sera,abstained,tone,,,words,0,")
        .contains("speaker,,'=cmd,west,words,");
    assertThat(out().lines().allMatch(line -> line.split(",", -1).length == 15)).isTrue();
  }

  @Test
  void ledger_html_isAPageThatDrawsItsChartsAndTrustsNoText()
      throws IOException, InterruptedException {
    Path page = folder.resolve("page.html");
    Path labels = labels();
    Files.writeString(
        labels, Files.readString(labels).replace("=cmd", "</script><img src=x onerror=alert(1)>"));
    assertThat(
            run(
                "ledger",
                "--by",
                "article",
                "--format",
                "html",
                "-o",
                "" + page,
                "--confusion",
                "" + report(),
                "" + labels))
        .isZero();
    assertThat(Files.readString(page)).doesNotContain("<img src=x").doesNotContain("\u202E");
    Chromium.Visit visit = Chromium.open(page, Files.createDirectory(folder.resolve("browser")));
    assertThat(visit.console()).isEmpty();
    // Three groupings and all together for each of three tasks, the crossing, the speakers.
    assertThat(visit.dom().split("<svg", -1)).hasSize(3 * 4 + 2 + 1);
  }

  @Test
  void ledger_withoutConfusions_saysSoInALine() throws IOException {
    assertThat(run("ledger", "--format", "json", "" + labels())).isZero();
    assertThat(err())
        .isEqualTo(
            "voci: no adjusted shares: the confusions of toy@0 are not known; name an evaluation"
                + " with --confusion report.json\n");
    assertThat(JsonParser.parseString(out()).getAsJsonObject().get("confusions").isJsonNull())
        .isTrue();
  }

  @Test
  void ledger_abstentions_areCountedApartAndLeaveNothingToAdjust() throws IOException {
    Path labels = labels();
    Files.writeString(labels, Files.readString(labels).replace("\"bad\",\"conf", "null,\"conf"));
    assertThat(run("ledger", "--confusion", "" + report(), "" + labels)).isZero();
    assertThat(out())
        .contains("Note: no adjusted shares of 'tone': the model abstained")
        .contains("No label, all: 2 paragraphs, 6 words.");
  }

  @Test
  void ledger_meta_goesBeforeTheRecords() throws IOException {
    Path meta =
        Files.writeString(
            folder.resolve("meta.csv"), "article,outlet\na,Tramontana\nb,Tramontana\nzz,Nessuno\n");
    assertThat(run("ledger", "--format", "csv", "--meta", "" + meta, "" + labels())).isZero();
    assertThat(out()).contains("outlet,Tramontana,").doesNotContain("Alba", "Nessuno");
    assertThat(err()).contains("meta.csv names 2 of 4 articles");
  }

  @Test
  void ledger_sameArticleInTwoFiles_isAnErrorWithItsLine() throws IOException {
    Path labels = labels();
    Path copy = Files.copy(labels, folder.resolve("copy.jsonl"));
    assertThat(run("ledger", "" + labels, "" + copy)).isEqualTo(1);
    assertThat(err())
        .isEqualTo(
            "voci: "
                + copy
                + ":1: paragraph 0 of article 'a' was counted before; name every article once\n");
  }

  @Test
  void ledger_otherLabelsInTheReport_adjustsNothing() throws IOException {
    Path report = report();
    Files.writeString(report, Files.readString(report).replace("\"bad\"", "\"awful\""));
    assertThat(run("ledger", "--confusion", "" + report, "" + labels())).isZero();
    assertThat(out()).contains("of 'tone': the confusions are not over the same labels");
  }

  @Test
  void ledger_badFiles_areNamedInOneLine() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty.jsonl"), "\n");
    Path report = Files.writeString(folder.resolve("r.json"), "{\"tasks\":[]}");
    assertThat(run("ledger", "" + empty)).isEqualTo(1);
    assertThat(run("ledger", "--confusion", "" + report, "" + labels())).isEqualTo(1);
    assertThat(run("ledger", "--confusion", "none.json", "" + labels())).isEqualTo(1);
    assertThat(run("ledger", "none.jsonl")).isEqualTo(1);
    assertThat(run("ledger", "--speakers", "-1", "" + labels())).isEqualTo(1);
    assertThat(run("ledger")).isEqualTo(2);
    assertThat(err().lines().limit(5))
        .containsExactly(
            "voci: " + empty + ": holds no labelled paragraph",
            "voci: "
                + report
                + ": not an evaluation with confusions, as voci evaluate --report writes it",
            "voci: none.json: no such file",
            "voci: none.jsonl: no such file",
            "voci: --speakers must be at least 0 but was -1");
  }

  @Test
  void ledger_ofAModelWithARecordedEvaluation_adjustsByIt() throws IOException {
    Path model = TrainedModels.model(folder);
    Path data = folder.resolve("toy").resolve("dev.jsonl");
    Path labels = folder.resolve("toy.jsonl");
    assertThat(run("evaluate", "--model", "" + model, "--data", "" + data, "--card")).isZero();
    assertThat(
            run("label", "--model", "" + model, "--format", "jsonl", "-o", "" + labels, "" + data))
        .isZero();
    out.reset();
    assertThat(run("ledger", "--model", "" + model, "--format", "json", "" + labels)).isZero();
    Schemas.assertValid("ledger", out());
    JsonObject ledger = JsonParser.parseString(out()).getAsJsonObject();
    assertThat(ledger.get("confusions").getAsString())
        .isEqualTo(model + " on dev.jsonl (9 paragraphs)");
    assertThat(
            ledger
                .getAsJsonObject("all")
                .getAsJsonObject("tasks")
                .getAsJsonObject("tone")
                .getAsJsonObject("words")
                .getAsJsonObject("labels")
                .getAsJsonObject("good")
                .has("adjusted"))
        .isTrue();
  }
}
