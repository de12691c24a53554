package it.voci.cli;

import it.voci.UserException;
import it.voci.app.ProgressListener;
import it.voci.input.InputArticle;
import it.voci.input.InputReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads what a command's INPUT arguments name; a file that cannot be read stops no other. */
final class InputFiles {
  private final Terminal terminal;
  private final Consumer<String> tell;
  private int files;
  private int paragraphs;
  private int failed;
  private int skipped;

  /**
   * A reader.
   *
   * @param tell told of files that cannot be read
   */
  InputFiles(Terminal terminal, Consumer<String> tell) {
    this.terminal = terminal;
    this.tell = tell;
  }

  /**
   * Hands out the articles of files, folders and standard input, which none stands for.
   *
   * @param progress told the share of the files that was handed out
   */
  void forEach(List<String> inputs, ProgressListener progress, Consumer<InputArticle> reader) {
    List<Optional<Path>> all =
        (inputs.isEmpty() ? List.of(InputReader.STDIN) : inputs)
            .stream().flatMap(input -> files(input).stream()).toList();
    for (int done = 0; done < all.size(); done++) {
      long length = all.get(done).map(InputFiles::length).orElse(Long.MAX_VALUE);
      long read = 0;
      for (InputArticle article : read(all.get(done))) {
        paragraphs += article.article().paragraphs().size();
        read += article.article().paragraphs().stream().mapToLong(p -> p.text().length()).sum();
        reader.accept(article);
        progress.progressed((done + Math.min(1, read / (double) length)) / all.size());
      }
    }
  }

  /** In bytes, at least 1. */
  private static long length(Path file) {
    try {
      return Math.max(1, Files.size(file));
    } catch (IOException e) {
      return Long.MAX_VALUE; // reading it will tell why
    }
  }

  boolean hasFailed() {
    return failed > 0;
  }

  /** What is worth telling once all is read. */
  Optional<String> summary() {
    if (files + failed <= 1 && failed == 0 && skipped == 0) {
      return Optional.empty();
    }
    return Optional.of(
        count(files + failed, "file")
            + ", "
            + count(paragraphs, "paragraph")
            + ", "
            + failed
            + " failed"
            + (skipped == 0 ? "" : ", " + skipped + " of other kinds skipped"));
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  /** The files an argument stands for; an empty one is standard input. */
  private List<Optional<Path>> files(String input) {
    if (input.equals(InputReader.STDIN)) {
      return List.of(Optional.empty());
    }
    Path path = Path.of(input);
    if (!Files.isDirectory(path)) {
      return List.of(Optional.of(path));
    }
    try {
      InputReader.Folder folder = InputReader.list(path);
      skipped += folder.skipped();
      return folder.files().stream().map(Optional::of).toList();
    } catch (UserException e) {
      fail(e);
      return List.of();
    }
  }

  private List<InputArticle> read(Optional<Path> file) {
    try {
      List<InputArticle> articles =
          file.isPresent() ? InputReader.read(file.get()) : InputReader.read(terminal.in());
      files++;
      return articles;
    } catch (UserException e) {
      fail(e);
      return List.of();
    }
  }

  private void fail(UserException e) {
    failed++;
    tell.accept(e.getMessage());
  }
}
