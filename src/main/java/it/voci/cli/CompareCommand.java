package it.voci.cli;

import it.voci.app.ModelComparison;
import it.voci.app.ModelEvaluation;
import it.voci.report.ComparisonJson;
import it.voci.report.ComparisonText;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code voci compare}. */
@Command(
    name = "compare",
    description = "Compare two models, or a model and predictions, on the same labelled articles.",
    footer = {
      "",
      "Predictions are read as voci label --format jsonl and voci evaluate --report write them, from"
          + " any system; they are matched by article and index.",
      "",
      "Examples:",
      "  voci compare --model models/voci-it --model models/mine --data datasets/mine/dev.jsonl",
      "  voci compare --model models/mine --predictions other.jsonl --data datasets/mine/dev.jsonl"
    })
final class CompareCommand extends TerminalCommand {
  /** How the comparison is printed. */
  enum Format {
    TERMINAL,
    JSON
  }

  private static final long SEED = 42;

  @Spec private CommandSpec spec;

  @Option(
      names = "--model",
      paramLabel = "DIR",
      required = true,
      description = "Model directory; the first is what the second is measured against.")
  private List<Path> models;

  @Option(
      names = "--predictions",
      paramLabel = "FILE",
      description = "Predictions in place of the second model.")
  private Optional<Path> predictions;

  @Option(
      names = "--data",
      paramLabel = "FILE|DIR",
      required = true,
      description = "Labelled articles; of a dataset folder, its test.jsonl.")
  private Path data;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "terminal (Markdown tables) or json (default: ${DEFAULT-VALUE}).")
  private Format format = Format.TERMINAL;

  CompareCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() {
    if (models.size() + (predictions.isPresent() ? 1 : 0) != 2) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "name --model twice, or once and --predictions");
    }
    Path file = ModelEvaluation.file(data);
    ModelComparison.Result result =
        predictions.isPresent()
            ? ModelComparison.withPredictions(models.get(0), predictions.get(), file, SEED)
            : ModelComparison.ofModels(models.get(0), models.get(1), file, SEED);
    print(
        format == Format.JSON
            ? ComparisonJson.render(
                result.first(), result.second(), file.toString(), result.tasks())
            : ComparisonText.render(
                result.first() + " (first) and " + result.second() + " (second) on " + file,
                result.tasks(),
                result.articles()));
    return DONE;
  }
}
