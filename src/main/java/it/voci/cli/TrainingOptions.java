package it.voci.cli;

import it.voci.actors.Gazetteer;
import it.voci.app.SettingsFile;
import it.voci.classifier.ClassifierSettings;
import it.voci.classifier.TrainingSettings;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that trains. */
final class TrainingOptions {
  @Option(
      names = "--embeddings",
      paramLabel = "FILE|MODEL_DIR",
      description = "Word vectors, or a model to take them from; without them none are used.")
  private Optional<Path> embeddings;

  @Option(
      names = "--config",
      paramLabel = "FILE.yaml",
      description =
          "Settings (sections features, network, linear, denseLinear, training); options here override it.")
  private Optional<Path> config;

  @Option(names = "--seed", description = "Not 0 (default: 42).")
  private Optional<Long> seed;

  @Option(names = "--epochs", description = "At most so many passes (default: 12).")
  private Optional<Integer> epochs;

  @Mixin private ActorOptions actors;

  Gazetteer actors() {
    return actors.read();
  }

  Optional<Path> embeddings() {
    return embeddings;
  }

  ClassifierSettings settings() {
    ClassifierSettings base = config.map(SettingsFile::read).orElse(ClassifierSettings.DEFAULTS);
    TrainingSettings training =
        base.training()
            .withSeed(seed.orElse(base.training().seed()))
            .withEpochs(epochs.orElse(base.training().epochs()));
    return base.with(training);
  }
}
