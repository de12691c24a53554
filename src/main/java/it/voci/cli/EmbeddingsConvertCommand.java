package it.voci.cli;

import it.voci.UserException;
import it.voci.app.EmbeddingConversion;
import it.voci.embedding.WordVectorFile;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code voci embeddings convert}. */
@Command(
    name = "convert",
    description = {
      "Write word vectors in another format. The compact one (.voci) keeps a byte a number, is a"
          + " quarter as large, and is opened in an instant however large it is.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  voci embeddings convert cc.it.300.vec.gz cc.it.300.voci",
      "  voci embeddings nearest --vectors cc.it.300.voci gasdotto",
      "  voci embeddings convert --top 50000 cc.it.300.voci frequenti.bin",
      "  voci embeddings convert models/voci-it voci-it.vec"
    })
final class EmbeddingsConvertCommand extends TerminalCommand {
  @Parameters(
      paramLabel = "IN",
      index = "0",
      description = "word2vec text or binary, fastText .vec, either also .gz; compact; a model.")
  private Path in;

  @Parameters(paramLabel = "OUT", index = "1", description = "File to write.")
  private Path out;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = {
        "text, binary or compact",
        "(default: by OUT's name: .vec or .txt, .bin, .voci)."
      })
  private Optional<WordVectorFile.Format> format;

  @Option(
      names = "--top",
      paramLabel = "N",
      description = "Only the first N words: the most frequent, as the usual tools sort them.")
  private int top = Integer.MAX_VALUE;

  EmbeddingsConvertCommand(Terminal terminal) {
    super(terminal);
  }

  @Override
  public Integer call() {
    if (top < 1) {
      throw new UserException("--top must be at least 1 but was " + top);
    }
    WordVectorFile.Format chosen =
        format
            .or(() -> WordVectorFile.Format.ofName(out))
            .orElseThrow(
                () ->
                    new UserException(
                        out
                            + ": which format? End the name in .voci, .bin, .vec or give --format"));
    WordVectorFile.Converted converted = EmbeddingConversion.run(in, out, top, chosen);
    tell(converted.words() + " words of dimension " + converted.dimension() + " written to " + out);
    return DONE;
  }
}
