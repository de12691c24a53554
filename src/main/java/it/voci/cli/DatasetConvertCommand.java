package it.voci.cli;

import it.voci.app.DatasetConversion;
import it.voci.corpus.DatasetFormat;
import it.voci.corpus.SchemeFile;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code voci dataset convert}. */
@Command(
    name = "convert",
    description = "Convert labelled articles to and from tables and annotation tools.",
    footer = {
      "",
      "Formats:",
      "  jsonl         our own dataset files; the only one that keeps all other fields (hard too)",
      "  csv, tsv      columns article, index, title, outlet, date, register, text and one per task;"
          + " only text is required",
      "  label-studio  JSON tasks; the labelling configuration needs, for every task,",
      "                <Choices name=\"TASK\" toName=\"text\">, and a choice - for none of them",
      "  doccano       JSONL with labels TASK:LABEL",
      "  prodigy       JSONL for the choice interface with options TASK:LABEL",
      "  labels        what voci label --format jsonl prints, to be reviewed; only read",
      "",
      "Several labels are joined by | in tables; a lone - stands for none of them, nothing for not"
          + " labelled. Cells that begin with = + - @ are written after an apostrophe, which reading"
          + " takes away again. Paragraphs are put back together by article and index.",
      "",
      "Examples:",
      "  voci dataset convert datasets/mine/train.jsonl train.csv",
      "  voci dataset convert reviewed.json train.jsonl --scheme datasets/voci-it/scheme.yaml",
      "  voci dataset convert etichette.jsonl review.jsonl --from labels --to doccano --scheme"
          + " datasets/voci-it/scheme.yaml"
    })
final class DatasetConvertCommand extends TerminalCommand {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "IN", description = "File to read.")
  private Path in;

  @Parameters(paramLabel = "OUT", description = "File to write; one that is there is replaced.")
  private Path out;

  @Option(
      names = "--from",
      paramLabel = "FORMAT",
      description = "Format of IN (default: as its name and first line tell).")
  private Optional<DatasetFormat> from;

  @Option(
      names = "--to",
      paramLabel = "FORMAT",
      description = "Format of OUT (default: as its name tells; .jsonl is our own).")
  private Optional<DatasetFormat> to;

  @Option(
      names = "--scheme",
      paramLabel = "FILE",
      description = "Label scheme (default: scheme.yaml beside IN).")
  private Optional<Path> scheme;

  DatasetConvertCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() {
    DatasetFormat source =
        from.or(() -> DatasetFormat.ofInput(in)).orElseThrow(() -> untold(in, "--from"));
    DatasetFormat target =
        to.or(() -> DatasetFormat.ofOutput(out, source)).orElseThrow(() -> untold(out, "--to"));
    DatasetConversion.Result result =
        DatasetConversion.run(
            in, source, out, target, SchemeFile.read(DatasetCommand.schemeFor(scheme, in)));
    tell(
        String.format(
            Locale.ROOT,
            "%s: %d articles, %d paragraphs; labelled: %s",
            out,
            result.articles(),
            result.paragraphs(),
            result.labelled().entrySet().stream()
                .map(task -> task.getKey() + " " + task.getValue())
                .collect(Collectors.joining(", "))));
    if (result.inconsistent() > 0) {
      tell(
          result.inconsistent()
              + " paragraphs break a rule of the scheme and need review before training");
    }
    return DONE;
  }

  private CommandLine.ParameterException untold(Path file, String option) {
    return new CommandLine.ParameterException(
        spec.commandLine(),
        file + ": cannot tell its format; name it with " + option + ": " + DatasetFormat.names());
  }
}
