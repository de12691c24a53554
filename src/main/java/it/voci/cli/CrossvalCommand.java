package it.voci.cli;

import it.voci.app.CrossValidation;
import it.voci.report.CrossValidationText;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code voci crossval}. */
@Command(
    name = "crossval",
    description = "Train and score on K folds of a dataset's train.jsonl, by article.",
    footer = {
      "",
      "The out-of-fold predictions show which labels are probably wrong: voci dataset check"
          + " --predictions.",
      "",
      "Example:",
      "  voci crossval --data datasets/voci-it --folds 5 --embeddings models/voci-it"
    })
final class CrossvalCommand extends TerminalCommand {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description = "Dataset folder with scheme.yaml and train.jsonl.")
  private Path data;

  @Option(
      names = "--folds",
      paramLabel = "K",
      description = "How many folds (default: ${DEFAULT-VALUE}).")
  private int folds = 5;

  @Option(
      names = "--predictions",
      paramLabel = "FILE",
      description =
          "Write the out-of-fold predictions there, with the truth beside them; voci dataset check"
              + " --predictions and voci compare --predictions read them.")
  private Optional<Path> predictions;

  @Mixin private TrainingOptions training;

  CrossvalCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() {
    CrossValidation.Result result =
        CrossValidation.run(
            data,
            training.embeddings(),
            training.settings(),
            training.actors(),
            folds,
            predictions,
            progress());
    print(CrossValidationText.render(result.macroF1()));
    return DONE;
  }
}
