package it.voci.cli;

import it.voci.app.BuildInfo;
import it.voci.input.WebClient;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What is read by the commands that read articles. */
final class InputArguments {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Parameters(
      paramLabel = "INPUT",
      arity = "0..*",
      description =
          "Files (.txt, .md, .html, .pdf, .docx, .csv, .jsonl), folders, addresses of the web"
              + " (https://...), or - for standard input, which is also read when it is not a"
              + " terminal and no INPUT is named.")
  private List<String> inputs = new ArrayList<>();

  @Option(
      names = "--allow-private",
      description =
          "Read web addresses of this machine and its network too, which are refused otherwise.")
  private boolean allowPrivate;

  boolean isEmpty() {
    return inputs.isEmpty();
  }

  /** The inputs named, or standard input. */
  List<String> named(Terminal terminal) {
    if (inputs.isEmpty() && terminal.isInputTerminal()) {
      throw new CommandLine.ParameterException(
          spec.commandLine(),
          "no INPUT; name a file, a folder or an address, or - for standard input");
    }
    return inputs;
  }

  WebClient.Settings web() {
    return WebClient.Settings.of("voci/" + BuildInfo.version(), allowPrivate);
  }
}
