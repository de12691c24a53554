package it.voci.cli;

import it.voci.UserException;
import it.voci.app.ProgressListener;
import it.voci.corpus.Paragraph;
import it.voci.input.InputArticle;
import it.voci.input.InputReader;
import it.voci.input.WebClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
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
   * What articles are read from.
   *
   * @param length in bytes, about, where it is known
   */
  private record Source(
      String name, Supplier<Stream<InputArticle>> articles, OptionalLong length) {}

  /**
   * Hands out the articles of files, folders, addresses and standard input, which none stands for.
   *
   * @param progress told the share of the sources that was handed out
   */
  void forEach(List<String> inputs, ProgressListener progress, Consumer<InputArticle> reader) {
    List<Source> sources = new ArrayList<>();
    for (String input : inputs.isEmpty() ? List.of(InputReader.STDIN) : inputs) {
      if (input.equals(InputReader.STDIN)) {
        sources.add(
            new Source(
                "standard input", () -> InputReader.stream(terminal.in()), OptionalLong.empty()));
      } else if (InputReader.isAddress(input)) {
        sources.add(
            new Source(input, () -> InputReader.stream(input, web()), OptionalLong.empty()));
      } else {
        for (Path file : files(input)) {
          sources.add(new Source(file.toString(), () -> InputReader.stream(file), length(file)));
        }
      }
    }
    for (int i = 0; i < sources.size(); i++) {
      int done = i;
      read(sources.get(i), reader, share -> progress.progressed((done + share) / sources.size()));
    }
    web.ifPresent(InputFiles::close);
  }

  private static OptionalLong length(Path file) {
    try {
      return OptionalLong.of(Math.max(1, Files.size(file)));
    } catch (IOException e) {
      return OptionalLong.empty(); // reading it will tell why
    }
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

  private void read(Source source, Consumer<InputArticle> reader, DoubleConsumer share) {
    Stream<InputArticle> articles;
    try {
      articles = source.articles().get();
    } catch (UserException e) {
      fail(e.getMessage());
      return;
    }
    files++;
    long[] chars = {0};
    try {
      articles.forEachOrdered(
          article -> {
            List<Paragraph> inArticle = article.article().paragraphs();
            paragraphs += inArticle.size();
            reader.accept(article);
            chars[0] += inArticle.stream().mapToLong(p -> p.text().length()).sum();
            source
                .length()
                .ifPresent(length -> share.accept(Math.min(1, chars[0] / (double) length)));
          });
      share.accept(1);
    } catch (OutOfMemoryError e) {
      files--;
      fail(source.name() + ": too large for the memory that Java has; split it");
    }
  }

  private void fail(String message) {
    failed++;
    tell.accept(message);
  }
}
