package it.voci.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import it.voci.UserException;
import it.voci.corpus.Label;
import it.voci.corpus.LabelRecord;
import it.voci.corpus.LabelRecord.Answer;
import it.voci.corpus.LabelRecord.Speech;
import it.voci.corpus.Task;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LedgerCounterTest {
  private static final Task WHO = task("who", Task.Kind.SINGLE, "us", "them");
  private static final Task HOW = task("how", Task.Kind.SINGLE, "kind", "harsh");
  private static final Task WHAT = task("what", Task.Kind.MULTI, "war", "peace");
  private static final LedgerSettings SETTINGS = LedgerSettings.DEFAULTS;

  private final LedgerCounter counter = new LedgerCounter();

  private static Task task(String id, Task.Kind kind, String... labels) {
    return new Task(
        id, kind, Stream.of(labels).map(label -> new Label(label, label, label, "")).toList());
  }

  private static LabelRecord record(
      String article, int index, String text, List<Answer> answers, Speech... speeches) {
    return new LabelRecord(
        article,
        Optional.of(article.startsWith("a") ? "Alba" : "Brezza"),
        Optional.of(article.endsWith("1") ? "2024-05-03" : "2024-06"),
        index,
        text,
        "m",
        answers,
        List.of(speeches));
  }

  private static List<Answer> answers(String who, String how, String... what) {
    return List.of(
        new Answer(WHO, who.isEmpty() ? List.of() : List.of(who), List.of()),
        new Answer(HOW, List.of(how), List.of()),
        new Answer(WHAT, List.of(what), List.of()));
  }

  private void addThreeArticles() {
    counter.add(record("a1", 0, "uno due tre", answers("us", "kind", "war", "peace")));
    counter.add(record("a1", 1, "quattro – cinque", answers("them", "harsh")));
    counter.add(record("a2", 0, "sei", answers("", "kind", "war")));
    counter.add(record("b1", 0, "sette otto nove dieci", answers("them", "kind", "war")));
  }

  @Test
  void ledger_ofAll_countsWordsAndParagraphs() {
    addThreeArticles();
    Ledger.Part all = counter.ledger(SETTINGS).all();
    assertThat(all.articles()).isEqualTo(3);
    assertThat(all.paragraphs()).isEqualTo(4);
    assertThat(all.words()).isEqualTo(10); // a dash is no word
    Ledger.Measure words = all.task("who").words();
    assertThat(words.answered()).isEqualTo(9);
    assertThat(words.abstained()).isEqualTo(1);
    assertThat(words.labels().get("us").count()).isEqualTo(3);
    assertThat(words.labels().get("us").share()).isEqualTo(3 / 9.0);
    assertThat(words.labels().get("them").count()).isEqualTo(6);
    Ledger.Measure paragraphs = all.task("who").paragraphs();
    assertThat(paragraphs.labels().get("them").share()).isEqualTo(2 / 3.0);
    assertThat(all.task("what").paragraphs().labels().get("war").share()).isEqualTo(3 / 4.0);
    assertThat(all.task("what").words().labels().get("peace").count()).isEqualTo(3);
  }

  @Test
  void ledger_crossing_isOfTheFirstTwoSingleTasksWhereBothAnswer() {
    addThreeArticles();
    Ledger.Crossing crossing = counter.ledger(SETTINGS).all().crossing().orElseThrow();
    assertThat(crossing.rows()).isEqualTo("who");
    assertThat(crossing.columns()).isEqualTo("how");
    assertThat(crossing.words().answered()).isEqualTo(9);
    assertThat(crossing.words().cells().get("them").get("harsh").count()).isEqualTo(2);
    assertThat(crossing.words().cells().get("them").get("kind").share()).isEqualTo(4 / 9.0);
    assertThat(crossing.paragraphs().cells().get("us").get("harsh").count()).isZero();
  }

  @Test
  void ledger_byOutletDateAndArticle_putsTheRightArticlesTogether() {
    addThreeArticles();
    assertThat(counter.ledger(SETTINGS).parts())
        .extracting(part -> part.value().orElse("-") + part.words())
        .containsExactly("Alba6", "Brezza4");
    assertThat(counter.ledger(SETTINGS.by(Ledger.By.DATE)).parts())
        .extracting(part -> part.value().orElse("-") + part.words())
        .containsExactly("2024-059", "2024-061");
    assertThat(counter.ledger(SETTINGS.by(Ledger.By.ARTICLE)).parts())
        .extracting(part -> part.value().orElse("-") + part.words())
        .containsExactly("a15", "a21", "b14");
  }

  @Test
  void ledger_byDay_putsLessExactDatesLastWithoutAValue() {
    addThreeArticles();
    LedgerSettings days =
        new LedgerSettings(Ledger.By.DATE, it.voci.corpus.Period.DAY, 5, SETTINGS.bootstrap());
    assertThat(counter.ledger(days).parts())
        .extracting(part -> part.value().orElse("-") + part.words())
        .containsExactly("2024-05-039", "-1");
  }

  @Test
  void ledger_intervals_areMissingForOneArticleAndHoldTheShareOtherwise() {
    addThreeArticles();
    Ledger ledger = counter.ledger(SETTINGS);
    Ledger.Share all = ledger.all().task("who").words().labels().get("us");
    assertThat(all.interval().orElseThrow().estimate()).isEqualTo(all.share());
    assertThat(all.interval().get().low()).isEqualTo(0);
    assertThat(all.interval().get().high()).isCloseTo(0.6, within(1e-9)); // only a1
    assertThat(ledger.parts().get(1).task("who").words().labels().get("us").interval()).isEmpty();
    assertThat(counter.ledger(SETTINGS)).isEqualTo(ledger);
  }

  @Test
  void ledger_withConfusions_adjustsThatTaskAndWidensItsIntervals() {
    for (int i = 0; i < 40; i++) {
      counter.add(record("a" + i, 0, "parola", answers(i < 16 ? "us" : "them", "kind")));
    }
    ConfusionMatrix matrix =
        new ConfusionMatrix(WHO.labelIds(), List.of(List.of(90, 10), List.of(10, 90)));
    Ledger ledger = counter.ledger(SETTINGS, Map.of("who", Map.of("who", matrix)));
    assertThat(ledger.adjusted()).containsExactly("who");
    Ledger.Share us = ledger.all().task("who").words().labels().get("us");
    Interval adjusted = us.adjusted().orElseThrow();
    assertThat(adjusted.estimate()).isCloseTo(0.375, within(1e-6));
    Interval raw = us.interval().orElseThrow();
    assertThat(adjusted.high() - adjusted.low()).isGreaterThan(raw.high() - raw.low());
    assertThat(ledger.all().task("how").words().labels().get("kind").adjusted()).isEmpty();
  }

  @Test
  void ledger_withConfusionsOfAMultiTask_adjustsEveryLabelAlone() {
    for (int i = 0; i < 40; i++) {
      counter.add(record("a" + i, 0, "parola", answers("us", "kind", i < 16 ? "war" : "peace")));
    }
    Map<String, ConfusionMatrix> matrices =
        Map.of(
            "war",
            new ConfusionMatrix(List.of("no", "yes"), List.of(List.of(90, 10), List.of(10, 90))),
            "peace",
            new ConfusionMatrix(List.of("no", "yes"), List.of(List.of(50, 0), List.of(0, 50))));
    Ledger.Measure words =
        counter.ledger(SETTINGS, Map.of("what", matrices)).all().task("what").words();
    assertThat(words.labels().get("war").adjusted().orElseThrow().estimate())
        .isCloseTo(0.375, within(1e-6));
    assertThat(words.labels().get("peace").adjusted().orElseThrow().estimate())
        .isCloseTo(0.6, within(1e-6));
  }

  @Test
  void ledger_speakers_areRankedByWordsCountedOnce() {
    counter.add(
        record(
            "a1",
            0,
            "Disse: «Andiamo via» e poi 𝄞 restò",
            answers("us", "kind"),
            new Speech("Ada", "west", 8, 19),
            new Speech("Ada", "other", 8, 15), // within the first
            new Speech("", "unknown", 21, 26)));
    counter.add(record("b1", 0, "Sì sì sì", answers("us", "kind"), new Speech("Bo", "west", 0, 8)));
    Ledger.Speakers speakers = counter.ledger(SETTINGS).all().speakers();
    assertThat(speakers.words()).isEqualTo(2 + 2 + 3);
    assertThat(speakers.unnamed()).isEqualTo(2);
    assertThat(speakers.number()).isEqualTo(2);
    assertThat(speakers.first()).extracting(Ledger.Speaker::name).containsExactly("Bo", "Ada");
    assertThat(speakers.first().get(1).side()).isEqualTo("west");
    assertThat(speakers.first().get(1).words().count()).isEqualTo(2);
    assertThat(speakers.first().get(1).words().share()).isEqualTo(2 / 9.0);
    assertThat(speakers.share()).isEqualTo(7 / 9.0);
  }

  @Test
  void add_sameParagraphTwice_isRefused() {
    addThreeArticles();
    assertThatThrownBy(() -> counter.add(record("a1", 1, "sei", answers("us", "kind"))))
        .isInstanceOf(UserException.class)
        .hasMessage("paragraph 1 of article 'a1' was counted before; name every article once");
  }

  @Test
  void add_otherLabels_isRefused() {
    addThreeArticles();
    Task other = task("who", Task.Kind.SINGLE, "us", "nobody");
    LabelRecord record =
        record("c", 0, "sei", List.of(new Answer(other, List.of("us"), List.of())));
    assertThatThrownBy(() -> counter.add(record))
        .hasMessageContaining("'who' has not the labels it has before");
  }

  @Test
  void add_emptyParagraph_countsNothingAndUnansweredOneAsAbstention() {
    counter.add(record("a1", 0, " ", List.of()));
    counter.add(record("a1", 1, "uno", answers("us", "kind", "war")));
    counter.add(record("a1", 2, "due tre", List.of()));
    Ledger.Part all = counter.ledger(SETTINGS).all();
    assertThat(all.paragraphs()).isEqualTo(2);
    assertThat(all.task("who").words().abstained()).isEqualTo(2);
    assertThat(all.task("what").words().abstained()).isEqualTo(2);
  }

  @Test
  void ledger_ofNothing_isRefused() {
    assertThatThrownBy(() -> counter.ledger(SETTINGS)).isInstanceOf(UserException.class);
  }
}
