package bindcheck.litmus.monitor.tiny;

import bindcheck.litmus.monitor.Tiny;

/** A thread waits for ever, another one interrupts it, if it knows it by then. */
public final class Interrupted implements Tiny {
  private Thread waiting;
  private String end = "";

  @Override
  public int threads() {
    return 2;
  }

  @Override
  public synchronized void run(int thread) {
    if (thread == 2) {
      if (waiting != null) {
        waiting.interrupt();
      }
      return;
    }
    waiting = Thread.currentThread();
    try {
      while (waiting != null) {
        wait();
      }
    } catch (InterruptedException e) {
      end = "interrupted, " + Thread.currentThread().isInterrupted();
    }
  }

  @Override
  public String end() {
    return end;
  }
}
