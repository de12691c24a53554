package it.voci.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import it.voci.UserException;
import it.voci.app.EmbeddingTraining.Trainer;
import it.voci.embedding.EmbeddingSettings;
import it.voci.embedding.SubwordVectorFile;
import it.voci.embedding.WordLookup;
import it.voci.embedding.WordVectorFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingTrainingTest {
  @TempDir private Path folder;
  private Path text;
  private Path out;

  @BeforeEach
  void writeText() throws IOException {
    text = folder.resolve("testo.txt");
    Files.writeString(text, "Il gatto nero beve il latte freddo.\n".repeat(3000));
    out = folder.resolve("uscita/v.bin");
  }

  private EmbeddingTraining training(Path to, int epochs, boolean subwords, boolean resume) {
    EmbeddingSettings settings =
        new EmbeddingSettings(10, 3, 5, epochs, 2, 0, 0.05, 0.75, subwords, false, 1, 5);
    return new EmbeddingTraining(
        List.of(text), settings, Trainer.VOCI, to, WordVectorFile.Format.BINARY, resume);
  }

  private List<String> written() throws IOException {
    try (Stream<Path> files = Files.list(out.getParent())) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  /** Stops training in its midst, as Ctrl-C does. */
  private void stop(EmbeddingTraining training) {
    AtomicInteger stages = new AtomicInteger();
    AtomicInteger asked = new AtomicInteger();
    ProgressListener listener =
        new ProgressListener() {
          @Override
          public void started(String what) {
            stages.incrementAndGet();
          }

          @Override
          public void progressed(double share) {}

          @Override
          public void finished() {}

          @Override
          public void note(String line) {}
        };
    assertThat(training.run(listener, () -> stages.get() == 2 && asked.incrementAndGet() > 4))
        .isEmpty();
  }

  @Test
  void run_stoppedThenResumed_writesWhatAnUninterruptedRunDoes() throws IOException {
    stop(training(out, 5, true, false));
    assertThat(written()).containsExactly("v.bin.checkpoint");
    assertThat(training(out, 5, true, true).run(ProgressListener.SILENT, () -> false)).isPresent();
    assertThat(written()).containsExactly("v.bin", "v.bin.ngrams");

    Path whole = folder.resolve("v.bin");
    training(whole, 5, true, false).run(ProgressListener.SILENT, () -> false);
    assertThat(out).hasSameBinaryContentAs(whole);
    assertThat(SubwordVectorFile.beside(out))
        .hasSameBinaryContentAs(SubwordVectorFile.beside(whole));
  }

  @Test
  void run_stoppedAtOnce_hasNothingToKeep() throws IOException {
    Files.writeString(text, "Il gatto nero beve il latte freddo.\n".repeat(60_000));
    EmbeddingTraining training = training(out, 1, false, false);
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> training.run(ProgressListener.SILENT, () -> true))
        .withMessage("stopped while the text was read; nothing was learned yet");
    assertThat(written()).isEmpty();
  }

  @Test
  void run_resumeWithoutOrWithAnothersCheckpoint_isRefused() {
    EmbeddingTraining none = training(out, 5, false, true);
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> none.run(ProgressListener.SILENT, () -> false))
        .withMessage(out + ".checkpoint: no such checkpoint; train without --resume to begin anew");
    stop(training(out, 5, false, false));
    EmbeddingTraining other = training(out, 6, false, true);
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(() -> other.run(ProgressListener.SILENT, () -> false))
        .withMessageStartingWith(
            out + ".checkpoint: begun with other settings; repeat them or train anew");
  }

  @Test
  void run_withoutSubwordsOverOlderOnes_leavesNoneBehind() throws IOException {
    training(out, 1, true, false).run(ProgressListener.SILENT, () -> false);
    training(out, 1, false, false).run(ProgressListener.SILENT, () -> false);
    assertThat(written()).containsExactly("v.bin");
  }

  @Test
  void subwords_readFromTheFiles_giveUnseenWordsAVector() {
    training(out, 1, true, false).run(ProgressListener.SILENT, () -> false);
    WordLookup lookup = SubwordVectorFile.lookup(out, WordVectorFile.read(out));
    assertThat(lookup.addTo("gattini", new float[10], 0)).isTrue();
    assertThat(lookup.addTo("www", new float[10], 0)).isFalse();
  }

  @Test
  void constructor_whatTheReferenceCannotDo_isRefused() {
    EmbeddingSettings subwords = training(out, 1, true, false).settings();
    assertThatExceptionOfType(UserException.class)
        .isThrownBy(
            () ->
                new EmbeddingTraining(
                    List.of(text),
                    subwords,
                    Trainer.DL4J,
                    out,
                    WordVectorFile.Format.BINARY,
                    false))
        .withMessage(
            "--subwords, --phrases and --resume are not for --trainer dl4j; leave them out");
  }
}
