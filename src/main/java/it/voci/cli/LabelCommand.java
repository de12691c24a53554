package it.voci.cli;

import it.voci.app.Labelling;
import it.voci.classifier.LabelledArticle;
import it.voci.report.LabelJson;
import it.voci.report.LabelTerminal;
import it.voci.store.ModelDirectory;
import it.voci.store.StoredModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code voci label}. */
@Command(
    name = "label",
    description = "Label every paragraph of articles.",
    footer = {
      "",
      "Examples:",
      "  voci label articolo.txt",
      "  voci label https://www.example.org/articolo.html pagina.html rapporto.pdf",
      "  voci label --format jsonl -o etichette.jsonl articoli/",
      "  pbpaste | voci label -"
    })
final class LabelCommand extends TerminalCommand {
  /** How labels are printed. */
  enum Format {
    TERMINAL,
    JSON,
    JSONL
  }

  @Mixin private InputArguments inputs;

  @Option(
      names = "--model",
      paramLabel = "DIR",
      description = "Model directory; without it the model that ships with voci.")
  private Optional<Path> model;

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
      names = "--min-confidence",
      paramLabel = "P",
      description = "Below this confidence (0 to 1) no label is given (default: ${DEFAULT-VALUE}).")
  private double least = 0;

  @Option(
      names = "--lang",
      paramLabel = "en|it",
      description = "Language of the labels on the terminal (default: ${DEFAULT-VALUE}).")
  private LabelTerminal.Language language = LabelTerminal.Language.EN;

  @Mixin private ActorOptions actors;

  LabelCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() {
    List<String> named = inputs.named(terminal());
    LabelTerminal.Style style =
        new LabelTerminal.Style(
            terminal().width(), terminal().colours() && output.isEmpty(), language, least);
    StoredModel stored =
        ModelDirectory.read(model.orElseGet(TerminalCommand::shippedModel)).plus(actors.read());
    InputFiles files = new InputFiles(terminal(), inputs.web(), this::tell);
    write(output, sink -> label(stored, files, named, style, sink));
    files.summary().ifPresent(this::tell);
    return files.hasFailed() ? FAILED : DONE;
  }

  private void label(
      StoredModel stored,
      InputFiles files,
      List<String> named,
      LabelTerminal.Style style,
      Consumer<String> sink) {
    Labelling labelling = new Labelling(stored.classifier());
    LabelJson json = new LabelJson(stored.scheme(), stored.manifest().id(), least);
    LabelTerminal view = new LabelTerminal(stored.scheme(), style);
    Function<LabelledArticle, String> renderer =
        switch (format) {
          case TERMINAL -> view::render;
          case JSONL -> json::lines;
          case JSON -> json::article;
        };
    LabelJson.Frame frame =
        format == Format.JSON ? json.document() : new LabelJson.Frame("", "", "");
    sink.accept(frame.before());
    String[] between = {""};
    files.forEach(
        named,
        article -> {
          sink.accept(between[0] + renderer.apply(labelling.label(article)));
          between[0] = frame.between();
        });
    sink.accept(frame.after());
  }
}
