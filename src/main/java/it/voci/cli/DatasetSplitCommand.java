package it.voci.cli;

import it.voci.app.DatasetSplitting;
import it.voci.corpus.Article;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code voci dataset split}. */
@Command(
    name = "split",
    description = "Split a dataset file by article, so that every label keeps its share.",
    footer = {
      "",
      "The same seed gives the same split, whatever the order of the articles.",
      "",
      "Example:",
      "  voci dataset split all.jsonl --out datasets/mine --train 0.8 --dev 0.1 --test 0.1"
    })
final class DatasetSplitCommand extends TerminalCommand {
  @Parameters(paramLabel = "FILE", description = "Dataset file (.jsonl).")
  private Path file;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Dataset folder to write: scheme.yaml, train.jsonl, dev.jsonl, test.jsonl.")
  private Path out;

  @Option(
      names = "--train",
      paramLabel = "SHARE",
      description = "Share of the articles (default: ${DEFAULT-VALUE}).")
  private double train = 0.73;

  @Option(
      names = "--dev",
      paramLabel = "SHARE",
      description = "Share of the articles (default: ${DEFAULT-VALUE}).")
  private double dev = 0.12;

  @Option(
      names = "--test",
      paramLabel = "SHARE",
      description = "Share of the articles (default: ${DEFAULT-VALUE}).")
  private double test = 0.15;

  @Option(names = "--seed", description = "Seed of the split (default: ${DEFAULT-VALUE}).")
  private long seed = 42;

  @Option(
      names = "--scheme",
      paramLabel = "FILE",
      description = "Label scheme, copied to DIR (default: scheme.yaml beside FILE).")
  private Optional<Path> scheme;

  @Option(names = "--force", description = "Replace files that are already in DIR.")
  private boolean force;

  DatasetSplitCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() {
    Map<String, Double> shares = new LinkedHashMap<>();
    shares.put("train", train);
    shares.put("dev", dev);
    shares.put("test", test);
    Map<String, List<Article>> parts =
        DatasetSplitting.run(
            file, DatasetCommand.schemeFor(scheme, file), out, shares, seed, force);
    tell(
        out
            + ": "
            + parts.entrySet().stream()
                .map(part -> part.getKey() + " " + part.getValue().size())
                .collect(Collectors.joining(", "))
            + " articles");
    return DONE;
  }
}
