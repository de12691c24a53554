package it.voci.cli;

import it.voci.UserException;
import it.voci.input.InputArticle;
import it.voci.input.InputReader;
import it.voci.input.WebClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Reads what a command's INPUT arguments name; a file that cannot be read stops no other. */
final class InputFiles {
  private final Terminal terminal;
  private final WebClient.Settings settings;
  private final Consumer<String> tell;
  private Optional<WebClient> web = Optional.empty();
  private int files;
  private int paragraphs;
  private int failed;
  private int skipped;

  /**
   * A reader.
   *
   * @param settings for addresses of the web; nothing is connected to where none is named
   * @param tell told of files that cannot be read
   */
  InputFiles(Terminal terminal, WebClient.Settings settings, Consumer<String> tell) {
    this.terminal = terminal;
    this.settings = settings;
    this.tell = tell;
  }

  /**
   * Hands out the articles of files, folders, addresses and standard input, which none stands for.
   */
  void forEach(List<String> inputs, Consumer<InputArticle> reader) {
    for (String input : inputs.isEmpty() ? List.of(InputReader.STDIN) : inputs) {
      if (input.equals(InputReader.STDIN)) {
        read("standard input", () -> InputReader.stream(terminal.in()), reader);
      } else if (InputReader.isAddress(input)) {
        read(input, () -> InputReader.stream(input, web()), reader);
      } else {
        for (Path file : files(input)) {
          read(file.toString(), () -> InputReader.stream(file), reader);
        }
      }
    }
    web.ifPresent(InputFiles::close);
  }

  private WebClient web() {
    if (web.isEmpty()) {
      web = Optional.of(new WebClient(settings));
    }
    return web.get();
  }

  private static void close(WebClient web) {
    try {
      web.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean hasFailed() {
    return failed > 0;
  }

  /** What became of all inputs, where there were several. */
  Optional<String> summary() {
    if (files + failed <= 1 && skipped == 0) {
      return Optional.empty();
    }
    return Optional.of(
        count(files + failed, "file")
            + ", "
            + count(paragraphs, "paragraph")
            + (failed == 0 ? "" : ", " + count(failed, "file") + " failed")
            + (skipped == 0 ? "" : ", " + skipped + " of other kinds skipped"));
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** The files that a path stands for. */
  private List<Path> files(String input) {
    try {
      Path path = Path.of(input);
      if (!Files.isDirectory(path)) {
        return List.of(path);
      }
      InputReader.Folder folder = InputReader.list(path);
      skipped += folder.skipped();
      folder.closed().forEach(closed -> fail(closed + ": may not be read; check its permissions"));
      return folder.files();
    } catch (UserException e) {
      fail(e.getMessage());
    } catch (InvalidPathException e) {
      fail(input + ": no such file or folder");
    }
    return List.of();
  }

  private void read(
      String name, Supplier<Stream<InputArticle>> input, Consumer<InputArticle> reader) {
    Stream<InputArticle> articles;
    try {
      articles = input.get();
    } catch (UserException e) {
      fail(e.getMessage());
      return;
    }
    files++;
    try {
      articles.forEachOrdered(
          article -> {
            paragraphs += article.article().paragraphs().size();
            reader.accept(article);
          });
    } catch (OutOfMemoryError e) {
      files--;
      fail(name + ": too large for the memory that Java has; split it");
    }
  }

  private void fail(String message) {
    failed++;
    tell.accept(message);
  }
}
