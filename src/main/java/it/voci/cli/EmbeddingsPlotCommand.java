package it.voci.cli;

import it.voci.app.ActorPlot;
import it.voci.report.ActorMapHtml;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code voci embeddings plot}. */
@Command(
    name = "plot",
    description = {
      "Draw where the gazetteer's actors lie in word vectors, coloured by side, and say how well"
          + " sides separate. The page needs no network.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  voci embeddings plot --out attori.html",
      "  voci embeddings plot --vectors cc.it.300.voci --words parole.txt --out mappa.html"
    })
final class EmbeddingsPlotCommand extends TerminalCommand {
  @Option(
      names = "--vectors",
      paramLabel = "FILE|MODEL_DIR",
      description = "Word vectors, or a model; without it the model that ships with voci.")
  private Path vectors = shippedModel();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "HTML file to write.")
  private Path out;

  @Option(
      names = "--words",
      paramLabel = "FILE",
      description = "Further words to show, one a line.")
  private Optional<Path> words;

  @Option(
      names = "--actors",
      paramLabel = "N",
      description = "The N most frequent actors at most (default: ${DEFAULT-VALUE}).")
  private int actors = 300;

  @Option(
      names = "--neighbours",
      paramLabel = "N",
      description =
          "What t-SNE calls perplexity: how many nearest words the map should keep near; fewer show"
              + " smaller clusters (default: ${DEFAULT-VALUE}).")
  private int neighbours = 12;

  @Option(
      names = "--seed",
      description = "Of the map and of the deals (default: ${DEFAULT-VALUE}).")
  private long seed = 42;

  EmbeddingsPlotCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() {
    ActorPlot.Result result =
        ActorPlot.run(new ActorPlot.Request(vectors, words, out, actors, neighbours, seed));
    if (!result.map().without().isEmpty()) {
      tell("no vector for " + String.join(", ", result.map().without()));
    }
    tell(result.map().points().size() + " words drawn in " + out);
    print(ActorMapHtml.summary(result.separation()) + "\n");
    return DONE;
  }
}
