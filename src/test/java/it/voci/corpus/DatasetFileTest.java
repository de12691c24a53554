package it.voci.corpus;

import static it.voci.corpus.SchemeFixture.SCHEME;
import static it.voci.corpus.SchemeFixture.TOPICS;
import static it.voci.corpus.SchemeFixture.VOICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.gson.JsonParser;
import it.voci.UserException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetFileTest {
  private static final String GOOD = "{\"id\":\"a1\",\"paragraphs\":[{\"text\":\"Uno.\"}]}";

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameFile() {
    file = folder.resolve("train.jsonl");
  }

  private List<Article> read(String content) {
    try {
      Files.writeString(file, content);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return DatasetFile.read(file, SCHEME);
  }

  private void assertRefused(String content, String message) {
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> read(content))
        .withMessage(file + message);
  }

  private static Paragraph only(List<Article> articles) {
    assertThat(articles).hasSize(1);
    assertThat(articles.get(0).paragraphs()).hasSize(1);
    return articles.get(0).paragraphs().get(0);
  }

  @Test
  void read_fullArticle_givesItsFields() {
    List<Article> articles =
        read(
            """
            {"id":"a0001","title":"Il «titolo»","outlet":"Prova","date":"2022-05","register":"agency","brief":"b","source":"authored","hard":true,
             "paragraphs":[{"text":"Uno \\uD83D\\uDE00","voice":"analysis","topics":["diplomacy","military"]}]}
            """
                .replace("\n ", ""));
    assertThat(articles)
        .containsExactly(
            new Article(
                "a0001",
                Optional.of("Il «titolo»"),
                Optional.of("Prova"),
                Optional.of("2022-05"),
                Optional.of("agency"),
                true,
                List.of(
                    new Paragraph(
                        "Uno \uD83D\uDE00",
                        Map.of(
                            "voice",
                            List.of("analysis"),
                            "topics",
                            List.of("diplomacy", "military")),
                        Map.of())),
                Map.of(
                    "brief", JsonParser.parseString("\"b\""),
                    "source", JsonParser.parseString("\"authored\""))));
  }

  @Test
  void format_unknownFieldsAtBothLevels_areKept() {
    String line =
        """
        {"id":"a1","title":"T","brief":"<b>","x":{"y":[1,null,2.50]},"z":null,"hard":false,
        "paragraphs":[{"text":"Uno.","voice":"analysis","topics":[],"note":"é","n":null},
        {"text":"","voice":null,"topics":["military"]}]}
        """
            .replace("\n", "");
    assertThat(DatasetFile.format(read(line).get(0), SCHEME)).isEqualTo(line);
  }

  @Test
  void read_absentOrNull_isNotLabelledAndEmptyIsNone() {
    Paragraph absent = only(read(GOOD));
    assertThat(absent.labels(VOICE)).isEmpty();
    assertThat(absent.labels(TOPICS)).isEmpty();
    Paragraph nulls =
        only(read(GOOD.replace("\"Uno.\"", "\"Uno.\",\"voice\":null,\"topics\":null")));
    assertThat(nulls).isEqualTo(absent);
    assertThat(only(read(GOOD.replace("\"Uno.\"", "\"Uno.\",\"topics\":[]"))).labels(TOPICS))
        .contains(List.of());
  }

  @Test
  void format_labelsSetAfterReadingNull_areWritten() {
    Article read = read(GOOD.replace("\"Uno.\"", "\"Uno.\",\"voice\":null")).get(0);
    Paragraph before = read.paragraphs().get(0);
    Article labelled =
        read.withParagraphs(
            List.of(
                new Paragraph(
                    before.text(), Map.of("voice", List.of("analysis")), before.extra())));
    assertThat(DatasetFile.format(labelled, SCHEME)).contains("\"voice\":\"analysis\"");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      value = {
        "\"voice\":\"quote\"| 'voice' must be one of analysis, boilerplate but was 'quote'",
        "\"voice\":[\"analysis\"]| 'voice' must be one of analysis, boilerplate but was '[\"analysis\"]'",
        "\"voice\":3| 'voice' must be one of analysis, boilerplate but was '3'",
        "\"topics\":\"military\"| 'topics' must be a list of labels but was '\"military\"'",
        "\"topics\":[null]| 'topics' must be one of military, diplomacy but was 'null'",
        "\"topics\":[\"sport\"]| 'topics' must be one of military, diplomacy but was 'sport'",
        "\"topics\":[\"military\",\"military\"]| 'topics' names a label twice: [military, military]",
        "\"voice\":\"boilerplate\",\"topics\":[\"military\"]| labels break the rule 'when {voice=boilerplate} then {topics=[]}'",
      })
  void read_badLabel_namesParagraphAndChoice(String field, String message) {
    assertRefused(
        "\n{\"id\":\"b\",\"paragraphs\":[{\"text\":\"x\"},{\"text\":\"y\"," + field + "}]}\n",
        ":2: article 'b', paragraph 1: " + message);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      delimiter = '|',
      value = {
        "{\"paragraphs\":[{\"text\":\"x\"}]}| the article has no 'id'",
        "{\"id\":\" \",\"paragraphs\":[{\"text\":\"x\"}]}| the article has no 'id'",
        "{\"id\":1,\"paragraphs\":[{\"text\":\"x\"}]}| 'id' must be a text but was '1'",
        "{\"id\":\"a\"}| article 'a' has no list of 'paragraphs'",
        "{\"id\":\"a\",\"paragraphs\":[]}| article 'a' has no list of 'paragraphs'",
        "{\"id\":\"a\",\"paragraphs\":{}}| article 'a' has no list of 'paragraphs'",
        "{\"id\":\"a\",\"paragraphs\":[\"x\"]}| article 'a', paragraph 0: expected an object with a 'text'",
        "{\"id\":\"a\",\"paragraphs\":[{}]}| article 'a', paragraph 0 has no 'text'",
        "{\"id\":\"a\",\"paragraphs\":[{\"text\":5}]}| article 'a', paragraph 0: 'text' must be a text but was '5'",
        "{\"id\":\"a\",\"hard\":\"yes\",\"paragraphs\":[{\"text\":\"x\"}]}| 'hard' must be true or false but was '\"yes\"'",
        "{\"id\":\"a\",\"title\":[],\"paragraphs\":[{\"text\":\"x\"}]}| 'title' must be a text but was '[]'",
        "[1]| expected a JSON object but was '[1]'",
        "{\"id\":\"a\"| not valid JSON near '{\"id\":\"a\"'",
        "{'id':1}| not valid JSON near '{'id':1}'",
        "{\"id\":NaN}| not valid JSON near '{\"id\":NaN}'",
        "{} x| text follows the JSON object; write one object a line",
        "{} {}| text follows the JSON object; write one object a line",
      })
  void read_badLine_isNamedWithWhatIsExpected(String line, String message) {
    assertRefused(GOOD + "\n\n" + line, ":3: " + message);
  }

  @Test
  void read_sameIdTwice_namesBothLines() {
    assertRefused(GOOD + "\n" + GOOD, ":2: id 'a1' already stands in line 1");
  }

  @Test
  void read_severalBadLines_namesTheFirstAndCountsTheOthers() {
    assertRefused(
        "{}\n" + GOOD + "\n[]\nx",
        ":1: the article has no 'id' (2 more; voci dataset check lists them all)");
  }

  @Test
  void read_withListener_isToldEveryBadLineAndKeepsTheGood() throws IOException {
    Files.write(
        file, ("{}\n" + GOOD + "\n{\"id\":\"à\"}\n[]").getBytes(StandardCharsets.ISO_8859_1));
    List<String> problems = new ArrayList<>();
    List<PlacedArticle> articles =
        DatasetFile.read(file, SCHEME, problem -> problems.add(problem.message()));
    assertThat(articles).extracting(placed -> placed.article().id()).containsExactly("a1");
    assertThat(problems)
        .containsExactly(
            file + ":1: the article has no 'id'",
            file + ":3: not UTF-8; save the file as UTF-8",
            file + ":4: expected a JSON object but was '[]'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":"})
  void read_nested100000Deep_isRefused(String open) {
    String line = "{\"id\":\"a\",\"x\":" + open.repeat(100_000);
    assertRefused(line, ":1: not valid JSON near '" + line.substring(0, 40) + "…'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", " \r\n\r\n", "\uFEFF", "\uFEFF\n"})
  void read_nothingInIt_isNoArticles(String content) {
    assertThat(read(content)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uFEFF%s\n", "%s\r\n", "%s\r", "\n\n%s"})
  void read_byteOrderMarkOrOtherLineEnds_areNoPartOfIt(String frame) {
    assertThat(only(read(frame.replace("%s", GOOD))).text()).isEqualTo("Uno.");
  }

  @Test
  void read_missingFileOrFolder_namesIt() {
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> DatasetFile.read(file, SCHEME))
        .withMessage(file + ": no such file");
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> DatasetFile.read(folder, SCHEME))
        .withMessageStartingWith(folder + ": cannot be read (");
  }

  @Test
  void parse_withoutScheme_keepsLabelsAsExtra() {
    Article article =
        DatasetFile.parse(
            GOOD.replace("\"Uno.\"", "\"Uno.\",\"voice\":\"quote\""), Optional.empty(), "f:1");
    assertThat(article.paragraphs().get(0).labels()).isEmpty();
    assertThat(article.paragraphs().get(0).extra()).containsOnlyKeys("voice");
  }
}
