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
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Text to learn word vectors from, read again for every pass and never held as a whole: {@code
 * .txt} and {@code .md} files a line at a time, {@code .jsonl} files in dataset format (only their
 * texts are looked at), each also as {@code .gz}.
 */
public final class TrainingText {
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

  /** A pass over all sentences. */
  public Pass sentences() {
    return new Pass();
  }

  /**
   * One pass over the text; every sentence a list of words, lower-cased as {@link WordVectors#key}
   * does. Not safe for use by several threads. To be closed.
   */
  public final class Pass implements Iterator<List<String>>, AutoCloseable {
    private final ItalianTokenizer tokenizer = new ItalianTokenizer();
    private final Queue<List<String>> ready = new ArrayDeque<>();
    private int nextFile;
    private Path file;
    private Utf8Lines lines;
    private long read;

    /** The share of the text that was read, from 0 to 1. */
    public double share() {
      return Math.min(1.0, (double) read / bytes);
    }

    @Override
    public boolean hasNext() {
      try {
        while (ready.isEmpty()) {
          if (lines == null) {
            if (nextFile == files.size()) {
              return false;
            }
            open(files.get(nextFile++));
          }
          Optional<String> line = lines.next();
          if (line.isPresent()) {
            addSentences(line.get());
          } else {
            close();
          }
        }
        return true;
      } catch (IOException e) {
        throw new UserException(file + ": cannot be read (" + e.getMessage() + ")", e);
      }
    }

    @Override
    public List<String> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return ready.remove();
    }

    private void open(Path path) throws IOException {
      file = path;
      InputStream counted = new CountedStream(Files.newInputStream(path));
      InputStream in = name(path).endsWith(".gz") ? new GZIPInputStream(counted, 1 << 16) : counted;
      lines = new Utf8Lines(in, path.toString());
    }

    private void addSentences(String text) {
      if (text.isBlank()) {
        return;
      }
      if (name(file).matches(".*\\.jsonl(\\.gz)?")) {
        String where = lines.where();
        JsonObject article = JsonText.object(text, where);
        JsonText.text(article, "text", where).ifPresent(this::addParagraph);
        if (article.get("paragraphs") instanceof JsonArray paragraphs) {
          for (JsonElement paragraph : paragraphs) {
            if (!(paragraph instanceof JsonObject fields)) {
              throw new UserException(where + ": expected paragraphs to be objects with a 'text'");
            }
            JsonText.text(fields, "text", where).ifPresent(this::addParagraph);
          }
        }
      } else {
        addParagraph(text);
      }
    }

    private void addParagraph(String paragraph) {
      for (TextSpan sentence : Sentences.split(paragraph)) {
        List<String> words = new ArrayList<>();
        for (Token token : tokenizer.tokenize(sentence.of(paragraph))) {
          if (token.kind() != Token.Kind.PUNCTUATION) {
            words.add(WordVectors.key(token));
          }
        }
        if (words.size() > 1) {
          ready.add(List.copyOf(words));
        }
      }
    }

    @Override
    public void close() {
      if (lines != null) {
        try {
          lines.close();
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
        lines = null;
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
}
