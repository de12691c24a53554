package it.voci.cli;

import it.voci.app.ModelEvaluation;
import it.voci.report.EvaluationJson;
import it.voci.report.EvaluationText;
import it.voci.store.ModelDirectory;
import it.voci.store.StoredModel;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

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

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = "Write report.json and predictions.jsonl there.")
  private Optional<Path> report;

  @Option(
      names = "--peers",
      negatable = true,
      description =
          "Train and tune naive Bayes, a linear SVM and logistic regression on the train.jsonl and"
              + " dev.jsonl beside the file, which takes minutes; by default only for test.jsonl.")
  private Optional<Boolean> peers;

  EvaluateCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() {
    Path file = ModelEvaluation.file(data);
    StoredModel stored = ModelDirectory.read(model);
    ModelEvaluation.Result result =
        ModelEvaluation.run(
            stored, file, peers.orElse(ModelEvaluation.wantsPeers(file)), SEED, progress());
    String json = EvaluationJson.render(result.model(), file.toString(), result.report());
    print(
        format == Format.JSON
            ? json
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
      ModelEvaluation.write(report.get(), stored, result, json);
      tell("report.json and predictions.jsonl written to " + report.get());
    }
    if (card) {
      ModelEvaluation.record(model, stored, result);
      tell("scores written to " + model.resolve(ModelDirectory.CARD));
    }
    return DONE;
  }
}
