package it.voci.embedding;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import it.voci.UserException;
import it.voci.corpus.JsonText;
import it.voci.corpus.Utf8Lines;
import it.voci.text.ItalianTokenizer;
import it.voci.text.Sentences;
import it.voci.text.TextSpan;
import it.voci.text.Token;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Text to learn word vectors from, read again for every pass and never held as a whole: {@code
 * .txt} and {@code .md} files a line at a time, {@code .jsonl} files in dataset format (only their
 * texts are looked at), each also as {@code .gz}.
 */
public final class TrainingText {
  private static final ItalianTokenizer TOKENIZER = new ItalianTokenizer();

  private final List<Path> files;
  private final long bytes;

  private TrainingText(List<Path> files, long bytes) {
    this.files = List.copyOf(files);
    this.bytes = bytes;
  }

  /**
   * The files named and, in name order, those in the folders named.
   *
   * @throws UserException where a path does not exist or nothing can be read at all
   */
  public static TrainingText of(List<Path> paths) {
    List<Path> files = new ArrayList<>();
    long bytes = 0;
    try {
      for (Path path : paths) {
        if (Files.isDirectory(path)) {
          try (Stream<Path> inside = Files.walk(path.toRealPath())) {
            inside
                .filter(Files::isRegularFile)
                .filter(TrainingText::isText)
                .sorted()
                .forEach(files::add);
          }
        } else if (Files.isRegularFile(path)) {
          files.add(path);
        } else {
          throw new UserException(path + ": no such file or folder");
        }
      }
      for (Path file : files) {
        bytes += Files.size(file);
      }
    } catch (IOException | UncheckedIOException e) {
      throw new UserException("the corpus cannot be read (" + e.getMessage() + ")", e);
    }
    if (bytes == 0) {
      throw new UserException(paths + ": no .txt, .md or .jsonl text to learn from");
    }
    return new TrainingText(files, bytes);
  }

  private static boolean isText(Path file) {
    return name(file).matches(".*\\.(txt|md|jsonl)(\\.gz)?");
  }

  private static String name(Path file) {
    return file.getFileName().toString().toLowerCase(Locale.ROOT);
  }

  public List<Path> files() {
    return files;
  }

  /**
   * A pass over all sentences, always in the same order.
   *
   * @param threads that split and tokenise; the caller's own is not among them
   */
  public Pass sentences(int threads) {
    return new Pass(threads);
  }

  /**
   * One pass over the text; every sentence a list of words, lower-cased as {@link WordVectors#key}
   * does. Not safe for use by several threads. To be closed.
   */
  public final class Pass implements Iterator<List<String>>, AutoCloseable {
    /** Characters handed to a thread at a time. */
    private static final int BATCH = 1 << 16;

    private final Queue<Future<List<List<String>>>> running = new ArrayDeque<>();
    private final int most;
    private final ExecutorService threads;
    private Iterator<List<String>> ready = Collections.emptyIterator();
    private int nextFile;
    private Path file;
    private Utf8Lines lines;
    private long read;

    private Pass(int threads) {
      this.most = 2 * threads;
      this.threads =
          Executors.newFixedThreadPool(
              threads,
              work -> {
                Thread thread = new Thread(work, "tokeniser");
                thread.setDaemon(true);
                return thread;
              });
    }

    /** The share of the text that was read, from 0 to 1; somewhat ahead of the sentences. */
    public double share() {
      return Math.min(1.0, (double) read / bytes);
    }

    @Override
    public boolean hasNext() {
      while (!ready.hasNext()) {
        while (running.size() < most) {
          List<Line> batch = batch();
          if (batch.isEmpty()) {
            break;
          }
          running.add(threads.submit(() -> split(batch)));
        }
        if (running.isEmpty()) {
          return false;
        }
        ready = result(running.remove()).iterator();
      }
      return true;
    }

    @Override
    public List<String> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return ready.next();
    }

    private static List<List<String>> result(Future<List<List<String>>> future) {
      try {
        return future.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      } catch (ExecutionException e) {
        if (e.getCause() instanceof UserException cause) {
          throw cause;
        }
        throw new IllegalStateException(e.getCause());
      }
    }

    /** The next lines that are not blank; none at the end of the text. */
    private List<Line> batch() {
      List<Line> batch = new ArrayList<>();
      try {
        for (int size = 0; size < BATCH; ) {
          if (lines == null) {
            if (nextFile == files.size()) {
              return batch;
            }
            open(files.get(nextFile++));
          }
          Optional<String> line = lines.next();
          if (line.isEmpty()) {
            closeFile();
          } else if (!line.get().isBlank()) {
            batch.add(new Line(line.get(), isJson(file), lines.where()));
            size += line.get().length();
          }
        }
        return batch;
      } catch (IOException e) {
        throw new UserException(file + ": cannot be read (" + e.getMessage() + ")", e);
      }
    }

    private void open(Path path) throws IOException {
      file = path;
      InputStream counted = new CountedStream(Files.newInputStream(path));
      InputStream in = name(path).endsWith(".gz") ? new GZIPInputStream(counted, 1 << 16) : counted;
      lines = new Utf8Lines(in, path.toString());
    }

    private void closeFile() throws IOException {
      if (lines != null) {
        lines.close();
        lines = null;
      }
    }

    @Override
    public void close() {
      threads.shutdownNow();
      try {
        closeFile();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    /** Counts the bytes taken from the file, before any decompression. */
    private final class CountedStream extends FilterInputStream {
      CountedStream(InputStream in) {
        super(in);
      }

      @Override
      public int read() throws IOException {
        int b = super.read();
        read += b < 0 ? 0 : 1;
        return b;
      }

      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        read += Math.max(0, count);
        return count;
      }
    }
  }

  /**
   * A line of a file.
   *
   * @param where names it in messages
   */
  private record Line(String text, boolean json, String where) {}

  private static boolean isJson(Path file) {
    return name(file).matches(".*\\.jsonl(\\.gz)?");
  }

  private static List<List<String>> split(List<Line> lines) {
    List<List<String>> sentences = new ArrayList<>();
    for (Line line : lines) {
      if (line.json()) {
        JsonObject article = JsonText.object(line.text(), line.where());
        JsonText.text(article, "text", line.where()).ifPresent(text -> split(text, sentences));
        if (article.get("paragraphs") instanceof JsonArray paragraphs) {
          for (JsonElement paragraph : paragraphs) {
            if (!(paragraph instanceof JsonObject fields)) {
              throw new UserException(
                  line.where() + ": expected paragraphs to be objects with a 'text'");
            }
            JsonText.text(fields, "text", line.where()).ifPresent(text -> split(text, sentences));
          }
        }
      } else {
        split(line.text(), sentences);
      }
    }
    return sentences;
  }

  private static void split(String paragraph, List<List<String>> sentences) {
    for (TextSpan sentence : Sentences.split(paragraph)) {
      List<String> words = new ArrayList<>();
      for (Token token : TOKENIZER.tokenize(sentence.of(paragraph))) {
        if (token.kind() != Token.Kind.PUNCTUATION) {
          words.add(WordVectors.key(token));
        }
      }
      if (words.size() > 1) {
        sentences.add(words);
      }
    }
  }
}
