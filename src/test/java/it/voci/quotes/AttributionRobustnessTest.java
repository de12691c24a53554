package it.voci.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import it.voci.actors.ActorMatcher;
import it.voci.actors.Gazetteer;
import it.voci.actors.Lexicon;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttributionRobustnessTest {
  private static final AttributionFinder FINDER =
      new AttributionFinder(new ActorMatcher(Gazetteer.shipped(), Lexicon.shipped()));
  private static final List<String> PIECES =
      List.of(
          ("« » “ ” \" ' ‘ ’ ‹ › – — - , . : ; ! ? … ( ) che di a da il la l' un gli i ministro portavoce"
                  + " Peskov Zelensky Mosca Kiev Londra Mario Rossi ha detto dice secondo stando per"
                  + " sostiene, ha aggiunto lo riferisce così si legge è non avrebbe sarebbe e ma mentre"
                  + " quale cui lui 12 14.30 12:05 ORE chi uno dei rapporto Cremlino e\u0301 \uD83D\uDE00"
                  + " quanto fa sapere prende atto stesso presidente vescovo presule")
              .split(" "));

  private static String soup(Random random, int pieces) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
      text.append(random.nextInt(4) == 0 ? "" : " ");
    }
    return text.toString();
  }

  private static void assertSound(List<String> paragraphs) {
    List<List<Attribution>> found = FINDER.find(paragraphs, Optional.of("2024-05"));
    assertThat(found).hasSameSizeAs(paragraphs);
    for (int i = 0; i < found.size(); i++) {
      String text = paragraphs.get(i);
      int done = 0;
      for (Attribution attribution : found.get(i)) {
        assertThat(attribution.speech().start()).isBetween(done, text.length());
        assertThat(attribution.speech().end())
            .isBetween(attribution.speech().start() + 1, text.length());
        attribution
            .cue()
            .ifPresent(cue -> assertThat(cue.end()).isLessThanOrEqualTo(text.length()));
        done = attribution.speech().end();
      }
      List<Utterance> printed = Utterance.of(text, found.get(i));
      for (Utterance utterance : printed) {
        int start = text.offsetByCodePoints(0, utterance.start());
        int end = text.offsetByCodePoints(0, utterance.end());
        assertThat(text.substring(start, end)).isEqualTo(utterance.quote());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void tokenSoup_givesSpansInOrderWithinTheText(long seed) {
    Random random = new Random(seed);
    for (int article = 0; article < 40; article++) {
      List<String> paragraphs = new ArrayList<>();
      for (int i = random.nextInt(6); i >= 0; i--) {
        paragraphs.add(soup(random, random.nextInt(60)));
      }
      assertSound(paragraphs);
    }
  }

  @Test
  void nothing_saysNothing() {
    assertThat(FINDER.find(List.of(), Optional.empty())).isEmpty();
    assertThat(FINDER.find(List.of("", " ", "«", "»", "…", "«»"), Optional.empty()))
        .allSatisfy(paragraph -> assertThat(paragraph).isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Il \"ministro\" ha detto: «no», ",
        "\"a\" ",
        "« a » ",
        "ha detto che ",
        "a, che Peskov, ",
        "(",
        "il presidente ha detto che il ministro ha detto "
      })
  void hugeParagraph_takesNoTimeByItsSquare(String piece) {
    String text = piece.repeat(1_000_000 / piece.length());
    Assertions.assertTimeout(
        Duration.ofSeconds(20), () -> FINDER.find(List.of(text), Optional.empty()));
  }
}
