package it.voci.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParagraphsTest {
  private static List<String> split(String text) {
    return Paragraphs.split(text).stream().map(span -> span.of(text)).toList();
  }

  @Test
  void split_blankLines_separateAndKeepSingleLineEnds() {
    assertThat(split("Uno\ndue.\n\nTre.\n \t\n\nQuattro."))
        .containsExactly("Uno\ndue.", "Tre.", "Quattro.");
  }

  @Test
  void split_noBlankLineBetween_everyLineIsAParagraph() {
    assertThat(split("\n\n Uno. \nDue.\n\n\n")).containsExactly("Uno.", "Due.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r", "\f", "\u000B", "\u0085", "\u2028", "\u2029"})
  void split_anyLineEnd_isOne(String end) {
    assertThat(split("uno" + end + "due")).containsExactly("uno", "due");
    assertThat(split("uno" + end + end + "due" + end + "tre"))
        .containsExactly("uno", "due" + end + "tre");
  }

  @Test
  void split_lineOfInvisibleCharacters_isBlank() {
    assertThat(split("uno\n\u200B\u00A0\u00AD\ndue\ntre")).containsExactly("uno", "due\ntre");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\r\n", "\u200B\uFEFF\n\u00AD\u2003\t\u0007"})
  void split_nothingVisible_isEmpty(String text) {
    assertThat(Paragraphs.split(text)).isEmpty();
  }

  @Test
  void split_invisibleCharactersAtTheEnds_areCutOff() {
    String text = "\u200E\u00A0Kiev \uD83D\uDE00\u200B\n";
    assertThat(Paragraphs.split(text)).containsExactly(new TextSpan(2, 9));
  }

  @Test
  void split_lineOfFiveMegabytes_isOneParagraph() {
    String line = "guerra ".repeat(750_000);
    List<TextSpan> spans = assertTimeout(Duration.ofSeconds(10), () -> Paragraphs.split(line));
    assertThat(spans).containsExactly(new TextSpan(0, line.length() - 1));
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 50);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void split_randomParagraphsJoined_cutsThemAgain(long seed) {
    Random random = new Random(seed);
    String[] ends = {"\n", "\r\n", "\r", "\u2028"};
    String end = ends[random.nextInt(ends.length)];
    List<String> paragraphs = new ArrayList<>();
    StringBuilder text = new StringBuilder(random.nextBoolean() ? end + " " + end : "");
    int count = 2 + random.nextInt(8);
    for (int p = 0; p < count; p++) {
      List<String> lines = new ArrayList<>();
      for (int l = random.nextInt(3); l >= 0; l--) {
        lines.add("a\u00E8\uD83D\uDE00".substring(0, 1 + random.nextInt(2)) + " .x" + l);
      }
      String paragraph = String.join(end, lines);
      paragraphs.add(paragraph);
      text.append(random.nextBoolean() ? "\t" : "").append(paragraph).append("\u00A0");
      text.append(end).append(random.nextBoolean() ? "\u200B" : "").append(end);
      text.append(end.repeat(random.nextInt(3)));
    }
    assertThat(split(text.toString())).isEqualTo(paragraphs);
  }
}
