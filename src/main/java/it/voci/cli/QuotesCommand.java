package it.voci.cli;

import it.voci.app.AttributionEvaluation;
import it.voci.app.QuoteListing;
import it.voci.input.InputArticle;
import it.voci.quotes.Utterance;
import it.voci.report.AttributionText;
import it.voci.report.LabelJson;
import it.voci.report.QuotesJson;
import it.voci.report.QuotesTerminal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code voci quotes}. */
@Command(
    name = "quotes",
    description = "List who says what in articles: quotations and reported speech.",
    footer = {
      "",
      "Examples:",
      "  voci quotes articolo.txt",
      "  voci quotes https://www.example.org/articolo.html",
      "  voci quotes --format jsonl -o citazioni.jsonl articoli/",
      "  voci quotes --check datasets/voci-it/attributions.jsonl"
    })
final class QuotesCommand extends TerminalCommand {
  /** How quotations are printed. */
  enum Format {
    TERMINAL,
    JSON,
    JSONL
  }

  @Spec private CommandSpec spec;

  @Mixin private InputArguments inputs;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "terminal, json or jsonl (default: ${DEFAULT-VALUE}).")
  private Format format = Format.TERMINAL;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write there instead of to standard output.")
  private Optional<Path> output;

  @Option(
      names = "--check",
      paramLabel = "FILE",
      description =
          "Instead of listing, score the program on annotated speech (JSONL) whose articles are in"
              + " the dataset folder that holds the file.")
  private Optional<Path> check;

  @Mixin private ActorOptions actors;

  QuotesCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() {
    if (check.isPresent()) {
      if (!inputs.isEmpty()) {
        throw new CommandLine.ParameterException(
            spec.commandLine(), "--check reads its articles from the dataset; leave out INPUT");
      }
      write(
          output,
          sink ->
              sink.accept(
                  AttributionText.render(
                      "attributions of " + check.get(),
                      AttributionEvaluation.run(check.get(), actors.read()))));
      return DONE;
    }
    List<String> named = inputs.named(terminal());
    InputFiles files = new InputFiles(terminal(), inputs.web(), this::tell);
    QuoteListing listing = new QuoteListing(actors.read());
    write(output, sink -> list(listing, files, named, sink));
    files.summary().ifPresent(this::tell);
    return files.hasFailed() ? FAILED : DONE;
  }

  private void list(
      QuoteListing listing, InputFiles files, List<String> named, Consumer<String> sink) {
    QuotesTerminal view = new QuotesTerminal(terminal().width());
    BiFunction<InputArticle, List<List<Utterance>>, String> renderer =
        switch (format) {
          case TERMINAL -> view::render;
          case JSONL -> QuotesJson::lines;
          case JSON -> QuotesJson::article;
        };
    LabelJson.Frame frame =
        format == Format.JSON ? QuotesJson.document() : new LabelJson.Frame("", "", "");
    sink.accept(frame.before());
    String[] between = {""};
    files.forEach(
        named,
        article -> {
          sink.accept(between[0] + renderer.apply(article, listing.list(article.article())));
          between[0] = frame.between();
        });
    sink.accept(frame.after());
  }
}
