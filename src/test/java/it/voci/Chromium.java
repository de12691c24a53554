package it.voci;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A browser without a window, where this machine has one; tests that need it are skipped elsewhere.
 */
public final class Chromium {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final long SECONDS = 120;
  private static final Pattern SCRIPT = Pattern.compile("(?s)<script\\b.*?</script>");

  /**
   * What became of a page.
   *
   * @param dom the document once its scripts have run, without them
   * @param console what it wrote to the console, a line each, errors and blocked requests included
   */
  public record Visit(String dom, List<String> console) {}

  private Chromium() {}

  /**
   * Opens a file.
   *
   * @param scratch an empty folder for the browser's own files
   * @param options more of the command line, such as {@code --window-size=390,800}
   */
  public static Visit open(Path page, Path scratch, String... options)
      throws IOException, InterruptedException {
    Optional<Path> browser =
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(browser.isPresent(), "no Chromium on the path");
    Path dom = scratch.resolve("dom.html");
    Path log = scratch.resolve("log.txt");
    List<String> command = new ArrayList<>();
    command.add(browser.get().toString());
    command.addAll(
        List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--user-data-dir=" + scratch.resolve("profile"),
            "--enable-logging=stderr",
            "--virtual-time-budget=5000",
            "--dump-dom"));
    command.addAll(List.of(options));
    command.add(page.toUri().toString());
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(dom.toFile())
            .redirectError(log.toFile())
            .start();
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("the browser did not end:\n" + Files.readString(log, UTF_8));
    }
    return new Visit(
        SCRIPT.matcher(Files.readString(dom, UTF_8)).replaceAll(""),
        Files.readString(log, UTF_8).lines().filter(line -> line.contains("CONSOLE")).toList());
  }
}
