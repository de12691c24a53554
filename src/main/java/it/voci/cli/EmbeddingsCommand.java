package it.voci.cli;

import it.voci.UserException;
import it.voci.app.EmbeddingTraining;
import it.voci.embedding.EmbeddingSettings;
import it.voci.embedding.WordVectorFile;
import it.voci.embedding.WordVectors;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code voci embeddings}. */
@Command(
    name = "embeddings",
    description = "Train and look into word vectors.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      EmbeddingsCommand.Train.class,
      EmbeddingsCommand.Nearest.class,
      EmbeddingsCommand.Analogy.class,
      EmbeddingsCommand.Info.class,
      EmbeddingsConvertCommand.class,
      EmbeddingsEvaluateCommand.class,
      EmbeddingsPlotCommand.class
    })
final class EmbeddingsCommand extends CommandGroup {
  EmbeddingsCommand(Terminal terminal) {
    super(terminal);
  }

  /** {@code voci embeddings train}. */
  @Command(
      name = "train",
      description = "Learn word vectors from text (skip-gram with negative sampling).",
      footer = {
        "",
        "Examples:",
        "  voci embeddings train --corpus articoli/ --out vettori.bin --min-count 3",
        "  voci embeddings train --corpus articoli/ note.txt.gz --out vettori.bin --subwords --phrases",
        "  voci embeddings train --corpus articoli/ --out vettori.bin --threads 4",
        "  voci embeddings train --corpus articoli/ --out vettori.bin --threads 4 --resume"
      })
  static final class Train extends TerminalCommand {
    @Option(
        names = "--corpus",
        paramLabel = "PATH",
        required = true,
        arity = "1..*",
        description = "Files or folders of .txt, .md or dataset .jsonl, also .gz.")
    private List<Path> corpus;

    @Option(
        names = "--out",
        paramLabel = "FILE",
        required = true,
        description = "Where to write them: binary if the name ends in .bin, otherwise text.")
    private Path out;

    @Option(names = "--dim", description = "Length of a vector (default: ${DEFAULT-VALUE}).")
    private int dimension = EmbeddingSettings.DEFAULTS.dimension();

    @Option(
        names = "--window",
        description = "Words to either side that count (default: ${DEFAULT-VALUE}).")
    private int window = EmbeddingSettings.DEFAULTS.window();

    @Option(
        names = "--negative",
        description = "Noise words per context word (default: ${DEFAULT-VALUE}).")
    private int negative = EmbeddingSettings.DEFAULTS.negative();

    @Option(names = "--epochs", description = "Passes over the text (default: ${DEFAULT-VALUE}).")
    private int epochs = EmbeddingSettings.DEFAULTS.epochs();

    @Option(
        names = "--min-count",
        description = "Rarer words get no vector (default: ${DEFAULT-VALUE}).")
    private int minCount = EmbeddingSettings.DEFAULTS.minCount();

    @Option(
        names = "--sample",
        description = "Subsampling of frequent words (default: ${DEFAULT-VALUE}).")
    private double sample = EmbeddingSettings.DEFAULTS.sample();

    @Option(
        names = "--lr",
        description = "Learning rate at the beginning (default: ${DEFAULT-VALUE}).")
    private double learningRate = EmbeddingSettings.DEFAULTS.learningRate();

    @Option(
        names = "--exponent",
        description =
            "Power of their counts by which noise words are drawn (default: ${DEFAULT-VALUE}).")
    private double exponent = EmbeddingSettings.DEFAULTS.exponent();

    @Option(
        names = "--subwords",
        description =
            "Learn character n-grams too, so that unseen words get vectors; they are written"
                + " beside FILE as FILE.ngrams.")
    private boolean subwords;

    @Option(
        names = "--phrases",
        description = "Join words that often stand together: operazione_speciale.")
    private boolean phrases;

    @Option(
        names = "--threads",
        description = "More than one is not reproducible (default: ${DEFAULT-VALUE}).")
    private int threads = EmbeddingSettings.DEFAULTS.threads();

    @Option(names = "--seed", description = "Not 0 (default: ${DEFAULT-VALUE}).")
    private long seed = EmbeddingSettings.DEFAULTS.seed();

