package it.voci.cli;

import it.voci.app.ProgressListener;
import it.voci.store.AtomicWrite;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What all commands share. */
@Command(mixinStandardHelpOptions = true, versionProvider = Versions.class)
abstract class TerminalCommand implements Callable<Integer> {
  static final int DONE = 0;
  static final int FAILED = 1;

  private final Terminal terminal;
  private final PrintWriter err;

  @Option(names = "--debug", description = "Show stack traces of failures.")
  @SuppressWarnings("UnusedVariable") // Main looks for it on the command line itself
  private boolean debug;

  TerminalCommand(Terminal terminal) {
    this.terminal = terminal;
    this.err = new PrintWriter(terminal.err(), true);
  }

  final Terminal terminal() {
    return terminal;
  }

  /** Prints to standard output; a failure is thrown. */
  final void print(String text) {
    try {
      terminal.out().write(text);
      terminal.out().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes to a file, whole or not at all, or to standard output. */
  final void write(Optional<Path> output, Consumer<Consumer<String>> writer) {
    if (output.isEmpty()) {
      writer.accept(this::print);
      return;
    }
    AtomicWrite.file(
        output.get(),
        out ->
            writer.accept(
                text -> {
                  try {
                    out.write(text.getBytes(StandardCharsets.UTF_8));
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                }));
  }

  /** Prints a line to standard error. */
  final void tell(String line) {
    err.println("voci: " + Main.oneLine(line));
  }

  final ProgressListener progress() {
    return new ProgressBars(err, terminal.isErrorTerminal());
  }

  /** The model that ships with voci, beside the launcher. */
  static Path shippedModel() {
    return Path.of(System.getProperty("voci.home", "."), "models", "voci-it");
  }
}
