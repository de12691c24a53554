package it.voci.text;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the tokens of whole passages with files: {@code start-end kind text}, one a line. */
class GoldenTokensTest {
  private static final Path FOLDER = Path.of("src/test/resources/golden/tokens");
  private static final boolean UPDATE = Boolean.getBoolean("golden.update");

  private static Set<String> names(String extension) throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(extension))
          .map(name -> name.substring(0, name.length() - extension.length()))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  static Stream<String> inputs() throws IOException {
    return names(".input").stream();
  }

  @ParameterizedTest
  @MethodSource("inputs")
  void tokenize_passage_givesTheTokensOfTheFile(String name) throws IOException {
    String source = Files.readString(FOLDER.resolve(name + ".input"));
    String actual =
        new ItalianTokenizer()
            .tokenize(source).stream()
                .map(t -> t.start() + "-" + t.end() + " " + t.kind() + " " + t.text() + "\n")
                .collect(joining());
    Path expected = FOLDER.resolve(name + ".output");
    if (UPDATE) {
      Files.writeString(expected, actual);
    }
    assertThat(actual)
        .as(
            "tokens of %s.input; where the change is meant, write the files anew with"
                + " mvn test -Dtest=GoldenTokensTest -Dtest.args=-Dgolden.update=true",
            name)
        .isEqualTo(Files.exists(expected) ? Files.readString(expected) : "(no such file)");
  }

  @Test
  void folder_everyInput_hasItsOutput() throws IOException {
    assertThat(names(".input")).isNotEmpty();
    if (!UPDATE) {
      assertThat(names(".output"))
          .as("every NAME.input needs its NAME.output and the other way round")
          .isEqualTo(names(".input"));
    }
  }
}
