package it.voci.corpus;

import static it.voci.corpus.SchemeFixture.SCHEME;
import static it.voci.corpus.SchemeFixture.TOPICS;
import static it.voci.corpus.SchemeFixture.VOICE;
import static it.voci.corpus.SchemeFixture.label;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import it.voci.UserException;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelSchemeTest {
  private static void assertRefused(ThrowingCallable call, String message) {
    assertThatExceptionOfType(UserException.class).isThrownBy(call).withMessage(message);
  }

  private static LabelRule rule(Map<String, String> when, Map<String, List<String>> then) {
    return new LabelRule(when, then);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "article",
        "input",
        "index",
        "start",
        "end",
        "text",
        "title",
        "outlet",
        "date",
        "model",
        "thresholds",
        "speakers",
        "evidence",
        "warnings",
        "gold"
      })
  void task_reservedId_isRefused(String id) {
    assertRefused(
        () -> new Task(id, Task.Kind.SINGLE, VOICE.labels()),
        "task id '" + id + "' is reserved for the output; choose another");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Voice", "2voice", "_voice", "my-voice", "voce è", "voice\n"})
  void id_notSnakeCase_isRefused(String id) {
    assertRefused(
        () -> new Task(id, Task.Kind.SINGLE, VOICE.labels()),
        "task id '" + id + "' must be lower-case snake_case");
    assertRefused(() -> label(id), "label id '" + id + "' must be lower-case snake_case");
  }

  @Test
  void task_tooFewOrRepeatedLabels_isRefused() {
    assertRefused(
        () -> new Task("voice", Task.Kind.SINGLE, List.of(label("a"))),
        "task 'voice' has too few labels (1); single needs at least two, multi one");
    assertRefused(
        () -> new Task("topics", Task.Kind.MULTI, List.of()),
        "task 'topics' has too few labels (0); single needs at least two, multi one");
    assertRefused(
        () -> new Task("voice", Task.Kind.SINGLE, List.of(label("a"), label("b"), label("a"))),
        "task 'voice' names a label twice");
    assertThat(new Task("topics", Task.Kind.MULTI, List.of(label("a"))).labelIds())
        .containsExactly("a");
  }

  @Test
  void task_labels_areFoundById() {
    assertThat(VOICE.indexOf("boilerplate")).isEqualTo(1);
    assertThat(VOICE.indexOf("military")).isEqualTo(-1);
    assertThat(VOICE.isSingle()).isTrue();
    assertThat(TOPICS.isSingle()).isFalse();
    assertThat(SCHEME.task("topics")).contains(TOPICS);
    assertThat(SCHEME.task("stance")).isEmpty();
  }

  @Test
  void scheme_noTaskOrOneTwice_isRefused() {
    assertRefused(
        () -> new LabelScheme("s", 1, List.of(), List.of()),
        "scheme 's' has no task; it needs at least one");
    assertRefused(
        () -> new LabelScheme("s", 1, List.of(VOICE, VOICE), List.of()),
        "scheme 's' names a task twice");
  }

  @Test
  void scheme_ruleOfUnknownNames_isRefused() {
    List<Task> tasks = List.of(VOICE, TOPICS);
    assertRefused(
        () -> new LabelScheme("s", 1, tasks, List.of(rule(Map.of("voice", "quote"), Map.of()))),
        "a rule names voice: quote, which the scheme's tasks do not have");
    assertRefused(
        () ->
            new LabelScheme(
                "s",
                1,
                tasks,
                List.of(rule(Map.of("voice", "analysis"), Map.of("topics", List.of("sport"))))),
        "a rule names topics: sport, which the scheme's tasks do not have");
    assertRefused(
        () ->
            new LabelScheme(
                "s",
                1,
                tasks,
                List.of(rule(Map.of("voice", "analysis"), Map.of("topcis", List.of())))),
        "a rule names the task 'topcis', which the scheme does not have");
  }

  @Test
  void rule_withoutCondition_isRefused() {
    assertRefused(
        () -> rule(Map.of(), Map.of("topics", List.of())),
        "a rule's 'when' is empty; it needs at least one task: label");
  }

  @Test
  void brokenRules_noneDemanded_brokenByAnyLabel() {
    assertThat(broken("boilerplate", List.of("military"))).hasSize(1);
    assertThat(broken("boilerplate", List.of())).isEmpty();
    assertThat(broken("analysis", List.of("military"))).isEmpty();
  }

  private static List<LabelRule> broken(String voice, List<String> topics) {
    return SCHEME.brokenRules(Map.of("voice", List.of(voice), "topics", topics));
  }

  @Test
  void brokenRules_taskNotLabelled_breaksNothing() {
    assertThat(SCHEME.brokenRules(Map.of("topics", List.of("military")))).isEmpty();
    assertThat(SCHEME.brokenRules(Map.of("voice", List.of("boilerplate")))).isEmpty();
  }

  @Test
  void isBrokenBy_severalConditionsAndDemands_needsAllOfThem() {
    LabelRule rule =
        rule(
            Map.of("voice", "analysis", "topics", "military"),
            Map.of("stance", List.of("neutral"), "topics", List.of("military", "diplomacy")));
    Map<String, List<String>> kept =
        Map.of(
            "voice", List.of("analysis"),
            "stance", List.of("neutral"),
            "topics", List.of("diplomacy", "military"));
    assertThat(rule.isBrokenBy(kept)).isFalse();
    assertThat(rule.isBrokenBy(with(kept, "topics", "military"))).isTrue();
    assertThat(rule.isBrokenBy(with(kept, "stance", "pro"))).isTrue();
    assertThat(rule.isBrokenBy(with(with(kept, "stance", "pro"), "topics", "diplomacy"))).isFalse();
    assertThat(rule)
        .hasToString(
            "when {topics=military, voice=analysis} then {stance=[neutral], topics=[military, diplomacy]}");
  }

  private static Map<String, List<String>> with(
      Map<String, List<String>> labels, String task, String label) {
    Map<String, List<String>> changed = new java.util.HashMap<>(labels);
    changed.put(task, List.of(label));
    return changed;
  }
}
