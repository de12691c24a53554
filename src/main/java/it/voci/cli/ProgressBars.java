package it.voci.cli;

import it.voci.app.ProgressListener;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Bars with the time that is left, on a terminal, for what takes longer than a moment; elsewhere
 * only the notes.
 */
final class ProgressBars implements ProgressListener {
  private static final long STEPS = 1000;

  /** What is done sooner needs no bar. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final PrintWriter err;
  private final boolean terminal;
  private Optional<ProgressBar> bar = Optional.empty();
  private String what = "";
  private long startNanos;

  ProgressBars(PrintWriter err, boolean terminal) {
    this.err = err;
    this.terminal = terminal;
  }

  @Override
  public void started(String name) {
    what = name;
    startNanos = System.nanoTime();
  }

  @Override
  public void progressed(double share) {
    long step = Math.round(share * STEPS);
    Duration elapsed = Duration.ofNanos(System.nanoTime() - startNanos);
    if (terminal && bar.isEmpty() && elapsed.compareTo(PATIENCE) >= 0) {
      bar = Optional.of(bar(elapsed));
    }
    bar.ifPresent(shown -> shown.stepTo(step));
  }

  private ProgressBar bar(Duration elapsed) {
    return new ProgressBarBuilder()
        .setTaskName(what)
        .setInitialMax(STEPS)
        .startsFrom(0, elapsed)
        .setStyle(ProgressBarStyle.UNICODE_BLOCK)
        .setConsumer(new ConsoleProgressBarConsumer(System.err))
        .build();
  }

  @Override
  public void finished() {
    bar.ifPresent(ProgressBar::close);
    bar = Optional.empty();
  }

  @Override
  public void note(String line) {
    err.println(line);
  }
}
