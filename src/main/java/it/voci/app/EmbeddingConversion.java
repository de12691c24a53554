package it.voci.app;

import it.voci.embedding.WordVectorFile;
import it.voci.store.AtomicWrite;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;

/** Writes word vectors in another format. */
public final class EmbeddingConversion {
  private EmbeddingConversion() {}

  /**
   * Converts a file.
   *
   * @param in a file, or the model directory to take the vectors from
   * @param top how many words at most, the first ones
   */
  public static WordVectorFile.Converted run(
      Path in, Path out, int top, WordVectorFile.Format format) {
    AtomicReference<WordVectorFile.Converted> converted = new AtomicReference<>();
    AtomicWrite.file(
        out,
        stream ->
            converted.set(WordVectorFile.convert(WordVectorFile.locate(in), top, format, stream)));
    return converted.get();
  }
}
