package it.voci.cli;

import it.voci.app.OrderedWork;
import it.voci.app.ProgressListener;
import it.voci.input.InputArticle;
import it.voci.report.Rendering;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import picocli.CommandLine.Mixin;

/** A command that goes through articles and prints something about each. */
abstract class ArticleCommand<T> extends TerminalCommand {
  /** Chars of the articles that are in work at a time; a label record has about ten times that. */
  private static final long MOST_IN_WORK = 2_000_000;

  @Mixin private InputArguments inputs;

  @Mixin private ArticleOptions options;

  ArticleCommand(Terminal terminal) {
    super(terminal);
  }

  final ArticleOptions options() {
    return options;
  }

  final boolean hasInputs() {
    return !inputs.isEmpty();
  }

  /** The inputs named; none for standard input, which must then be no terminal. */
  final List<String> namedInputs() {
    return inputs.named(terminal());
  }

  /**
   * Goes through all articles; returns the exit code.
   *
   * @param what names the work beside its progress
   */
  final int run(
      String what, List<String> named, Function<InputArticle, T> work, Rendering<T> rendering) {
    InputFiles files = new InputFiles(terminal(), inputs.web(), this::tell);
    // Results that run over the terminal are progress enough.
    boolean shown = terminal().isOutputTerminal() && options.output().isEmpty();
    ProgressListener progress = shown ? ProgressListener.SILENT : progress();
    progress.started(what);
    try {
      write(options.output(), sink -> run(files, named, work, rendering, progress, sink));
    } finally {
      progress.finished();
    }
    files.summary().ifPresent(this::tell);
    return files.hasFailed() ? FAILED : DONE;
  }

  private void run(
      InputFiles files,
      List<String> named,
      Function<InputArticle, T> work,
      Rendering<T> rendering,
      ProgressListener progress,
      Consumer<String> sink) {
    sink.accept(rendering.before());
    String[] between = {""};
    try (OrderedWork<InputArticle, String> ordered =
        new OrderedWork<>(
            Runtime.getRuntime().availableProcessors(),
            work.andThen(rendering.result()),
            ArticleCommand::length,
            MOST_IN_WORK,
            text -> {
              sink.accept(between[0] + text);
              between[0] = rendering.between();
            })) {
      files.forEach(named, progress, ordered::add);
      ordered.finish();
    }
    sink.accept(rendering.after());
  }

  private static long length(InputArticle input) {
    return input.article().paragraphs().stream().mapToLong(p -> p.text().length()).sum();
  }
}
