package it.voci.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that only has commands. */
abstract class CommandGroup extends TerminalCommand {
  @Spec private CommandSpec spec;

  CommandGroup(Terminal terminal) {
    super(terminal);
  }

  @Override
  public final Integer call() {
    throw new CommandLine.ParameterException(
        spec.commandLine(), "which command? " + String.join(", ", spec.subcommands().keySet()));
  }
}
