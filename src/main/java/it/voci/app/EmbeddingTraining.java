package it.voci.app;

import it.voci.UserException;
import it.voci.dl4j.Word2VecTrainer;
import it.voci.embedding.EmbeddingSettings;
import it.voci.embedding.SubwordVectorFile;
import it.voci.embedding.TrainingMonitor;
import it.voci.embedding.TrainingText;
import it.voci.embedding.WordVectorFile;
import it.voci.embedding.WordVectors;
import it.voci.embedding.skipgram.SkipGram;
import it.voci.store.AtomicWrite;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Learns word vectors from text and writes them.
 *
 * @param corpus files and folders
 * @param out the vectors; n-grams stand beside them
 * @param resume goes on where a training with the same settings and text was stopped
 */
public record EmbeddingTraining(
    List<Path> corpus,
    EmbeddingSettings settings,
    Trainer trainer,
    Path out,
    WordVectorFile.Format format,
    boolean resume) {
  /** Whose implementation learns. */
  public enum Trainer {
    /** Our own. */
    VOCI,
    /** Deeplearning4j's, as a reference. */
    DL4J
  }

  public EmbeddingTraining {
    corpus = List.copyOf(corpus);
    if (trainer == Trainer.DL4J) {
      if (settings.subwords() || settings.phrases() || resume) {
        throw new UserException(
            "--subwords, --phrases and --resume are not for --trainer dl4j; leave them out");
      }
      if (settings.exponent() != EmbeddingSettings.DEFAULTS.exponent()) {
        throw new UserException(
            "--exponent is fixed to 0.75 with --trainer dl4j but was " + settings.exponent());
      }
    }
  }

  /** With our own trainer, in word2vec's binary form. */
  public static EmbeddingTraining of(List<Path> corpus, EmbeddingSettings settings, Path out) {
    return new EmbeddingTraining(
        corpus, settings, Trainer.VOCI, out, WordVectorFile.Format.BINARY, false);
  }

  /** Where what was learned is kept when training is stopped. */
  public Path checkpoint() {
    return out.resolveSibling(out.getFileName() + ".checkpoint");
  }

  /** Trains to the end. */
  public WordVectors run(ProgressListener progress) {
    return run(progress, () -> false).orElseThrow();
  }

  /**
   * Trains.
   *
   * @param stopped asked often; once it says yes, a checkpoint is written and training ends
   * @return the vectors, also written; none where training was stopped
   */
  public Optional<WordVectors> run(ProgressListener progress, BooleanSupplier stopped) {
    TrainingText text = TrainingText.of(corpus);
    return trainer == Trainer.DL4J ? runReference(text, progress) : runOwn(text, progress, stopped);
  }

  private Optional<WordVectors> runReference(TrainingText text, ProgressListener progress) {
    progress.started("word vectors");
    try {
      WordVectors vectors = new Word2VecTrainer().train(text, settings, progress::progressed);
      write(vectors);
      return Optional.of(vectors);
    } finally {
      progress.finished();
    }
  }

  private Optional<WordVectors> runOwn(
      TrainingText text, ProgressListener progress, BooleanSupplier stopped) {
    if (resume && !Files.exists(checkpoint())) {
      throw new UserException(
          checkpoint() + ": no such checkpoint; train without --resume to begin anew");
    }
    Monitor monitor = new Monitor(progress, stopped);
    Path folder = out.toAbsolutePath().getParent();
    progress.started("reading");
    try (SkipGram skipGram = SkipGram.prepare(text, settings, folder, monitor)) {
      progress.finished();
      if (resume) {
        try (InputStream in = Files.newInputStream(checkpoint())) {
          skipGram.resume(in, checkpoint().toString());
        } catch (NoSuchFileException e) {
          throw new UserException(checkpoint() + ": no such file", e);
        } catch (IOException e) {
          throw new UserException(checkpoint() + ": cannot be read (" + e.getMessage() + ")", e);
        }
      }
      progress.started("word vectors");
      if (!skipGram.learn(monitor)) {
        AtomicWrite.file(checkpoint(), skipGram::writeCheckpoint);
        return Optional.empty();
      }
      progress.note(String.format(Locale.ROOT, "voci: mean loss %.3f", skipGram.meanLoss()));
      WordVectors vectors = skipGram.vectors();
      skipGram
          .subwords()
          .ifPresent(
              subwords ->
                  AtomicWrite.file(
                      SubwordVectorFile.beside(out),
                      stream -> SubwordVectorFile.write(subwords, stream)));
      write(vectors);
      deleteWhatIsStale();
      return Optional.of(vectors);
    } finally {
      progress.finished();
    }
  }

  private void write(WordVectors vectors) {
    AtomicWrite.file(out, stream -> WordVectorFile.write(vectors, format, stream));
  }

  /** The checkpoint of this training, and n-grams that belong to earlier vectors. */
  private void deleteWhatIsStale() {
    try {
      Files.deleteIfExists(checkpoint());
      if (!settings.subwords()) {
        Files.deleteIfExists(SubwordVectorFile.beside(out));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Monitor(ProgressListener progress, BooleanSupplier asked)
      implements TrainingMonitor {
    @Override
    public void progressed(Stage stage, double share, double wordsPerSecond, double loss) {
      progress.progressed(share);
      String speed = String.format(Locale.ROOT, "%,.0f words/s", wordsPerSecond);
      progress.detail(
          Double.isNaN(loss) ? speed : String.format(Locale.ROOT, "%s, loss %.3f", speed, loss));
    }

    @Override
    public boolean stopped() {
      return asked.getAsBoolean();
    }
  }
}