    @Option(
        names = "--trainer",
        description =
            "Whose implementation learns: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private EmbeddingTraining.Trainer trainer = EmbeddingTraining.Trainer.VOCI;

    @Option(
        names = "--resume",
        description =
            "Go on where Ctrl-C stopped a training with the same options and the same text.")
    private boolean resume;

    Train(Terminal terminal) {
      super(terminal);
    }

    @Override
    public Integer call() {
      EmbeddingSettings settings =
          new EmbeddingSettings(
              dimension,
              window,
              negative,
              epochs,
              minCount,
              sample,
              learningRate,
              exponent,
              subwords,
              phrases,
              threads,
              seed);
      if (threads > 1) {
        tell("with " + threads + " threads the vectors differ from run to run");
      }
      WordVectorFile.Format format =
          out.toString().toLowerCase(Locale.ROOT).endsWith(".bin")
              ? WordVectorFile.Format.BINARY
              : WordVectorFile.Format.TEXT;
      EmbeddingTraining training =
          new EmbeddingTraining(corpus, settings, trainer, out, format, resume);
      try (Interruption interruption = new Interruption()) {
        Optional<WordVectors> vectors = training.run(progress(), interruption::requested);
        if (vectors.isEmpty()) {
          tell("stopped; what was learned is in " + training.checkpoint() + ", --resume goes on");
          return FAILED;
        }
        tell(
            vectors.get().size()
                + " words of dimension "
                + vectors.get().dimension()
                + " written to "
                + out);
        return DONE;
      }
    }
  }

  /** What the commands that look something up share. */
  abstract static class Lookup extends TerminalCommand {
    @Option(
        names = "--vectors",
        paramLabel = "FILE|MODEL_DIR",
        description =
            "word2vec or .vec file, or a model; without it the model that ships with voci.")
    private Path vectors = shippedModel();

    @Option(
        names = {"-n", "--count"},
        description = "How many (default: ${DEFAULT-VALUE}).")
    private int count = 10;

    Lookup(Terminal terminal) {
      super(terminal);
    }

    final WordVectors vectors() {
      return WordVectorFile.readAny(vectors);
    }

    final int count() {
      return count;
    }

    final String word(WordVectors known, String word) {
      String lower = word.toLowerCase(Locale.ROOT);
      if (known.indexOf(word) < 0 && known.indexOf(lower) < 0) {
        throw new UserException(
            "'" + word + "' has no vector in " + vectors + "; try another word");
      }
      return known.indexOf(word) >= 0 ? word : lower;
    }

    final void print(List<WordVectors.Neighbour> neighbours) {
      StringBuilder out = new StringBuilder();
      for (WordVectors.Neighbour neighbour : neighbours) {
        out.append(String.format(Locale.ROOT, "%.3f  %s%n", neighbour.cosine(), neighbour.word()));
      }
      print(out.toString());
    }
  }

  /** {@code voci embeddings nearest}. */
  @Command(
      name = "nearest",
      description = "The words nearest to one, with their cosine similarity.",
      footer = {"", "Example:", "  voci embeddings nearest gasdotto"})
  static final class Nearest extends Lookup {
    @Parameters(paramLabel = "WORD", description = "A word.")
    private String word;

    Nearest(Terminal terminal) {
      super(terminal);
    }

    @Override
    public Integer call() {
      WordVectors known = vectors();
      print(known.nearest(word(known, word), count()));
      return DONE;
    }
  }

  /** {@code voci embeddings analogy}. */
  @Command(
      name = "analogy",
      description = "A is to B as C is to …",
      footer = {"", "Example:", "  voci embeddings analogy italia roma russia"})
  static final class Analogy extends Lookup {
    @Parameters(paramLabel = "A", index = "0", description = "A word.")
    private String a;

    @Parameters(paramLabel = "B", index = "1", description = "What it stands in a relation to.")
    private String b;

    @Parameters(paramLabel = "C", index = "2", description = "Another word.")
    private String c;

    Analogy(Terminal terminal) {
      super(terminal);
    }

    @Override
    public Integer call() {
      WordVectors known = vectors();
      print(known.analogy(word(known, a), word(known, b), word(known, c), count()));
      return DONE;
    }
  }

  /** {@code voci embeddings info}. */
  @Command(name = "info", description = "How many words, of what dimension, and the first of them.")
  static final class Info extends Lookup {
    Info(Terminal terminal) {
      super(terminal);
    }

    @Override
    public Integer call() {
      WordVectors known = vectors();
      List<String> first = known.words().subList(0, Math.min(count(), known.size()));
      print(
          String.format(
              Locale.ROOT,
              "words      %d%ndimension  %d%nfirst      %s%n",
              known.size(),
              known.dimension(),
              String.join(" ", first)));
      return DONE;
    }
  }
}
