package it.voci.cli;

import it.voci.app.ModelTraining;
import it.voci.store.Manifest;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
      names = "--share",
      paramLabel = "S",
      description =
          "Train on this share of the articles, chosen by the seed, for a learning curve (default:"
              + " ${DEFAULT-VALUE}).")
  private double share = 1;

  @Mixin private TrainingOptions training;

  TrainCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() {
    List<String> words = spec.commandLine().getParseResult().originalArgs();
    Manifest manifest =
        ModelTraining.run(
            new ModelTraining.Request(
                data,
                share,
                training.embeddings(),
                embeddingsAbout,
                out,
                training.settings(),
                training.actors(),
                "./voci " + quoted(words)),
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
