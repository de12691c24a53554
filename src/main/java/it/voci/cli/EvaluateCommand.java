package it.voci.cli;

import it.voci.actors.Gazetteer;
import it.voci.app.ModelEvaluation;
import it.voci.report.EvaluationJson;
import it.voci.report.EvaluationText;
import it.voci.store.ModelDirectory;
import it.voci.store.StoredModel;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code voci evaluate}. */
@Command(
    name = "evaluate",
    description = "Score a model on labelled articles, beside a majority and a linear baseline.",
    footer = {
      "",
      "The baselines are trained on train.jsonl beside the file that is scored.",
      "",
      "Examples:",
      "  voci evaluate --data datasets/voci-it/dev.jsonl",
      "  voci evaluate --model models/mine --data datasets/mine --card"
    })
final class EvaluateCommand extends TerminalCommand {
  /** How the evaluation is printed. */
  enum Format {
    TERMINAL,
    JSON,
    MARKDOWN
  }

  private static final long SEED = 42;

  @Option(
      names = "--model",
      paramLabel = "DIR",
      description = "Model directory; without it the model that ships with voci.")
  private Path model = shippedModel();

  @Option(
      names = "--data",
      paramLabel = "FILE|DIR",
      required = true,
      description = "Labelled articles; of a dataset folder, its test.jsonl.")
  private Path data;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "terminal, json or markdown (default: ${DEFAULT-VALUE}).")
  private Format format = Format.TERMINAL;

  @Option(
      names = "--card",
      description = "Write the scores into the model's card and count the run.")
  private boolean card;

  @Mixin private ActorOptions actors;

  @Spec private CommandSpec spec;

  EvaluateCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() {
    Gazetteer others = actors.read();
    if (card && !others.actors().isEmpty()) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--card records what the model alone scores; leave out --actors");
    }
    StoredModel stored = ModelDirectory.read(model).plus(others);
    ModelEvaluation.Result result = ModelEvaluation.run(stored, ModelEvaluation.file(data), SEED);
    print(
        switch (format) {
          case JSON ->
              EvaluationJson.render(
                  result.model(),
                  result.data().toString(),
                  result.evaluation(),
                  result.intervals(),
                  result.baselines());
          case TERMINAL, MARKDOWN ->
              EvaluationText.render(
                  result.model() + " on " + result.data(),
                  result.evaluation(),
                  result.intervals(),
                  result.baselines());
        });
    if (result.baselines().isEmpty()) {
      tell("no train.jsonl beside " + result.data() + ": baselines left out");
    }
    if (card) {
      ModelEvaluation.record(model, stored, result);
      tell("scores written to " + model.resolve(ModelDirectory.CARD));
    }
    return DONE;
  }
}
