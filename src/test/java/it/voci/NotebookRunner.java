package it.voci;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.JShellException;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;

/**
 * Runs the code cells of a notebook in order in a fresh JShell, the engine of every Java kernel,
 * and prints what they print. Lines that begin with {@code %} are the kernel's own and are skipped:
 * the class path is that of this process. Ends with 1 at the first cell that does not compile or
 * throws.
 */
public final class NotebookRunner {
  /** What kernels offer to show something else than text. */
  private static final String DISPLAY =
      "String display(Object shown, String... types) { System.out.println(shown); return \"\"; }";

  private NotebookRunner() {}

  /** Takes the notebook's path. */
  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, UTF_8);
    Optional<String> failure = run(Path.of(args[0]), out);
    failure.ifPresent(out::println);
    System.exit(failure.isPresent() ? 1 : 0);
  }

  static List<JsonObject> cells(Path notebook) throws IOException {
    JsonArray cells =
        JsonParser.parseString(Files.readString(notebook))
            .getAsJsonObject()
            .getAsJsonArray("cells");
    return cells.asList().stream().map(JsonElement::getAsJsonObject).toList();
  }

  static String source(JsonObject cell) {
    return cell.getAsJsonArray("source").asList().stream()
        .map(JsonElement::getAsString)
        .collect(Collectors.joining());
  }

  private static Optional<String> run(Path notebook, PrintStream out) throws IOException {
    try (JShell shell = JShell.builder().executionEngine("local").out(out).err(out).build()) {
      shell.addToClasspath(System.getProperty("java.class.path"));
      evaluate(shell, DISPLAY);
      int number = 0;
      for (JsonObject cell : cells(notebook)) {
        number++;
        if (cell.get("cell_type").getAsString().equals("code")) {
          out.println("--- cell " + number);
          Optional<String> problem = evaluate(shell, withoutMagics(source(cell)));
          if (problem.isPresent()) {
            return Optional.of("cell " + number + " of " + notebook + ": " + problem.get());
          }
        }
      }
      return Optional.empty();
    }
  }

  private static String withoutMagics(String source) {
    return source.lines().filter(line -> !line.startsWith("%")).collect(Collectors.joining("\n"));
  }

  /** What is wrong with the code; empty where nothing is. */
  private static Optional<String> evaluate(JShell shell, String code) {
    String rest = code;
    while (!rest.isBlank()) {
      CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
      if (next.completeness() == SourceCodeAnalysis.Completeness.DEFINITELY_INCOMPLETE
          || next.source() == null) {
        return Optional.of("the code is not complete:\n" + rest);
      }
      for (SnippetEvent event : shell.eval(next.source())) {
        Optional<String> problem = problem(shell, event);
        if (problem.isPresent()) {
          return problem;
        }
      }
      rest = next.remaining();
    }
    return Optional.empty();
  }

  private static Optional<String> problem(JShell shell, SnippetEvent event) {
    if (event.exception() != null) {
      return Optional.of(event.snippet().source() + "\nthrew " + text(event.exception()));
    }
    if (event.causeSnippet() == null && event.status() != Snippet.Status.VALID) {
      return Optional.of(
          event.snippet().source()
              + "\nis "
              + event.status().name().toLowerCase(Locale.ROOT)
              + ": "
              + shell
                  .diagnostics(event.snippet())
                  .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
                  .collect(Collectors.joining("; ")));
    }
    return Optional.empty();
  }

  private static String text(JShellException exception) {
    String name =
        exception instanceof EvalException evaluation
            ? evaluation.getExceptionClassName() + ": "
            : "";
    return name + exception.getMessage();
  }
}
