package it.voci.app;

import it.voci.dl4j.Word2VecTrainer;
import it.voci.embedding.EmbeddingSettings;
import it.voci.embedding.TrainingText;
import it.voci.embedding.WordVectorFile;
import it.voci.embedding.WordVectors;
import it.voci.store.AtomicWrite;
import java.nio.file.Path;
import java.util.List;

/** Learns word vectors from text and writes them. */
public final class EmbeddingTraining {
  private EmbeddingTraining() {}

  public static WordVectors run(
      List<Path> corpus,
      EmbeddingSettings settings,
      Path out,
      WordVectorFile.Format format,
      ProgressListener progress) {
    TrainingText text = TrainingText.of(corpus);
    progress.started("word vectors");
    try {
      WordVectors vectors = new Word2VecTrainer().train(text, settings, progress::progressed);
      AtomicWrite.file(out, stream -> WordVectorFile.write(vectors, format, stream));
      return vectors;
    } finally {
      progress.finished();
    }
  }
}
