package bindcheck.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import picocli.CommandLine.Help.Ansi;

/** A progress bar on a terminal; nothing where the output goes elsewhere. */
final class Progress implements AutoCloseable {
  private static final int INTERVAL_MS = 200;

  private ProgressBar bar;

  /** Begins a task of that many steps; -1 where that is not known. */
  void begin(String task, long steps) {
    pause();
    if (Ansi.AUTO.enabled()) {
      bar =
          new ProgressBarBuilder()
              .setTaskName(task)
              .setInitialMax(steps)
              .setUpdateIntervalMillis(INTERVAL_MS)
              .setStyle(ProgressBarStyle.ASCII)
              .clearDisplayOnFinish()
              .build();
    }
  }

  void at(long step) {
    if (bar != null) {
      bar.stepTo(step);
    }
  }

  /** Takes the bar away, so that lines can be printed. */
  void pause() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }

  @Override
  public void close() {
    pause();
  }
}
