package it.voci.cli;

import it.voci.UserException;
import it.voci.embedding.IntrinsicEvaluation;
import it.voci.embedding.IntrinsicTests;
import it.voci.embedding.WordVectorFile;
import it.voci.report.IntrinsicJson;
import it.voci.report.IntrinsicText;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code voci embeddings evaluate}. */
@Command(
    name = "evaluate",
    description = {
      "Score word vectors by analogies, rated word pairs and outlier detection, with test sets of"
          + " voci's own or with others. Coverage says how many tests the vectors have all words"
          + " for.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  voci embeddings evaluate",
      "  voci embeddings evaluate --vectors cc.it.300.voci --top 100000",
      "  voci embeddings evaluate --vectors a.bin --analogies questions-words-ITA.txt --format json"
    })
final class EmbeddingsEvaluateCommand extends TerminalCommand {
  /** How figures are printed. */
  enum Format {
    TERMINAL,
    JSON
  }

  @Option(
      names = "--vectors",
      paramLabel = "FILE|MODEL_DIR",
      description = "Word vectors, or a model; without it the model that ships with voci.")
  private Path vectors = shippedModel();

  @Option(
      names = "--analogies",
      paramLabel = "FILE",
      description = {
        "Lines of category, a, b, c, d, tab-separated;",
        "or word2vec's questions-words.txt (default: voci's own)."
      })
  private Optional<Path> analogies;

  @Option(
      names = "--similarity",
      paramLabel = "FILE",
      description = "Lines of two words and a rating, tab-separated (default: voci's own).")
  private Optional<Path> similarity;

  @Option(
      names = "--outliers",
      paramLabel = "FILE",
      description = {
        "Lines of topic, words that belong together, outliers,",
        "tab-separated, words blank-separated (default: voci's own)."
      })
  private Optional<Path> outliers;

  @Option(
      names = "--top",
      paramLabel = "N",
      description =
          "Ask and answer analogies with the N first words only, the most frequent"
              + " (default: ${DEFAULT-VALUE}).")
  private int top = 200_000;

  @Option(
      names = "--seed",
      description = "Of the interval's resampling (default: ${DEFAULT-VALUE}).")
  private long seed = 42;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "terminal or json (default: ${DEFAULT-VALUE}).")
  private Format format = Format.TERMINAL;

  EmbeddingsEvaluateCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() {
    if (top < 1) {
      throw new UserException("--top must be at least 1 but was " + top);
    }
    IntrinsicTests tests = IntrinsicTests.of(analogies, similarity, outliers);
    IntrinsicEvaluation evaluation =
        IntrinsicEvaluation.of(WordVectorFile.readAny(vectors), tests, top, seed);
    print(
        format == Format.JSON
            ? IntrinsicJson.render(vectors.toString(), evaluation)
            : IntrinsicText.render(evaluation));
    return DONE;
  }
}
