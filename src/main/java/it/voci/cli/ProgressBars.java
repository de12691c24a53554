package it.voci.cli;

import it.voci.app.ProgressListener;
import java.io.PrintWriter;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Bars with the time that is left on a terminal; elsewhere only the notes. */
final class ProgressBars implements ProgressListener {
  private static final long STEPS = 1000;

  private final PrintWriter err;
  private final boolean terminal;
  private Optional<ProgressBar> bar = Optional.empty();

  ProgressBars(PrintWriter err, boolean terminal) {
    this.err = err;
    this.terminal = terminal;
  }

  @Override
  public void started(String what) {
    if (terminal) {
      bar =
          Optional.of(
              new ProgressBarBuilder()
                  .setTaskName(what)
                  .setInitialMax(STEPS)
                  .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                  .setConsumer(new ConsoleProgressBarConsumer(System.err))
                  .build());
    }
  }

  @Override
  public void progressed(double share) {
    bar.ifPresent(shown -> shown.stepTo(Math.round(share * STEPS)));
  }

  @Override
  public void detail(String words) {
    bar.ifPresent(shown -> shown.setExtraMessage(words));
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
