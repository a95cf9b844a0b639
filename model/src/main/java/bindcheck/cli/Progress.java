package bindcheck.cli;

import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressState;
import picocli.CommandLine.Help.Ansi;

/**
 * Says how far a command is: in one line that comes and goes on a terminal, or in lines of JSON; by
 * itself nothing where the output goes elsewhere.
 */
final class Progress implements AutoCloseable {
  /** How it is told. */
  enum Form {
    /** A line on a terminal. */
    LINE,
    /** An object a line on stderr. */
    JSON,
    /** Not at all. */
    NONE;

    /** What is told to whoever has not said how. */
    static Form usual() {
      return Ansi.AUTO.enabled() ? LINE : NONE;
    }
  }

  private static final int INTERVAL_MS = 200;

  private final Form form;
  private final PrintWriter err;
  private ProgressBar bar;
  private String task = "";
  private long steps = -1;
  private long done;
  private long total = -1;
  private long start = System.nanoTime();
  private long spent;
  private long told = start;
  private volatile long step;

  /** A line on a terminal. */
  Progress() {
    this(Form.usual(), null);
  }

  /**
   * Tells it in that form.
   *
   * @param err where JSON goes
   */
  Progress(Form form, PrintWriter err) {
    this.form = form;
    this.err = err;
  }

  /** From here on there are about so many steps in all; -1 where that is not known. */
  void expect(long total) {
    pause();
    this.total = total;
    spent = 0;
    done = 0;
  }

  /** Begins a task of that many steps; -1 where that is not known. */
  void begin(String task, long steps) {
    pause();
    this.task = task;
    this.steps = steps;
    start = System.nanoTime();
    if (form == Form.LINE) {
      bar =
          new ProgressBarBuilder()
              .setInitialMax(steps)
              .setUpdateIntervalMillis(INTERVAL_MS)
              .setRenderer(this::line)
              .clearDisplayOnFinish()
              .build();
    } else if (form == Form.JSON) {
      tell();
    }
  }

  /** The library's thread asks for it. */
  private String line(ProgressState state, int width) {
    String line = outlook().text();
    return line.length() <= width ? line : line.substring(0, width);
  }

  private Outlook outlook() {
    return new Outlook(task, step, steps, done, total, spent + spending());
  }

  /** The time that the task has taken, if it is one of steps. */
  private long spending() {
    return steps >= 0 ? System.nanoTime() - start : 0;
  }

  void at(long step) {
    this.step = step;
    long now = System.nanoTime();
    if (form == Form.JSON && now - told > TimeUnit.SECONDS.toNanos(1)) {
      tell();
    }
  }

  private void tell() {
    told = System.nanoTime();
    err.println(outlook().json());
    err.flush();
  }

  /** Takes the line away, so that others can be printed; the task is over. */
  void pause() {
    done += step;
    spent += spending();
    steps = -1;
    step = 0;
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
