package it.voci.cli;

import it.voci.app.LabelErrorSearch;
import it.voci.corpus.DatasetCheck;
import it.voci.corpus.DatasetFolder;
import it.voci.corpus.Finding;
import it.voci.report.FindingText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code voci dataset check}. */
@Command(
    name = "check",
    description = "Find what is wrong with a dataset folder; exit code 1 on errors, 0 on warnings.",
    footer = {
      "",
      "Errors: lines that cannot be read, labels outside the scheme, broken rules, ids in two"
          + " splits, empty texts, wrong dates, and texts that splits share: equal or nearly equal"
          + " paragraphs, runs of 8 or more words other than names and titles.",
      "Warnings: the same within a split, paragraphs without labels, unusual lengths, rare labels,"
          + " sentence openings and phrases that many articles repeat, words tied to one label.",
      "",
      "Examples:",
      "  voci dataset check datasets/voci-it",
      "  voci dataset check --label-errors --format json datasets/mine > findings.jsonl",
      "  voci crossval --data datasets/mine --predictions folds.jsonl",
      "  voci dataset check --predictions folds.jsonl datasets/mine"
    })
final class DatasetCheckCommand extends TerminalCommand {
  /** How findings are printed. */
  enum Format {
    TERMINAL,
    JSON
  }

  private static final long SEED = 42;

  @Parameters(paramLabel = "DIR", description = "Dataset folder with scheme.yaml and .jsonl files.")
  private Path folder;

  @Option(
      names = "--label-errors",
      description =
          "Also look for labels that are probably wrong, by cross-validated confidence; takes"
              + " longer.")
  private boolean labelErrors;

  @Option(
      names = "--predictions",
      paramLabel = "FILE",
      description =
          "Look for label errors by these predictions out of fold, which voci crossval"
              + " --predictions writes, instead of training a classifier.")
  private Optional<Path> predictions;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "terminal, or json: an object a line (default: ${DEFAULT-VALUE}).")
  private Format format = Format.TERMINAL;

  DatasetCheckCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() {
    DatasetFolder dataset = DatasetFolder.read(folder);
    List<Finding> findings = new ArrayList<>(DatasetCheck.run(dataset));
    if (predictions.isPresent()) {
      findings.addAll(LabelErrorSearch.run(dataset, predictions.get()));
    } else if (labelErrors) {
      findings.addAll(LabelErrorSearch.run(dataset, SEED, progress()));
    }
    print(format == Format.JSON ? FindingText.jsonLines(findings) : FindingText.lines(findings));
    long errors = findings.stream().filter(Finding::isError).count();
    tell(folder + ": " + errors + " errors, " + (findings.size() - errors) + " warnings");
    return errors == 0 ? DONE : FAILED;
  }
}
