package it.voci.cli;

import it.voci.app.AnnotatorAgreement;
import it.voci.corpus.LabelScheme;
import it.voci.corpus.SchemeFile;
import it.voci.report.AgreementJson;
import it.voci.report.AgreementText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code voci dataset agreement}. */
@Command(
    name = "agreement",
    description = "Measure how far annotators agree who labelled the same articles.",
    footer = {
      "",
      "Paragraphs are matched by article id and index. Of more than two annotators every pair is"
          + " compared; kappas are means over the pairs, alpha is over all at once (with the MASI"
          + " distance where a paragraph may have several labels).",
      "",
      "Example:",
      "  voci dataset agreement anna.jsonl bruno.jsonl --scheme datasets/voci-it/scheme.yaml",
      "  voci dataset agreement datasets/voci-it/test.jsonl --passes first,second"
    })
final class DatasetAgreementCommand extends TerminalCommand {
  /** How agreement is printed. */
  enum Format {
    TERMINAL,
    JSON
  }

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Dataset files (.jsonl), one per annotator; with --passes any number.")
  private List<Path> files;

  @Option(
      names = "--scheme",
      paramLabel = "FILE",
      description = "Label scheme (default: scheme.yaml beside the first file).")
  private Optional<Path> scheme;

  @Option(
      names = "--passes",
      paramLabel = "FIELD",
      split = ",",
      description = "Compare the labellings that stand in these fields of each paragraph instead.")
  private List<String> passes = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "terminal (Markdown tables) or json (default: ${DEFAULT-VALUE}).")
  private Format format = Format.TERMINAL;

  DatasetAgreementCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() {
    Path schemeFile = DatasetCommand.schemeFor(scheme, files.get(0));
    if ((passes.isEmpty() ? files.size() : passes.size()) < 2) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "name at least two files, or two fields with --passes");
    }
    LabelScheme labels = SchemeFile.read(schemeFile);
    AnnotatorAgreement.Result result =
        passes.isEmpty()
            ? AnnotatorAgreement.run(files, labels)
            : AnnotatorAgreement.run(files, passes, labels);
    print(
        format == Format.JSON
            ? AgreementJson.render(result.files(), result.tasks())
            : AgreementText.render(result.tasks()));
    if (result.alone() > 0) {
      tell(result.alone() + " paragraphs were labelled by one only and not compared");
    }
    return DONE;
  }
}
