package it.voci.cli;

import it.voci.corpus.DatasetFile;
import it.voci.corpus.DatasetFolder;
import it.voci.corpus.DatasetStatistics;
import it.voci.corpus.LabelScheme;
import it.voci.corpus.SchemeFile;
import it.voci.report.StatisticsJson;
import it.voci.report.StatisticsText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code voci dataset stats}. */
@Command(
    name = "stats",
    description = "Count articles, paragraphs, words and labels, file by file.",
    footer = {
      "",
      "Examples:",
      "  voci dataset stats datasets/voci-it",
      "  voci dataset stats --format json mine/train.jsonl others/train.jsonl"
    })
final class DatasetStatsCommand extends TerminalCommand {
  /** How figures are printed. */
  enum Format {
    TERMINAL,
    JSON
  }

  @Parameters(
      paramLabel = "DIR|FILE",
      arity = "1..*",
      description = "Dataset folders, or dataset files (.jsonl).")
  private List<Path> paths;

  @Option(
      names = "--scheme",
      paramLabel = "FILE",
      description = "Label scheme of all files (default: scheme.yaml beside the first).")
  private Optional<Path> scheme;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "terminal or json (default: ${DEFAULT-VALUE}).")
  private Format format = Format.TERMINAL;

  DatasetStatsCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() {
    List<Path> files = new ArrayList<>();
    for (Path path : paths) {
      files.addAll(Files.isDirectory(path) ? DatasetFolder.files(path) : List.of(path));
    }
    LabelScheme labels = SchemeFile.read(DatasetCommand.schemeFor(scheme, files.get(0)));
    List<DatasetStatistics> statistics =
        files.stream()
            .map(file -> DatasetStatistics.of(file, DatasetFile.read(file, labels), labels))
            .toList();
    print(
        format == Format.JSON
            ? StatisticsJson.render(statistics)
            : StatisticsText.render(statistics));
    return DONE;
  }
}
