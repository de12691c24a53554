package it.voci.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import it.voci.Fixtures;
import it.voci.TrainedModels;
import it.voci.corpus.DatasetFile;
import it.voci.corpus.SchemeFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetCommandTest {
  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void scheme() throws IOException {
    Files.writeString(folder.resolve("scheme.yaml"), SchemeFile.format(Fixtures.SCHEME));
  }

  private int run(Object... args) {
    List<String> words = new ArrayList<>(List.of("dataset"));
    for (Object arg : args) {
      words.add(arg.toString());
    }
    Terminal terminal =
        new Terminal(new ByteArrayInputStream(new byte[0]), out, err, "", 80, false);
    return Main.run(words.toArray(String[]::new), terminal);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private JsonObject json() {
    return JsonParser.parseString(out()).getAsJsonObject();
  }

  private Path write(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private Path articles(String name) throws IOException {
    return write(name, TrainedModels.lines(Fixtures.articles()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "stats", "split", "agreement", "convert"})
  void help_hasAnExample(String command) {
    assertThat(run(command, "--help")).isZero();
    assertThat(out()).contains("Usage: voci dataset " + command).contains("Example");
  }

  @Test
  void wrongUsage_isCode2() throws IOException {
    Path file = articles("a.jsonl");
    assertThat(run()).isEqualTo(2);
    assertThat(run("check")).isEqualTo(2);
    assertThat(run("stats")).isEqualTo(2);
    assertThat(run("split", file)).isEqualTo(2);
    assertThat(run("agreement", file)).isEqualTo(2);
    assertThat(run("stats", "--format", "xml", file)).isEqualTo(2);
  }

  @Test
  void check_onlyWarnings_isCode0() throws IOException {
    articles("train.jsonl");
    assertThat(run("check", folder)).isZero();
    assertThat(out().lines()).isNotEmpty().allMatch(line -> line.startsWith("warning "));
    assertThat(err()).contains(": 0 errors, ");
  }

  @Test
  void check_json_isAnObjectALine() throws IOException {
    articles("train.jsonl");
    articles("test.jsonl");
    assertThat(run("check", "--format", "json", folder)).isEqualTo(1);
    List<JsonObject> findings =
        out().lines().map(line -> JsonParser.parseString(line).getAsJsonObject()).toList();
    assertThat(findings.get(0).keySet()).containsExactly("severity", "kind", "message");
    assertThat(findings.get(0).get("kind").getAsString()).isEqualTo("shared_id");
    assertThat(findings)
        .last()
        .extracting(f -> f.get("severity").getAsString())
        .isEqualTo("warning");
  }

  @Test
  void check_labelErrors_areSearchedOnlyWhenAsked() throws IOException {
    // Twenty sound articles, and one whose labels are swapped.
    write(
        "train.jsonl",
        String.join(
            "\n",
            IntStream.range(0, 21)
                .mapToObj(
                    i ->
                        DatasetFile.format(
                            Fixtures.article(
                                "a" + i,
                                Fixtures.paragraph("Ottima cena " + i, i == 0 ? "bad" : "good"),
                                Fixtures.paragraph("Pessimo treno " + i, i == 0 ? "good" : "bad")),
                            Fixtures.SCHEME))
                .toList()));
    assertThat(run("check", folder)).isZero();
    assertThat(out()).doesNotContain("label_error");
    assertThat(run("check", "--label-errors", folder)).isZero();
    assertThat(out()).contains("warning label_error: ").contains("article 'a0', paragraph 0");
  }

  @Test
  void check_textFromOutside_cannotDriveTheTerminal() throws IOException {
    write("train.jsonl", "{\"id\":\"\\u001b[31mrosso\\n\",\"paragraphs\":[{\"text\":\"Uno.\"}]}\n");
    assertThat(run("check", folder)).isZero();
    assertThat(out()).doesNotContain("\u001B").contains("[31mrosso");
  }

  @Test
  void stats_folder_hasAColumnPerFile() throws IOException {
    articles("train.jsonl");
    articles("test.jsonl");
    assertThat(run("stats", folder)).isZero();
    assertThat(out())
        .containsPattern("\\| articles +\\| +3 \\| +3 \\|")
        .containsPattern("\\| good +\\| +3 \\(33%\\) \\| +3 \\(33%\\) \\|")
        .contains("train.jsonl", "test.jsonl");
  }

  @Test
  void stats_json_countsTheSame() throws IOException {
    assertThat(run("stats", "--format", "json", articles("mine.jsonl"))).isZero();
    JsonObject file = json().getAsJsonArray("files").get(0).getAsJsonObject();
    assertThat(file.get("articles").getAsInt()).isEqualTo(3);
    assertThat(file.getAsJsonObject("tasks").getAsJsonObject("tone").get("labelled").getAsInt())
        .isEqualTo(9);
    assertThat(file.getAsJsonObject("years").get("2024").getAsInt()).isEqualTo(3);
  }

  @Test
  void stats_withoutScheme_saysSo() throws IOException {
    Path file = articles("a.jsonl");
    Files.delete(folder.resolve("scheme.yaml"));
    assertThat(run("stats", file)).isEqualTo(1);
    assertThat(err().lines()).singleElement().asString().contains("no label scheme here");
  }

  @Test
  void split_writesADatasetFolder_andDoesNotOverwriteIt() throws IOException {
    Path file = articles("all.jsonl");
    Path target = folder.resolve("out");
    String[] shares = {"--train", "0.34", "--dev", "0.33", "--test", "0.33"};
    assertThat(run("split", file, "--out", target, shares[0], shares[1], shares[2], shares[3]))
        .as("shares that do not add up to 1")
        .isEqualTo(1);
    assertThat(target).doesNotExist();
    Object[] args = {
      "split", file, "--out", target, shares[0], shares[1], shares[2], shares[3], shares[4],
      shares[5]
    };
    assertThat(run(args)).isZero();
    assertThat(err()).contains("train 1, dev 1, test 1 articles");
    assertThat(target.resolve("scheme.yaml"))
        .hasSameTextualContentAs(folder.resolve("scheme.yaml"));
    List<String> written = new ArrayList<>();
    for (String split : List.of("train", "dev", "test")) {
      written.addAll(Files.readAllLines(target.resolve(split + ".jsonl")));
    }
    assertThat(written).containsExactlyInAnyOrderElementsOf(Files.readAllLines(file));
    err.reset();
    assertThat(run(args)).isEqualTo(1);
    assertThat(err()).contains("already there");
    List<Object> forced = new ArrayList<>(List.of(args));
    forced.add("--force");
    assertThat(run(forced.toArray())).isZero();
  }

  @Test
  void agreement_oneDifference_isCountedByHand() throws IOException {
    Path anna = articles("anna.jsonl");
    Path bruno =
        write(
            "bruno.jsonl",
            Files.readString(anna).replaceFirst("\"tone\":\"good\"", "\"tone\":\"bad\""));
    assertThat(run("agreement", anna, bruno)).isZero();
    // 8 of 9; by chance (3·2 + 3·4 + 3·3) / 81 = 1/3, so kappa = (8/9 - 1/3) / (2/3) = 5/6
    assertThat(out())
        .containsPattern("\\| tone +\\| +9 \\| +9 \\| +0\\.889 \\| +\\| +0\\.833 \\|")
        .containsPattern("\\| subjects +\\| +9 \\| +9 \\| +1\\.000 \\| +1\\.000 \\| +\\|")
        .containsPattern("\\| good +\\| +0\\.800 \\|");
    out.reset();
    assertThat(run("agreement", "--format", "json", anna, bruno)).isZero();
    JsonObject tone = json().getAsJsonObject("tasks").getAsJsonObject("tone");
    assertThat(tone.get("cohenKappa").getAsDouble()).isCloseTo(5 / 6.0, within(1e-12));
    assertThat(json().getAsJsonObject("tasks").getAsJsonObject("subjects").get("cohenKappa"))
        .matches(value -> value.isJsonNull());
  }

  @Test
  void agreement_passesInOneFile_areComparedAsAnnotators() throws IOException {
    String pass =
        "\"first\":{\"tone\":\"good\",\"subjects\":[]},\"second\":{\"tone\":\"%s\",\"subjects\":[]}";
    Path file =
        write(
            "both.jsonl",
            "{\"id\":\"a\",\"paragraphs\":["
                + ("{\"text\":\"Uno.\"," + String.format(Locale.ROOT, pass, "good") + "},")
                + ("{\"text\":\"Due.\"," + String.format(Locale.ROOT, pass, "bad") + "},")
                + "{\"text\":\"Tre.\",\"first\":{\"tone\":\"bad\"}},{\"text\":\"Quattro.\"}]}\n");
    assertThat(run("agreement", "--passes", "first,second", file)).isZero();
    assertThat(out()).containsPattern("\\| tone +\\| +2 \\| +2 \\| +0\\.500 \\|");
    assertThat(err()).contains("1 paragraphs were labelled by one only");
    assertThat(run("agreement", "--passes", "first", file)).isEqualTo(2);
  }

  @Test
  void agreement_differentTexts_areAnErrorWithBothPlaces() throws IOException {
    Path anna = articles("anna.jsonl");
    Path bruno = write("bruno.jsonl", Files.readString(anna).replace("Pessima", "Pessimo"));
    assertThat(run("agreement", anna, bruno)).isEqualTo(1);
    assertThat(err())
        .contains(bruno + ":2: article 'a2', paragraph 1: its text differs from that in " + anna)
        .contains(":2; annotators must be given the same texts");
    assertThat(out()).isEmpty();
  }

  @Test
  void agreement_filesWithoutCommonParagraph_areAnError() throws IOException {
    Path anna = articles("anna.jsonl");
    Path bruno = write("bruno.jsonl", Files.readString(anna).replace("\"id\":\"a", "\"id\":\"b"));
    assertThat(run("agreement", anna, bruno)).isEqualTo(1);
    assertThat(err()).contains("no paragraph was labelled by two");
  }

  @Test
  void agreement_articlesOfOneFileOnly_areLeftOutAndCounted() throws IOException {
    Path anna = articles("anna.jsonl");
    Path bruno = write("bruno.jsonl", Files.readAllLines(anna).get(0) + "\n");
    assertThat(run("agreement", anna, bruno)).isZero();
    assertThat(out()).containsPattern("\\| tone +\\| +3 \\|");
    assertThat(err()).contains("6 paragraphs were labelled by one only");
  }

  @Test
  void convert_toATableAndBack_givesTheSameFile() throws IOException {
    Path file = articles("all.jsonl");
    Path table = folder.resolve("all.csv");
    Path back = folder.resolve("back.jsonl");
    assertThat(run("convert", file, table)).isZero();
    assertThat(run("convert", table, back)).isZero();
    assertThat(back).hasSameTextualContentAs(file);
    assertThat(out()).isEmpty();
    assertThat(err().lines())
        .containsExactly(
            "voci: " + table + ": 3 articles, 9 paragraphs; labelled: tone 9, subjects 9",
            "voci: " + back + ": 3 articles, 9 paragraphs; labelled: tone 9, subjects 9");
  }

  @Test
  void convert_namedFormats_goThroughEveryTool() throws IOException {
    Path file = articles("all.jsonl");
    for (String format : List.of("tsv", "label-studio", "doccano", "prodigy", "CSV")) {
      Path there = folder.resolve("there." + format);
      Path back = folder.resolve("back.jsonl");
      assertThat(run("convert", file, there, "--to", format)).isZero();
      assertThat(run("convert", there, back, "--from", format)).isZero();
      assertThat(back).as(format).hasSameTextualContentAs(file);
    }
  }

  @Test
  void convert_unclearFormat_isWrongUsageThatListsTheFormats() throws IOException {
    Path file = articles("all.jsonl");
    assertThat(run("convert", file, folder.resolve("x.jsonl"))).isEqualTo(2);
    assertThat(err())
        .contains("x.jsonl: cannot tell its format; name it with --to: ")
        .contains("jsonl, csv, tsv, label-studio, doccano, prodigy, labels");
    err.reset();
    assertThat(run("convert", folder.resolve("no.txt"), folder.resolve("x.csv"))).isEqualTo(2);
    assertThat(err()).contains("name it with --from");
    assertThat(run("convert", file, folder.resolve("x"), "--to", "xlsx")).isEqualTo(2);
  }

  @Test
  void convert_badRecord_leavesTheOldFileAsItWas() throws IOException {
    Path table = write("in.csv", "text,tone\nuno,good\ndue,grand\n");
    Path target = write("out.jsonl", "old");
    assertThat(run("convert", table, target)).isEqualTo(1);
    assertThat(err().lines())
        .containsExactly(
            "voci: " + table + ":3: 'tone' must be one of good, bad, none but was 'grand'");
    assertThat(target).hasContent("old");
  }

  @Test
  void convert_whatTheFormatCannotHold_writesNothing() throws IOException {
    Path file = write("in.jsonl", "{\"id\":\"a\",\"paragraphs\":[{\"text\":\"a\\u0000b\"}]}");
    assertThat(run("convert", file, folder.resolve("out.csv"))).isEqualTo(1);
    assertThat(run("convert", file, folder.resolve("out.x"), "--to", "labels")).isEqualTo(1);
    assertThat(err()).contains("NUL character").contains("labels is only read");
    try (java.util.stream.Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("in.jsonl", "scheme.yaml");
    }
  }

  @Test
  void convert_ontoItself_isRefused() throws IOException {
    Path file = articles("all.jsonl");
    String before = Files.readString(file);
    assertThat(run("convert", file, file, "--to", "csv")).isEqualTo(1);
    assertThat(file).hasContent(before);
  }

  @Test
  void convert_inconsistentLabels_areWrittenAndCounted() throws IOException {
    Path labels =
        write(
            "labels.jsonl",
            "{\"article\":\"a\",\"index\":0,\"text\":\"Uno\",\"model\":\"m\",\"thresholds\":{},"
                + "\"tone\":{\"label\":\"none\"},\"subjects\":{\"labels\":[\"food\"]}}\n");
    assertThat(run("convert", labels, folder.resolve("review.json"))).isZero();
    assertThat(err()).contains("1 paragraphs break a rule of the scheme");
  }
}
