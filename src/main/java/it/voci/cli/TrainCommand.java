package it.voci.cli;

import it.voci.app.ModelTraining;
import it.voci.app.SettingsFile;
import it.voci.classifier.ClassifierSettings;
import it.voci.classifier.TrainingSettings;
import it.voci.store.Manifest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code voci train}. */
@Command(
    name = "train",
    description = "Train a classifier on a dataset folder (scheme.yaml, train.jsonl, dev.jsonl).",
    footer = {
      "",
      "The file test.jsonl is never opened. The same seed, data and settings give the same weights on",
      "the same machine.",
      "",
      "Example:",
      "  voci train --data datasets/voci-it --embeddings vettori.bin --out models/mine"
    })
final class TrainCommand extends TerminalCommand {
  @Spec private CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description = "Dataset folder with scheme.yaml, train.jsonl and dev.jsonl.")
  private Path data;

  @Option(
      names = "--embeddings",
      paramLabel = "FILE|MODEL_DIR",
      description = "Word vectors, or a model to take them from; without them none are used.")
  private Optional<Path> embeddings;

  @Option(
      names = "--embeddings-about",
      paramLabel = "TEXT",
      description =
          "The texts the vectors were learned from and their licences, for the model card; without"
              + " it, what the model they are taken from says.")
  private Optional<String> embeddingsAbout;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Model directory to write; its last name becomes the model's name.")
  private Path out;

  @Option(
      names = "--config",
      paramLabel = "FILE.yaml",
      description = "Settings (sections features, network, training); options here override it.")
  private Optional<Path> config;

  @Option(names = "--seed", description = "Not 0 (default: 42).")
  private Optional<Long> seed;

  @Option(names = "--epochs", description = "At most so many passes (default: 40).")
  private Optional<Integer> epochs;

  TrainCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() {
    ClassifierSettings base = config.map(SettingsFile::read).orElse(ClassifierSettings.DEFAULTS);
    TrainingSettings training =
        base.training()
            .withSeed(seed.orElse(base.training().seed()))
            .withEpochs(epochs.orElse(base.training().epochs()));
    ClassifierSettings settings = new ClassifierSettings(base.features(), base.network(), training);
    List<String> words = spec.commandLine().getParseResult().originalArgs();
    Manifest manifest =
        ModelTraining.run(
            new ModelTraining.Request(
                data, embeddings, embeddingsAbout, out, settings, "./voci train " + quoted(words)),
            progress());
    tell("model " + manifest.id() + " written to " + out);
    return DONE;
  }

  /** The words as a shell would take them. */
  private static String quoted(List<String> words) {
    return words.stream()
        .map(word -> word.matches("[\\w./=:@,+-]+") ? word : "'" + word.replace("'", "'\\''") + "'")
        .collect(Collectors.joining(" "));
  }
}
