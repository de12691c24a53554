package it.voci.cli;

import it.voci.actors.Gazetteer;
import it.voci.report.Language;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

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

  /** Those that tables are read with. */
  private static final class SeparatorConverter implements ITypeConverter<Character> {
    @Override
    public Character convert(String value) {
      return switch (value) {
        case ",", ";", "|" -> value.charAt(0);
        case "tab", "\t", "\\t" -> '\t';
        default ->
            throw new TypeConversionException(
                "expected one of , ; | or tab but was '" + value + "'");
      };
    }
  }

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

  @Option(
      names = "--separator",
      paramLabel = "C",
      converter = SeparatorConverter.class,
      description =
          "Between the columns of csv: one of , ; | or tab (default: ${DEFAULT-VALUE}). Spreadsheets"
              + " set to Italian expect ;")
  private char separator = ',';

  @Mixin private ActorOptions actors;

  Format format() {
    return format;
  }

  char separator() {
    return separator;
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
}
