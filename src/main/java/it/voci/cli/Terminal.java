package it.voci.cli;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Where a command reads and prints, and what is at the other end. Output is UTF-8.
 *
 * <p>Which streams are terminals is told by the launcher in the system property {@code voci.tty}
 * ({@code "in out err"} or a part of it): Java itself cannot tell one by one.
 */
final class Terminal {
  private static final int DEFAULT_WIDTH = 100;

  private final InputStream in;
  private final CheckedWriter out;
  private final Writer err;
  private final String tty;
  private final int width;
  private final boolean colours;

  Terminal(
      InputStream in, OutputStream out, OutputStream err, String tty, int width, boolean colours) {
    this.in = in;
    this.out = new CheckedWriter(out);
    this.err = new OutputStreamWriter(err, StandardCharsets.UTF_8);
    this.tty = tty;
    this.width = width;
    this.colours = colours;
  }

  static Terminal ofProcess() {
    String tty = System.getProperty("voci.tty", "");
    String columns =
        System.getProperty("voci.columns", System.getenv().getOrDefault("COLUMNS", ""));
    String noColor = System.getenv().getOrDefault("NO_COLOR", "");
    return new Terminal(
        System.in,
        new FileOutputStream(FileDescriptor.out),
        new FileOutputStream(FileDescriptor.err),
        tty,
        columns.matches("[1-9]\\d{0,4}") ? Integer.parseInt(columns) : DEFAULT_WIDTH,
        tty.contains("out") && noColor.isEmpty() && !isDumb());
  }

  private static boolean isDumb() {
    return "dumb".equals(System.getenv("TERM"));
  }

  InputStream in() {
    return in;
  }

  Writer out() {
    return out;
  }

  Writer err() {
    return err;
  }

  boolean isInputTerminal() {
    return tty.contains("in");
  }

  boolean isOutputTerminal() {
    return tty.contains("out");
  }

  boolean isErrorTerminal() {
    return tty.contains("err");
  }

  /** Takes back the line of at most 60 characters that was printed last; not in a file or pipe. */
  void eraseErrorLine() {
    if (isErrorTerminal() && width >= 60 && !isDumb()) {
      try {
        err.write("\u001b[1A\u001b[2K");
        err.flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  int width() {
    return width;
  }

  boolean colours() {
    return colours;
  }

  /** True once the reader of standard output has gone away. */
  boolean outputWasClosed() {
    return out.closedByReader;
  }

  /** Standard output whose errors are not swallowed. */
  private static final class CheckedWriter extends Writer {
    private final Writer writer;
    private boolean closedByReader;

    CheckedWriter(OutputStream stream) {
      writer = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16);
    }

    @Override
    public void write(char[] buffer, int offset, int length) {
      try {
        writer.write(buffer, offset, length);
      } catch (IOException e) {
        throw failed(e);
      }
    }

    @Override
    public void flush() {
      try {
        writer.flush();
      } catch (IOException e) {
        throw failed(e);
      }
    }

    @Override
    public void close() {
      flush();
    }

    private UncheckedIOException failed(IOException e) {
      // EPIPE; Windows says "The pipe is being closed".
      closedByReader = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
      return new UncheckedIOException(
          new IOException("standard output cannot be written (" + e.getMessage() + ")", e));
    }
  }
}
