package it.voci.corpus;

import static it.voci.corpus.SchemeFixture.SCHEME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import it.voci.UserException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemeFileTest {
  private static final String GOOD =
      """
      name: voci-it
      version: 1
      tasks:
        - id: voice
          kind: single
          labels:
            - {id: analysis, en: "Analysis", it: "Analisi: sì", about: "What it means."}
            - {id: boilerplate}
        - id: topics
          kind: multi
          labels: [{id: military, it: "Guerra", about: ""}]
      rules:
        - {when: {voice: boilerplate}, then: {topics: []}}
        - {when: {voice: analysis}, then: {topics: military}}
      """;

  @Test
  void parse_goodFile_givesItsTasksAndRules() {
    LabelScheme scheme = SchemeFile.parse(GOOD, "scheme.yaml");
    assertThat(scheme.name()).isEqualTo("voci-it");
    assertThat(scheme.version()).isEqualTo(1);
    assertThat(scheme.tasks())
        .containsExactly(
            new Task(
                "voice",
                Task.Kind.SINGLE,
                List.of(
                    new Label("analysis", "Analysis", "Analisi: sì", "What it means."),
                    new Label("boilerplate", "boilerplate", "boilerplate", ""))),
            new Task(
                "topics",
                Task.Kind.MULTI,
                List.of(new Label("military", "military", "Guerra", ""))));
    assertThat(scheme.rules())
        .containsExactly(
            new LabelRule(Map.of("voice", "boilerplate"), Map.of("topics", List.<String>of())),
            new LabelRule(Map.of("voice", "analysis"), Map.of("topics", List.of("military"))));
  }

  @Test
  void format_anyScheme_isReadBackTheSame(@TempDir Path folder) throws IOException {
    for (LabelScheme scheme : List.of(SCHEME, SchemeFile.parse(GOOD, "scheme.yaml"))) {
      Path file = folder.resolve("scheme.yaml");
      Files.writeString(file, SchemeFile.format(scheme));
      assertThat(SchemeFile.read(file)).isEqualTo(scheme);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "name: voci-it | name: 7 | 'name' must be a text but was '7'",
        "name: voci-it | name: ' ' | 'name' must be a text but was ''",
        "name: voci-it | other: x | 'name' must be a text but was 'null'",
        "version: 1 | version: one | 'version' must be a whole number but was 'one'",
        "version: 1 | version: 1.5 | 'version' must be a whole number but was '1.5'",
        "kind: multi | kind: many | task 'topics': kind must be single or multi but was many",
        "kind: multi | kind: [a] | 'kind' must be a text but was '[a]'",
        "id: topics | id: Topics | task id 'Topics' must be lower-case snake_case",
        "id: topics | id: text | task id 'text' is reserved for the output; choose another",
        "id: topics | id: voice | scheme 'voci-it' names a task twice",
        "id: boilerplate | id: 5 | 'id' must be a text but was '5'",
        "id: boilerplate | id: analysis | task 'voice' names a label twice",
        "it: \"Guerra\" | it: 3 | 'it' must be a text but was '3'",
        "about: \"\" | about: [] | 'about' must be a text but was '[]'",
        "{voice: boilerplate} | {voice: quote} | a rule names voice: quote, which the scheme's tasks do not have",
        "{voice: boilerplate} | {null: quote} | a rule names null: quote, which the scheme's tasks do not have",
        "{voice: boilerplate} | {} | a rule's 'when' is empty; it needs at least one task: label",
        "{voice: boilerplate} | voice | 'when' of a rule must be a mapping (key: value) but was 'voice'",
        "{topics: []} | [] | 'then' of a rule must be a mapping (key: value) but was '[]'",
      })
  void parse_malformedField_isNamed(String good, String bad, String message) {
    String yaml = GOOD.replace(good, bad);
    assertThat(yaml).isNotEqualTo(GOOD);
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> SchemeFile.parse(yaml, "d/scheme.yaml"))
        .withMessage("d/scheme.yaml: " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "~~ | the file must be a mapping (key: value) but was 'null'",
        "just words | the file must be a mapping (key: value) but was 'just words'",
        "[1] | the file must be a mapping (key: value) but was '[1]'",
        "{name: s, version: 1} | 'tasks' must be a list but was 'null'",
        "{name: s, version: 1, tasks: []} | scheme 's' has no task; it needs at least one",
        "{name: s, version: 1, tasks: [3]} | a task must be a mapping (key: value) but was '3'",
        "{name: s, version: 1, tasks: [{id: a, kind: multi}]} | 'labels of task 'a'' must be a list but was 'null'",
      })
  void parse_notAScheme_saysWhatIsExpected(String yaml, String message) {
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> SchemeFile.parse(yaml, "scheme.yaml"))
        .withMessage("scheme.yaml: " + message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "name: [",
        "name: a\nname: b",
        "name: !!java.net.URL x\n\ttasks: }",
        "name: \"a\n b\nversion: \n",
        "tasks: \"many\n\n lines\"",
      })
  void parse_brokenYaml_isOneLineNamingTheFile(String yaml) {
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> SchemeFile.parse(yaml, "scheme.yaml"))
        .satisfies(
            e -> assertThat(e.getMessage()).startsWith("scheme.yaml: ").doesNotContain("\n"));
  }

  @Test
  void parse_nestedOrRecursiveWithoutEnd_isRefused() {
    String recursive = "name: s\nversion: 1\ntasks: &a [[*a]]\n";
    for (String yaml : List.of("[".repeat(100_000), recursive)) {
      assertThatExceptionOfType(UserException.class)
          .isThrownBy(() -> SchemeFile.parse(yaml, "scheme.yaml"))
          .withMessage("scheme.yaml: nested too deeply to be a label scheme");
    }
  }

  @Test
  void read_missingOrNotUtf8_namesTheFile(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("scheme.yaml");
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> SchemeFile.read(file))
        .withMessage(file + ": no label scheme here; a dataset folder needs a scheme.yaml");
    Files.write(file, "name: città".getBytes(StandardCharsets.ISO_8859_1));
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> SchemeFile.read(file))
        .withMessageStartingWith(file + ": cannot be read as UTF-8 (");
  }
}
