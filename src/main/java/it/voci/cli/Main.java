package it.voci.cli;

import it.voci.UserException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.AutoComplete;
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
    footer = {
      "",
      "Examples:",
      "  voci label articolo.txt",
      "  voci help label",
      "",
      "Exit codes: 0 all done, 1 something failed, 2 wrong usage."
    })
public final class Main implements Runnable {
  private static final int FAILED = 1;
  private static final int USAGE = 2;

  /** In the order of the help. */
  private static final List<Class<?>> COMMANDS =
      List.of(
          LabelCommand.class,
          QuotesCommand.class,
          TrainCommand.class,
          AblationCommand.class,
          EvaluateCommand.class,
          CompareCommand.class,
          CrossvalCommand.class,
          EmbeddingsCommand.class,
          DatasetCommand.class,
          ModelCommand.class,
          AutoComplete.GenerateCompletion.class,
          CommandLine.HelpCommand.class);

  /** Commands that speak of the others. */
  private static final Set<Class<?>> ABOUT_ALL =
      Set.of(AutoComplete.GenerateCompletion.class, CommandLine.HelpCommand.class);

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
    CommandLine command = commandLine(terminal, Arrays.stream(args).findFirst());
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

  /**
   * The command and its commands. Where the first argument names one of them, only that one: to set
   * up all of them takes longer than to label an article.
   */
  static CommandLine commandLine(Terminal terminal, Optional<String> first) {
    Commands factory = new Commands(terminal);
    CommandLine command = new CommandLine(new Main(), factory);
    List<Class<?>> named =
        COMMANDS.stream().filter(type -> first.equals(Optional.of(name(type)))).toList();
    boolean one = named.size() == 1 && !ABOUT_ALL.contains(named.get(0));
    for (Class<?> type : one ? named : COMMANDS) {
      command.addSubcommand(new CommandLine(type, factory));
    }
    return command;
  }

  private static String name(Class<?> command) {
    return command.getAnnotation(Command.class).name();
  }

  private static int failure(
      Exception exception, Terminal terminal, PrintWriter err, String[] args) {
    if (exception instanceof UncheckedIOException && terminal.outputWasClosed()) {
      return 0; // the reader has seen enough
    }
    if (exception instanceof UserException) {
      err.println("voci: " + oneLine(exception.getMessage()));
    } else if (exception instanceof UncheckedIOException failed) {
      err.println("voci: " + oneLine(failed.getCause().getMessage()));
    } else {
      err.println(
          "voci: internal error: "
              + oneLine(String.valueOf(exception))
              + " (run with --debug for the details and report them)");
    }
    if (Arrays.asList(args).contains("--debug")) {
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
