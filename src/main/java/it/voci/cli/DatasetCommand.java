package it.voci.cli;

import it.voci.corpus.DatasetCheck;
import it.voci.corpus.Finding;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code voci dataset}. */
@Command(
    name = "dataset",
    description = "Check and convert labelled articles.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = DatasetCommand.Check.class)
final class DatasetCommand extends CommandGroup {
  DatasetCommand(Terminal terminal) {
    super(terminal);
  }

  /** {@code voci dataset check}. */
  @Command(
      name = "check",
      description =
          "Find what is wrong with a dataset folder; exit code 1 on errors, 0 on warnings.",
      footer = {"", "Example:", "  voci dataset check datasets/voci-it"})
  static final class Check extends TerminalCommand {
    @Parameters(
        paramLabel = "DIR",
        description = "Dataset folder with scheme.yaml and .jsonl files.")
    private Path folder;

    Check(Terminal terminal) {
      super(terminal);
    }

    @Override
    public Integer call() {
      List<Finding> findings = DatasetCheck.run(folder);
      StringBuilder out = new StringBuilder();
      findings.forEach(finding -> out.append(finding).append('\n'));
      print(out.toString());
      long errors =
          findings.stream().filter(finding -> finding.severity() == Finding.Severity.ERROR).count();
      tell(folder + ": " + errors + " errors, " + (findings.size() - errors) + " warnings");
      return errors == 0 ? DONE : FAILED;
    }
  }
}
