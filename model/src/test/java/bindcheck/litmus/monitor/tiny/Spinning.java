package bindcheck.litmus.monitor.tiny;

import bindcheck.litmus.monitor.Tiny;

/** A thread goes round until another one says that it may stop. */
public final class Spinning implements Tiny {
  private volatile boolean stopped;

  @Override
  public int threads() {
    return 2;
  }

  @Override
  public void run(int thread) {
    if (thread == 2) {
      stopped = true;
      return;
    }
    while (!stopped) {
      Thread.onSpinWait();
    }
  }

  @Override
  public String end() {
    return "ended";
  }
}
