package it.voci.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import it.voci.UserException;
import it.voci.corpus.BehaviourCase.Expectation;
import it.voci.corpus.BehaviourCase.Relation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BehaviourFileTest {
  @TempDir private Path folder;

  private List<BehaviourCase> read(String... lines) throws IOException {
    Path file = Files.write(folder.resolve("behaviour.jsonl"), List.of(lines));
    return BehaviourFile.read(file, SchemeFixture.SCHEME);
  }

  @Test
  void aCase_isReadWhole() throws IOException {
    BehaviourCase one =
        read("""
            {"kind":"k","id":"k-1","before":["Prima."],"text":"Uno.","variant":"Due.",\
            "expect":{"voice":{"relation":"different","variant":"analysis"}}}""")
            .get(0);
    assertThat(one.expect())
        .isEqualTo(
            Map.of(
                "voice",
                new Expectation(
                    Optional.of(Relation.DIFFERENT), Optional.empty(), Optional.of("analysis"))));
    assertThat(one.article().paragraphs())
        .extracting(Paragraph::text)
        .containsExactly("Prima.", "Uno.");
    assertThat(one.variantArticle().orElseThrow().paragraphs())
        .extracting(Paragraph::text)
        .containsExactly("Prima.", "Due.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      quoteCharacter = '^',
      value = {
        "{\"id\":\"a\",\"text\":\"x\",\"expect\":{\"voice\":{\"text\":\"analysis\"}}} § no 'kind'",
        "{\"kind\":\"k\",\"id\":\"a\",\"text\":\"x\",\"expect\":{}} § nothing is expected",
        "{\"kind\":\"k\",\"id\":\"a\",\"text\":\"x\",\"expect\":{\"voice\":{}}} § nothing is expected of 'voice'",
        "{\"kind\":\"k\",\"id\":\"a\",\"text\":\"x\",\"expect\":{\"mood\":{\"text\":\"a\"}}} § no task 'mood'",
        "{\"kind\":\"k\",\"id\":\"a\",\"text\":\"x\",\"expect\":{\"voice\":{\"text\":\"poem\"}}} § but was 'poem'",
        "{\"kind\":\"k\",\"id\":\"a\",\"text\":\"x\",\"expect\":{\"voice\":{\"relation\":\"same\"}}} § 'variant' that is missing",
        "{\"kind\":\"k\",\"id\":\"a\",\"text\":\"x\",\"variant\":\"y\",\"expect\":{\"voice\":{\"relation\":\"like\"}}} § but was 'like'",
        "{\"kind\":\"k\",\"id\":\"a\",\"text\":\"x\",\"expects\":{}} § unknown field 'expects'",
        "[] § expected a JSON object",
      })
  void badLine_isNamed(String line, String message) {
    assertThatThrownBy(() -> read("", line))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("behaviour.jsonl:2: ")
        .hasMessageContaining(message);
  }

  @Test
  void idTwice_isNamed() {
    String line =
        "{\"kind\":\"k\",\"id\":\"a\",\"text\":\"x\",\"expect\":{\"voice\":{\"text\":\"analysis\"}}}";
    assertThatThrownBy(() -> read(line, line))
        .hasMessageContaining(":2: id 'a' already stands in line 1");
  }

  /** The suite that ships. */
  @Test
  void shippedSuite_hasTwentyCasesOfEveryKind() {
    Path data = Path.of("datasets", "voci-it");
    Map<String, Integer> kinds = new TreeMap<>();
    BehaviourFile.read(
            data.resolve(BehaviourFile.NAME), SchemeFile.read(data.resolve("scheme.yaml")))
        .forEach(one -> kinds.merge(one.kind(), 1, Integer::sum));
    assertThat(kinds).hasSizeGreaterThanOrEqualTo(12);
    assertThat(kinds.values()).allMatch(count -> count >= 20);
  }
}
