package it.voci.cli;

import it.voci.UserException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The {@code voci} command. */
@Command(
    name = "voci",
    mixinStandardHelpOptions = true,
    versionProvider = Versions.class,
    description = {
      "Reads Italian news on the Russia-Ukraine war and says of every paragraph whose voice it"
          + " carries, where it stands towards the Kremlin and what it is about.",
      ""
    },
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      LabelCommand.class,
      QuotesCommand.class,
      LedgerCommand.class,
      TrainCommand.class,
      AblationCommand.class,
      EvaluateCommand.class,
      CompareCommand.class,
      CrossvalCommand.class,
      EmbeddingsCommand.class,
      DatasetCommand.class,
      ModelCommand.class,
      CommandLine.HelpCommand.class
    },
    footer = {
      "",
      "Example:",
      "  voci label articolo.txt",
      "",
      "Exit codes: 0 all done, 1 something failed, 2 wrong usage."
    })
public final class Main implements Runnable {
  private static final int FAILED = 1;
  private static final int USAGE = 2;

  @Spec private CommandSpec spec;

  private Main() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] args) {
    Terminal terminal = Terminal.ofProcess();
    if (ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()) {
      // Java has just said, and cannot be told not to, that it uses an incubating module.
      terminal.eraseErrorLine();
    }
    System.exit(run(args, terminal));
  }

  /**
   * Runs the command.
   *
   * @return the exit code
   */
  static int run(String[] args, Terminal terminal) {
    CommandLine command = new CommandLine(new Main(), new Commands(terminal));
    command.setOut(new PrintWriter(terminal.out(), true));
    command.setErr(new PrintWriter(terminal.err(), true));
    command.setUsageHelpWidth(Math.max(60, Math.min(120, terminal.width())));
    command.setCaseInsensitiveEnumValuesAllowed(true);
    command.setAbbreviatedOptionsAllowed(false);
    command.setParameterExceptionHandler(
        (exception, arguments) -> {
          CommandLine failed = exception.getCommandLine();
          failed.getErr().println("voci: " + oneLine(exception.getMessage()));
          failed.getErr().println("Try '" + failed.getCommandSpec().qualifiedName() + " --help'.");
          return USAGE;
        });
    command.setExecutionExceptionHandler(
        (exception, failed, parsed) -> failure(exception, terminal, failed.getErr(), args));
    return command.execute(args);
  }

  private static int failure(
      Exception exception, Terminal terminal, PrintWriter err, String[] args) {
    if (exception instanceof UncheckedIOException && terminal.outputWasClosed()) {
      return 0; // the reader has seen enough
    }
    if (exception instanceof UserException || exception instanceof UncheckedIOException) {
      err.println("voci: " + oneLine(exception.getMessage()));
    } else {
      err.println(
          "voci: internal error: "
              + oneLine(String.valueOf(exception))
              + " (run with --debug for the details and report them)");
    }
    if (java.util.Arrays.asList(args).contains("--debug")) {
      exception.printStackTrace(err);
    }
    return FAILED;
  }

  static String oneLine(String message) {
    return String.valueOf(message).replaceAll("\\s*\\R\\s*", " ").replaceAll("\\p{Cntrl}", "?");
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "which command?");
  }

  /** Gives commands the terminal they print to. */
  private record Commands(Terminal terminal) implements CommandLine.IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
      if (TerminalCommand.class.isAssignableFrom(type)) {
        return type.getDeclaredConstructor(Terminal.class).newInstance(terminal);
      }
      return CommandLine.defaultFactory().create(type);
    }
  }
}
