package it.voci;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The notebooks run from top to bottom, and are committed without what they print. */
class NotebooksTest {
  private static final Path FOLDER = Path.of("notebooks");
  private static final long MINUTES = 5;

  @TempDir private Path scratch;

  static List<Path> notebooks() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".ipynb")).sorted().toList();
    }
  }

  @Test
  void notebooks_areTheFour() throws IOException {
    assertThat(notebooks())
        .extracting(file -> file.getFileName().toString())
        .containsExactly(
            "first-labels.ipynb",
            "how-good-is-it.ipynb",
            "train-your-own.ipynb",
            "who-gets-to-speak.ipynb");
  }

  @ParameterizedTest
  @MethodSource("notebooks")
  void notebook_asCommitted_holdsNoOutput(Path notebook) throws IOException {
    assertThat(NotebookRunner.cells(notebook)).hasSizeGreaterThan(5);
    for (JsonObject cell : NotebookRunner.cells(notebook)) {
      assertThat(NotebookRunner.source(cell)).isNotBlank();
      if (cell.get("cell_type").getAsString().equals("code")) {
        assertThat(cell.getAsJsonArray("outputs")).isEmpty();
        assertThat(cell.get("execution_count").isJsonNull()).isTrue();
      }
    }
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("notebooks")
  void notebook_inAFreshJShell_runsFromTopToBottom(Path notebook)
      throws IOException, InterruptedException {
    Run run = run(notebook.getFileName());
    assertThat(run.code()).as(run.output()).isZero();
    assertThat(run.output()).doesNotContain("Exception");
  }

  @Tag("slow")
  @Test
  void notebook_withABrokenCell_fails() throws IOException, InterruptedException {
    for (String code :
        List.of("int x = \\\"a\\\";", "missing();", "int y = 1 / 0;", "if (true) {")) {
      Path broken =
          Files.writeString(
              scratch.resolve("broken.ipynb"),
              "{\"cells\":[{\"cell_type\":\"code\",\"source\":[\"" + code + "\"]}]}");
      Run run = run(broken.toAbsolutePath());
      assertThat(run.code()).as(code).isEqualTo(1);
      assertThat(run.output()).contains("cell 1 of ");
    }
  }

  private record Run(int code, String output) {}

  /** In a process of its own, whose working directory is the notebooks', as in Jupyter. */
  private Run run(Path notebook) throws IOException, InterruptedException {
    Path output = scratch.resolve("output.txt");
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                NotebookRunner.class.getName(),
                notebook.toString())
            .directory(FOLDER.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    Process process = builder.start();
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError(notebook + " did not end:\n" + Files.readString(output));
    }
    return new Run(process.exitValue(), Files.readString(output));
  }
}
