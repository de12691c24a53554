package it.voci.cli;

import it.voci.actors.Gazetteer;
import it.voci.report.Language;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What commands have in common that go through articles and print something about each. */
final class ArticleOptions {
  /** How results are printed. */
  enum Format {
    TERMINAL,
    JSON,
    JSONL,
    CSV,
    HTML;

    /** As it is typed. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Parameters(
      paramLabel = "INPUT",
      arity = "0..*",
      description =
          "Files (.txt, .md, .jsonl), folders, or - for standard input, which is also read when it is"
              + " not a terminal and no INPUT is named.")
  private List<String> inputs = new ArrayList<>();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "terminal, json, jsonl, csv or html (default: ${DEFAULT-VALUE}).")
  private Format format = Format.TERMINAL;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write there instead of to standard output.")
  private Optional<Path> output;

  @Option(
      names = "--lang",
      paramLabel = "en|it",
      description = "Language on the terminal and in html (default: ${DEFAULT-VALUE}).")
  private Language language = Language.EN;

  @Mixin private ActorOptions actors;

  List<String> inputs() {
    return inputs;
  }

  Format format() {
    return format;
  }

  Optional<Path> output() {
    return output;
  }

  Language language() {
    return language;
  }

  Gazetteer actors() {
    return actors.read();
  }

  /**
   * Requires something to read.
   *
   * @throws CommandLine.ParameterException where nothing is named and standard input is a terminal
   */
  void requireInput(Terminal terminal) {
    if (inputs.isEmpty() && terminal.isInputTerminal()) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "no INPUT; name a file or a folder, or - for standard input");
    }
  }
}
