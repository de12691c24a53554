package it.voci.cli;

import static org.assertj.core.api.Assertions.assertThat;

import it.voci.Golden;
import it.voci.Schemas;
import it.voci.embedding.WordVectorFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code voci embeddings} as a user meets it. */
class EmbeddingsCommandTest {
  @TempDir private Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Path vectors;

  @BeforeEach
  void writeVectors() throws IOException {
    vectors = folder.resolve("a.vec");
    Files.writeString(vectors, "3 2\nuno 127 1\ndue 0 127\ntre 127 0\n");
  }

  private int run(Object... args) {
    String[] words = new String[args.length + 1];
    words[0] = "embeddings";
    for (int i = 0; i < args.length; i++) {
      words[i + 1] = args[i].toString();
    }
    ByteArrayInputStream in = new ByteArrayInputStream(new byte[0]);
    return Main.run(words, new Terminal(in, out, err, "", 80, false));
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void convert_formatByName_canBeUsedAtOnce() {
    Path compact = folder.resolve("a.voci");
    assertThat(run("convert", vectors, compact)).isZero();
    assertThat(err()).isEqualTo("voci: 3 words of dimension 2 written to " + compact + "\n");
    assertThat(WordVectorFile.read(compact).isCompact()).isTrue();
    assertThat(run("nearest", "--vectors", compact, "-n", "1", "uno")).isZero();
    assertThat(out()).isEqualTo("1.000  tre\n");
  }

  @Test
  void convert_top_keepsTheFirstWords() throws IOException {
    Path text = folder.resolve("b.vec");
    assertThat(run("convert", "--top", "1", vectors, text)).isZero();
    assertThat(text).content().isEqualTo("1 2\nuno 127.0 1.0\n");
  }

  @Test
  void convert_unknownFormat_asksForIt() {
    assertThat(run("convert", vectors, folder.resolve("b.xyz"))).isEqualTo(1);
    assertThat(err().lines()).singleElement().asString().contains("which format?");
    assertThat(run("convert", "--top", "0", vectors, folder.resolve("b.vec"))).isEqualTo(1);
    assertThat(err()).contains("--top must be at least 1 but was 0");
  }

  @Test
  void convert_brokenFile_leavesNothingBehind() throws IOException {
    Files.writeString(vectors, "2 2\nuno 1 2\n");
    assertThat(run("convert", vectors, folder.resolve("b.voci"))).isEqualTo(1);
    assertThat(err().lines())
        .singleElement()
        .asString()
        .isEqualTo("voci: " + vectors + ": cannot be read (ends too early)");
    assertThat(folder).isDirectoryContaining(file -> file.equals(vectors));
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @Test
  void evaluate_ownSets_printsCoverageAndScores() throws IOException {
    Path analogies = Files.writeString(folder.resolve("a.tsv"), "x\tuno\tdue\ttre\tdue\n");
    Path pairs =
        Files.writeString(
            folder.resolve("p.tsv"), "uno\ttre\t9\nuno\tdue\t2\ntre\tdue\t1\nuno\tzebra\t5\n");
    Path groups = Files.writeString(folder.resolve("o.tsv"), "x\tuno tre\tdue zebra\n");
    Object[] options = {
      "evaluate",
      "--vectors",
      vectors,
      "--analogies",
      analogies,
      "--similarity",
      pairs,
      "--outliers",
      groups,
      "--format",
      "terminal"
    };
    assertThat(run(options)).isZero();
    Golden.assertMatches("embeddings/evaluate.txt", out());
    out.reset();
    options[options.length - 1] = "json";
    assertThat(run(options)).isZero();
    Schemas.assertValid("embedding-report", out());
  }

  @Test
  void evaluate_shippedSets_coverNothingOfThreeWords() {
    assertThat(run("evaluate", "--vectors", vectors, "--format", "json")).isZero();
    Schemas.assertValid("embedding-report", out());
    assertThat(out()).contains("\"spearman\": null");
    assertThat(run("evaluate", "--vectors", vectors, "--top", "0")).isEqualTo(1);
    assertThat(err()).contains("--top must be at least 1");
  }

  @Test
  void plot_actorsOfTwoSides_writesThePageAndSaysHowTheySeparate() throws IOException {
    Random random = new Random(2);
    StringBuilder text = new StringBuilder("13 3\n");
    String words =
        "putin peskov lavrov zakharova medvedev shoigu"
            + " zelensky kuleba podolyak yermak budanov danilov gas";
    for (String word : words.split(" ", -1)) {
      text.append(word);
      for (int i = 0; i < 3; i++) {
        text.append(' ').append(random.nextFloat());
      }
      text.append('\n');
    }
    Files.writeString(vectors, text);
    Path further = Files.writeString(folder.resolve("w.txt"), "Gas\n\nzebra\n");
    Path page = folder.resolve("map.html");
    assertThat(
            run(
                "plot",
                "--vectors",
                vectors,
                "--words",
                further,
                "--neighbours",
                "3",
                "--out",
                page))
        .isZero();
    assertThat(page).content().contains("12 actors").contains(">gas<").contains("zebra");
    assertThat(out()).startsWith("sides: mean silhouette ");
    assertThat(err()).contains("no vector for zebra").contains("13 words drawn in ");
  }

  @Test
  void plot_tooFewActors_isOneLine() {
    Path page = folder.resolve("map.html");
    assertThat(run("plot", "--vectors", vectors, "--out", page)).isEqualTo(1);
    assertThat(err().lines()).singleElement().asString().contains("only 0 words to plot");
    assertThat(page).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"convert", "evaluate", "plot"})
  void help_hasExamples(String command) {
    assertThat(run(command, "--help")).isZero();
    assertThat(out()).contains("Examples:").contains("voci embeddings " + command);
  }
}
