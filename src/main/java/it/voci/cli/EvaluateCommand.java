package it.voci.cli;

import it.voci.actors.Gazetteer;
import it.voci.app.ModelEvaluation;
import it.voci.report.EvaluationJson;
import it.voci.report.EvaluationText;
import it.voci.store.ModelDirectory;
import it.voci.store.StoredModel;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code voci evaluate}. */
@Command(
    name = "evaluate",
    description = "Score a model on labelled articles, beside other classifiers.",
    footer = {
      "",
      "Where behaviour.jsonl stands beside the file, its cases are put to the model as well.",
      "",
      "Examples:",
      "  voci evaluate --data datasets/voci-it/dev.jsonl",
      "  voci evaluate --data datasets/voci-it/dev.jsonl --peers --report out",
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
      description =
          "Labelled articles in any format voci dataset convert reads; of a dataset folder, its"
              + " test.jsonl.")
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

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description =
          "Write report.html (one file, opens offline), report.md, report.json and"
              + " predictions.jsonl there.")
  private Optional<Path> report;

  @Option(
      names = "--peers",
      negatable = true,
      description =
          "Train and tune naive Bayes, a linear SVM and logistic regression on the train.jsonl and"
              + " dev.jsonl beside the file, which takes minutes; by default only for test.jsonl.")
  private Optional<Boolean> peers;

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
    Path file = ModelEvaluation.file(data);
    ModelEvaluation.Result result =
        ModelEvaluation.run(
            stored, file, peers.orElse(ModelEvaluation.wantsPeers(file)), SEED, progress());
    print(
        format == Format.JSON
            ? EvaluationJson.render(result.model(), file.toString(), result.report())
            : EvaluationText.render(result.model() + " on " + file, result.report()));
    if (result.report().peers().isEmpty()) {
      tell("no train.jsonl beside " + file + ": other classifiers left out");
    }
    result
        .peerSeconds()
        .ifPresent(
            seconds ->
                tell(String.format(Locale.ROOT, "other classifiers took %.0f seconds", seconds)));
    if (report.isPresent()) {
      ModelEvaluation.write(report.get(), stored, result);
      tell("report written to " + report.get().resolve("report.html"));
    }
    if (card) {
      ModelEvaluation.record(model, stored, result);
      tell("scores written to " + model.resolve(ModelDirectory.CARD));
    }
    return DONE;
  }
}
