package it.voci.cli;

import it.voci.report.ModelInfo;
import it.voci.store.ModelDirectory;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code voci model}. */
@Command(
    name = "model",
    description = "Look into a model directory.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = ModelCommand.Info.class)
final class ModelCommand extends CommandGroup {
  ModelCommand(Terminal terminal) {
    super(terminal);
  }

  /** {@code voci model info}. */
  @Command(
      name = "info",
      description = "What a model is: its scheme, data, settings and dev scores.",
      footer = {"", "Example:", "  voci model info --model models/voci-it"})
  static final class Info extends TerminalCommand {
    @Option(
        names = "--model",
        paramLabel = "DIR",
        description = "Model directory; without it the model that ships with voci.")
    private Path model = shippedModel();

    Info(Terminal terminal) {
      super(terminal);
    }

    @Override
    public Integer call() {
      // Reads all of it, so that a damaged model is not described as if it were sound.
      print(ModelInfo.render(ModelDirectory.read(model)));
      return DONE;
    }
  }
}
