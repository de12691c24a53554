package it.voci.cli;

import it.voci.corpus.DatasetFolder;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;

/** {@code voci dataset}. */
@Command(
    name = "dataset",
    description = "Check, count, split, compare and convert labelled articles.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      DatasetCheckCommand.class,
      DatasetStatsCommand.class,
      DatasetSplitCommand.class,
      DatasetAgreementCommand.class,
      DatasetConvertCommand.class
    })
final class DatasetCommand extends CommandGroup {
  DatasetCommand(Terminal terminal) {
    super(terminal);
  }

  /** The scheme that was named, or the one beside a dataset file. */
  static Path schemeFor(Optional<Path> named, Path file) {
    return named.orElseGet(() -> file.resolveSibling(DatasetFolder.SCHEME));
  }
}
