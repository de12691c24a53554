package it.voci.cli;

import it.voci.UserException;
import it.voci.app.Labelling;
import it.voci.classifier.LabelledArticle;
import it.voci.input.InputArticle;
import it.voci.input.InputReader;
import it.voci.report.LabelJson;
import it.voci.report.LabelTerminal;
import it.voci.store.AtomicWrite;
import it.voci.store.ModelDirectory;
import it.voci.store.StoredModel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code voci label}. */
@Command(
    name = "label",
    description = "Label every paragraph of articles.",
    footer = {
      "",
      "Examples:",
      "  voci label articolo.txt",
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

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "INPUT",
      arity = "0..*",
      description =
          "Files (.txt, .md, .jsonl), folders, or - for standard input, which is also read when it is"
              + " not a terminal and no INPUT is named.")
  private List<String> inputs = new ArrayList<>();

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

  private int files;
  private int paragraphs;
  private int failed;
  private int skipped;

  LabelCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() {
    if (inputs.isEmpty() && terminal().isInputTerminal()) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "no INPUT; name a file or a folder, or - for standard input");
    }
    LabelTerminal.Style style =
        new LabelTerminal.Style(
            terminal().width(), terminal().colours() && output.isEmpty(), language, least);
    StoredModel stored =
        ModelDirectory.read(model.orElseGet(TerminalCommand::shippedModel)).plus(actors.read());
    if (output.isEmpty()) {
      label(stored, style, this::print);
    } else {
      AtomicWrite.file(
          output.get(),
          out ->
              label(
                  stored,
                  style,
                  text -> {
                    try {
                      out.write(text.getBytes(StandardCharsets.UTF_8));
                    } catch (java.io.IOException e) {
                      throw new java.io.UncheckedIOException(e);
                    }
                  }));
    }
    if (files + failed > 1 || failed > 0 || skipped > 0) {
      tell(summary());
    }
    return failed == 0 ? DONE : FAILED;
  }

  private String summary() {
    return count(files + failed, "file")
        + ", "
        + count(paragraphs, "paragraph")
        + ", "
        + failed
        + " failed"
        + (skipped == 0 ? "" : ", " + skipped + " of other kinds skipped");
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private void label(StoredModel stored, LabelTerminal.Style style, Consumer<String> sink) {
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
    for (String input : inputs.isEmpty() ? List.of(InputReader.STDIN) : inputs) {
      for (Optional<Path> file : files(input)) {
        for (InputArticle article : read(file)) {
          paragraphs += article.article().paragraphs().size();
          sink.accept(between[0] + renderer.apply(labelling.label(article)));
          between[0] = frame.between();
        }
      }
    }
    sink.accept(frame.after());
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
          file.isPresent() ? InputReader.read(file.get()) : InputReader.read(terminal().in());
      files++;
      return articles;
    } catch (UserException e) {
      fail(e);
      return List.of();
    }
  }

  private void fail(UserException e) {
    failed++;
    tell(e.getMessage());
  }
}
