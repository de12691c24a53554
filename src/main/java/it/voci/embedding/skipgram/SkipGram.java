package it.voci.embedding.skipgram;

import it.voci.UserException;
import it.voci.embedding.CharacterGrams;
import it.voci.embedding.EmbeddingSettings;
import it.voci.embedding.SubwordVectors;
import it.voci.embedding.TrainingMonitor;
import it.voci.embedding.TrainingMonitor.Stage;
import it.voci.embedding.TrainingText;
import it.voci.embedding.WordVectors;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Learns word vectors by skip-gram with negative sampling, on request of character n-grams too.
 *
 * <p>The text is tokenised once, into a temporary file; memory depends on the vocabulary, not on
 * the text. Work goes block by block through that file, each block with random numbers of its own:
 * so training can stop between two blocks and go on from there as if it had never stopped. One
 * thread gives the same vectors for the same seed, text and machine; several write to the same
 * matrices without locks (Hogwild, Niu et al. 2011, arXiv:1106.5730), and then the vectors differ
 * from run to run.
 *
 * <p>Call {@link #prepare}, perhaps {@link #resume}, then {@link #learn}. To be closed.
 */
public final class SkipGram implements AutoCloseable {
  /** Words known at a time while they are counted, about 250 MB of them. */
  private static final int MOST_WORDS = 2_000_000;

  private static final int MOST_PAIRS = 4_000_000;

  /** One centre in so many has its loss taken. */
  private static final int LOSS_EVERY = 32;

  private static final long REPORT_NANOS = 100_000_000;
  private static final String CHECKPOINT = "voci skip-gram checkpoint 1";

  private final EmbeddingSettings settings;
  private final TokenFile text;
  private final Vocabulary vocabulary;
  private final WordRows rows;
  private final Kernel kernel = Kernels.best();
  private final int stride;
  private final float[] keep;
  private final int[] noise;
  private final float[] input;
  private final float[] output;
  private long nextStep;
  private double meanLoss = Double.NaN;

  private SkipGram(EmbeddingSettings settings, TokenFile text, Vocabulary vocabulary) {
    this.settings = settings;
    this.text = text;
    this.vocabulary = vocabulary;
    if (vocabulary.size() < 2) {
      throw new UserException(
          (vocabulary.size() == 0 ? "no word occurs " : "only one word occurs ")
              + settings.minCount()
              + " times in the corpus; try a smaller --min-count");
    }
    rows =
        settings.subwords()
            ? WordRows.of(vocabulary.words(), CharacterGrams.DEFAULTS)
            : WordRows.of(vocabulary.size());
    stride = (settings.dimension() + Kernel.LANES - 1) / Kernel.LANES * Kernel.LANES;
    long inputRows = (long) vocabulary.size() + rows.buckets.length;
    if (inputRows * stride > Integer.MAX_VALUE - 64) {
      throw new UserException(
          vocabulary.size()
              + " words and "
              + rows.buckets.length
              + " n-grams of dimension "
              + settings.dimension()
              + " are more than fit; try a larger --min-count or a smaller --dim");
    }
    SplittableRandom random = new SplittableRandom(settings.seed());
    noise = NoiseWords.table(vocabulary, settings.exponent(), random);
    keep = keep(vocabulary, settings.sample(), text.tokens());
    output = new float[vocabulary.size() * stride];
    input = new float[(int) inputRows * stride];
    for (int row = 0; row < input.length; row += stride) {
      for (int i = 0; i < settings.dimension(); i++) {
        // Uniform in [-1, 1) / dimension, as fastText begins.
        input[row + i] = (random.nextInt() * 0x1p-31f) / settings.dimension();
      }
    }
  }

  /** The share of each word's occurrences that is kept (word2vec's rule, not the paper's). */
  private static float[] keep(Vocabulary vocabulary, double sample, long tokens) {
    float[] keep = new float[vocabulary.size()];
    for (int w = 0; w < keep.length; w++) {
      double part = sample * tokens / vocabulary.count(w);
      keep[w] = sample == 0 ? 1 : (float) Math.min(1, Math.sqrt(part) + part);
    }
    return keep;
  }

  /**
   * Reads the text, counts its words and makes the matrices.
   *
   * @param folder for temporary files, two to three bytes a word of the text
   * @throws UserException where hardly a word occurs often enough, or where training was stopped
   */
  public static SkipGram prepare(
      TrainingText text, EmbeddingSettings settings, Path folder, TrainingMonitor monitor) {
    WordCounts counted = new WordCounts(MOST_WORDS);
    TokenFile tokens = new TokenFile(folder);
    try {
      tokenise(text, settings.threads(), counted, tokens, monitor);
      if (settings.phrases()) {
        TokenFile plain = tokens;
        tokens = Phrases.join(plain, counted, settings.minCount(), MOST_PAIRS, folder);
        plain.close();
      }
      return new SkipGram(settings, tokens, Vocabulary.of(counted, settings.minCount()));
    } catch (RuntimeException e) {
      tokens.close();
      throw e;
    }
  }

  private static void tokenise(
      TrainingText text,
      int threads,
      WordCounts counted,
      TokenFile tokens,
      TrainingMonitor monitor) {
    int[] numbers = new int[TokenFile.LONGEST_SENTENCE];
    long begun = System.nanoTime();
    long reported = begun;
    try (TrainingText.Pass pass = text.sentences(threads)) {
      while (pass.hasNext()) {
        int length = 0;
        for (String word : pass.next()) {
          if (length == numbers.length) {
            tokens.add(numbers, length);
            length = 0;
          }
          numbers[length++] = counted.add(word);
        }
        tokens.add(numbers, length);
        if (System.nanoTime() - reported > REPORT_NANOS) {
          reported = System.nanoTime();
          double seconds = (reported - begun) * 1e-9;
          monitor.progressed(Stage.READING, pass.share(), tokens.tokens() / seconds, Double.NaN);
          if (monitor.stopped()) {
            throw new UserException("stopped while the text was read; nothing was learned yet");
          }
        }
      }
    }
    tokens.finish();
  }

  /**
   * Learns until the end or until the monitor says stop.
   *
   * @return whether the end was reached; otherwise {@link #writeCheckpoint} keeps what was learned
   */
  public boolean learn(TrainingMonitor monitor) {
    Learning learning = new Learning(monitor);
    ExecutorService threads = Executors.newFixedThreadPool(settings.threads());
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int thread = 0; thread < settings.threads(); thread++) {
        running.add(threads.submit(learning::work));
      }
      for (Future<?> each : running) {
        each.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UserException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } finally {
      threads.shutdownNow();
    }
    meanLoss = learning.loss / learning.losses;
    nextStep = Math.min(learning.next.get(), steps());
    return nextStep == steps();
  }

  /** Blocks to go through in all epochs. */
  private long steps() {
    return (long) settings.epochs() * text.blocks();
  }

  /** What the threads of one run share. */
  private final class Learning {
    private final AtomicLong next = new AtomicLong(nextStep);
    private final TrainingMonitor monitor;
    private final long begun = System.nanoTime();
    private long reported = begun;
    private long words;
    private double loss;
    private long losses;

    Learning(TrainingMonitor monitor) {
      this.monitor = monitor;
    }

    void work() {
      Worker worker = new Worker();
      while (!monitor.stopped()) {
        long step = next.getAndIncrement();
        if (step >= steps()) {
          return;
        }
        worker.learn(step);
        report(worker, step);
      }
    }

    private synchronized void report(Worker worker, long step) {
      int block = (int) (step % text.blocks());
      words += text.tokensBefore(block + 1) - text.tokensBefore(block);
      loss += worker.loss;
      losses += worker.losses;
      worker.loss = 0;
      worker.losses = 0;
      long now = System.nanoTime();
      if (now - reported > REPORT_NANOS || step == steps() - 1) {
        reported = now;
        double seconds = (now - begun) * 1e-9;
        monitor.progressed(Stage.LEARNING, (step + 1.0) / steps(), words / seconds, loss / losses);
      }
    }
  }

  /** What one thread needs. */
  private final class Worker {
    private final TokenFile.Reader reader = text.reader();
    private final int[] numbers = new int[TokenFile.LONGEST_SENTENCE];
    private final int[] sentence = new int[TokenFile.LONGEST_SENTENCE];
    private final float[] centre = new float[stride];
    private final float[] delta = new float[stride];
    private final int group = 1 + settings.negative();
    private final int[] targets = new int[2 * settings.window() * group + Kernel.GROUP];
    private final float[] gradients = new float[targets.length];
    private SplittableRandom random = new SplittableRandom(0);
    private int noisePlace;
    private int untilLoss = LOSS_EVERY;
    private double loss;
    private long losses;

    void learn(long step) {
      // Streams of neighbouring seeds are independent: the generator scrambles its seed.
      random = new SplittableRandom(settings.seed() ^ (step + 1) * 0x9E3779B97F4A7C15L).split();
      noisePlace = random.nextInt(noise.length);
      int block = (int) (step % text.blocks());
      long epoch = step / text.blocks();
      double done = (double) (epoch * text.tokens() + text.tokensBefore(block));
      double all = (double) settings.epochs() * text.tokens();
      reader.open(block);
      for (int read = reader.next(numbers); read >= 0; read = reader.next(numbers)) {
        int length = 0;
        for (int i = 0; i < read; i++) {
          int word = vocabulary.place(numbers[i]);
          if (word >= 0 && (random.nextInt() >>> 8) * 0x1p-24f < keep[word]) {
            sentence[length++] = word;
          }
        }
        learn(length, (float) (settings.learningRate() * (1 - done / all)));
        done += read;
      }
    }

    private void learn(int length, float rate) {
      for (int i = 0; i < length; i++) {
        int reach = 1 + (random.nextInt() >>> 1) % settings.window();
        int count = 0;
        for (int j = Math.max(0, i - reach); j <= Math.min(length - 1, i + reach); j++) {
          if (j != i) {
            count = addTargets(sentence[j], count);
          }
        }
        if (count > 0) {
          learn(sentence[i], count, rate);
        }
      }
    }

    private int addTargets(int context, int before) {
      int count = before;
      targets[count] = context;
      gradients[count++] = 1;
      for (int n = 1; n < group; n++) {
        int word;
        do {
          word = noise[noisePlace];
          noisePlace = noisePlace + 1 == noise.length ? 0 : noisePlace + 1;
        } while (word == context);
        targets[count] = word;
        gradients[count++] = 0;
      }
      return count;
    }

    private void learn(int word, int count, float rate) {
      for (int pad = 0; pad < Kernel.GROUP; pad++) {
        targets[count + pad] = targets[0];
      }
      int from = rows.first[word];
      int to = rows.first[word + 1];
      kernel.mean(input, rows.rows, from, to, centre);
      kernel.step(centre, delta, output, targets, gradients, count, rate);
      kernel.addTo(input, rows.rows, from, to, delta);
      if (--untilLoss == 0) {
        untilLoss = LOSS_EVERY;
        for (int t = 0; t < count; t++) {
          loss -= Math.log(Math.max(1e-5, 1 - Math.abs(gradients[t] / rate)));
        }
        losses += count / group;
      }
    }
  }

  /** The words and what was learned of them. */
  public WordVectors vectors() {
    int dimension = settings.dimension();
    float[] values = new float[vocabulary.size() * dimension];
    float[] vector = new float[stride];
    for (int w = 0; w < vocabulary.size(); w++) {
      kernel.mean(input, rows.rows, rows.first[w], rows.first[w + 1], vector);
      System.arraycopy(vector, 0, values, w * dimension, dimension);
    }
    return new WordVectors(vocabulary.words(), dimension, values);
  }

  /** What was learned of n-grams, where the settings want them. */
  public Optional<SubwordVectors> subwords() {
    if (!settings.subwords()) {
      return Optional.empty();
    }
    int dimension = settings.dimension();
    float[] values = new float[rows.buckets.length * dimension];
    for (int b = 0; b < rows.buckets.length; b++) {
      System.arraycopy(input, (vocabulary.size() + b) * stride, values, b * dimension, dimension);
    }
    return Optional.of(
        new SubwordVectors(CharacterGrams.DEFAULTS, dimension, rows.buckets, values));
  }

  /** Writes all that {@link #resume} needs; the stream stays open. */
  public void writeCheckpoint(OutputStream stream) throws IOException {
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(stream, 1 << 16));
    out.writeUTF(CHECKPOINT);
    out.writeUTF(settings.toString());
    out.writeUTF(fingerprint());
    out.writeLong(nextStep);
    for (float[] matrix : List.of(input, output)) {
      ByteBuffer row = ByteBuffer.allocate(4 * stride);
      for (int at = 0; at < matrix.length; at += stride) {
        row.asFloatBuffer().put(matrix, at, stride);
        out.write(row.array());
      }
    }
    out.flush();
  }

  /**
   * Takes up what {@link #writeCheckpoint} wrote.
   *
   * @param where names the checkpoint in messages
   * @throws UserException where it is none, or one of other settings or of another text
   */
  public void resume(InputStream stream, String where) {
    try {
      DataInputStream in = new DataInputStream(new BufferedInputStream(stream, 1 << 16));
      if (!in.readUTF().equals(CHECKPOINT)) {
        throw new UserException(where + ": not a checkpoint of this version of voci");
      }
      String was = in.readUTF();
      if (!was.equals(settings.toString())) {
        throw new UserException(
            where
                + ": begun with other settings; repeat them or train anew without --resume ("
                + was
                + ")");
      }
      if (!in.readUTF().equals(fingerprint())) {
        throw new UserException(
            where + ": begun with another text; name that one or train anew without --resume");
      }
      long step = in.readLong();
      if (step < 0 || step > steps()) {
        throw new UserException(where + ": damaged; train anew without --resume");
      }
      for (float[] matrix : List.of(input, output)) {
        byte[] row = new byte[4 * stride];
        for (int at = 0; at < matrix.length; at += stride) {
          in.readFully(row);
          ByteBuffer.wrap(row).asFloatBuffer().get(matrix, at, stride);
        }
      }
      nextStep = step;
    } catch (EOFException | java.io.UTFDataFormatException e) {
      throw new UserException(where + ": damaged; train anew without --resume", e);
    } catch (IOException e) {
      throw new UserException(where + ": cannot be read (" + e.getMessage() + ")", e);
    }
  }

  /** Tells texts apart by their words in order. */
  private String fingerprint() {
    return text.tokens() + " " + text.checksum() + " " + vocabulary.checksum();
  }

  /**
   * Mean negative log likelihood of a context word and its noise words during {@link #learn}, as
   * fastText reports it; NaN before.
   */
  public double meanLoss() {
    return meanLoss;
  }

  @Override
  public void close() {
    text.close();
  }
}
