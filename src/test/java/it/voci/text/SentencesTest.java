package it.voci.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {
  private static List<String> split(String paragraph) {
    return Sentences.split(paragraph).stream().map(span -> span.of(paragraph)).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ne ha parlato l'on. Rossi in aula.",
        "Ne ha parlato l’on. Rossi in aula.",
        "Il gen. Gerasimov guida le truppe.",
        "Lo dice l’art. 5 del trattato.",
        "Lo dicono gli artt. 5 e 6 del trattato.",
        "La basilica di S. Pietro era piena.",
        "Il vice J. D. Vance ha parlato.",
        "Nel 476 d.C. Roma cadde.",
        "La Gazprom S.p.A. Mosca ha chiuso.",
        "Il dott. Neri, il prof. Verdi e la dott.ssa Blu tacciono.",
        "Il tasso è al 3.5 per cento.",
        "Alle 6.42 Mosca ha colpito.",
        "«Andiamo!» disse il soldato.",
        "Il presidente\nZelensky tace.",
      })
  void split_abbreviationInitialOrNumber_doesNotEnd(String sentence) {
    assertThat(split(sentence)).containsExactly(sentence);
    assertThat(split(sentence + " Segue altro.")).containsExactly(sentence, "Segue altro.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mosca attacca.",
        "È successo alle 6.42.",
        "È successo nel 2022.",
        "I russi sono a Pokrovs'k.",
        "I russi sono a Pokrovs’k.",
        "Mosca non lo è.",
        "La guerra dura da due anni circa.",
        "«Vinceremo».",
        "«Vinceremo.»",
        "“Vinceremo.”",
        "\"Vinceremo.\"",
        "‘Vinceremo.’",
        "Chi vincerà?",
        "«Chi vincerà?»",
        "Nessuno!",
        "Davvero?!",
        "Chissà...",
        "(Lo dice Kiev.)",
      })
  void split_stopWithClosingMarks_ends(String sentence) {
    assertThat(split(sentence + " Segue altro.")).containsExactly(sentence, "Segue altro.");
  }

  @Test
  void split_blanksOnly_isEmpty() {
    assertThat(split("")).isEmpty();
    assertThat(split(" \u00A0\u200B\n")).isEmpty();
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 100);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void split_randomText_coversEverythingVisibleInOrder(long seed) {
    String paragraph = RandomText.of(new Random(seed), 60);
    int end = 0;
    for (TextSpan sentence : Sentences.split(paragraph)) {
      assertThat(sentence.start()).isGreaterThanOrEqualTo(end);
      assertThat(sentence.length()).isPositive();
      assertThat(RandomText.isBlank(paragraph.substring(end, sentence.start()))).isTrue();
      end = sentence.end();
    }
    assertThat(RandomText.isBlank(paragraph.substring(end))).isTrue();
  }
}
