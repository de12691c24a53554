package it.voci.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import it.voci.actors.ActorMatcher;
import it.voci.actors.Gazetteer;
import it.voci.actors.Lexicon;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class AttributionFinderTest {
  private static final AttributionFinder FINDER =
      new AttributionFinder(new ActorMatcher(Gazetteer.shipped(), Lexicon.shipped()));

  /** A paragraph and what is said in it, as the file of cases gives it. */
  record Case(String paragraph, List<String> expected) {
    @Override
    public String toString() {
      return paragraph;
    }
  }

  static Stream<Case> plainProse() throws IOException {
    List<Case> cases = new ArrayList<>();
    try (InputStream in = AttributionFinderTest.class.getResourceAsStream("plain-prose.txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      text.lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(
              line -> {
                if (line.startsWith("> ")) {
                  cases.add(new Case(line.substring(2), new ArrayList<>()));
                } else {
                  cases.get(cases.size() - 1).expected().add(line);
                }
              });
    }
    return cases.stream();
  }

  @ParameterizedTest
  @MethodSource("plainProse")
  void plainProse_namesSpeakersAndTheirSpeech(Case plain) {
    String text = plain.paragraph();
    List<String> found =
        FINDER.find(List.of(text), Optional.of("2024-05")).get(0).stream()
            .map(attribution -> line(attribution, text))
            .toList();
    assertThat(found).hasSameSizeAs(plain.expected());
    for (int i = 0; i < found.size(); i++) {
      String expected = plain.expected().get(i);
      int gap = expected.indexOf(" … ");
      String start = gap < 0 ? expected : expected.substring(0, gap);
      String end = gap < 0 ? "" : expected.substring(gap + 3);
      assertThat(found.get(i)).startsWith(start).endsWith(end);
    }
  }

  private static String line(Attribution attribution, String text) {
    return String.join(
        " | ",
        attribution.kind().name().toLowerCase(Locale.ROOT),
        attribution.speaker().name(),
        attribution.speaker().side().name().toLowerCase(Locale.ROOT),
        attribution.speech().of(text));
  }
}
