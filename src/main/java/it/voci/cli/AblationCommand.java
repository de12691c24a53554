package it.voci.cli;

import it.voci.app.AblationStudy;
import it.voci.store.AblationRow;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code voci ablation}. */
@Command(
    name = "ablation",
    description = "Measure on dev what a network loses without each part of what it sees.",
    footer = {
      "",
      "The scores are kept with the model and written into its card.",
      "",
      "Example:",
      "  voci ablation --data datasets/voci-it --embeddings models/voci-it --model models/voci-it"
    })
final class AblationCommand extends TerminalCommand {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description = "Dataset folder with scheme.yaml, train.jsonl and dev.jsonl.")
  private Path data;

  @Option(
      names = "--model",
      paramLabel = "DIR",
      required = true,
      description = "Model directory that gets the scores.")
  private Path model;

  @Mixin private TrainingOptions training;

  AblationCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() {
    StringBuilder out = new StringBuilder();
    for (AblationRow row :
        AblationStudy.run(data, training.embeddings(), training.settings(), model, progress())) {
      out.append(String.format(Locale.ROOT, "%-24s", row.name()));
      row.macroF1()
          .forEach((task, f1) -> out.append(String.format(Locale.ROOT, "  %s %.3f", task, f1)));
      out.append('\n');
    }
    print(out.toString());
    return DONE;
  }
}
