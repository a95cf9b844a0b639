package bindcheck.target.process;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Bounds how long a write may take: a program that does not read would block it for ever, and only
 * its end sets the writer free.
 */
final class Watchdog {
  private static final int LOOKS = 4;
  private static final long NOT_WRITING = 0;

  private final long limitNanos;
  private final Runnable bite;
  private final Thread thread = new Thread(this::watch, "bindcheck-watchdog");
  private volatile long writingSince = NOT_WRITING;
  private volatile boolean ended;

  /**
   * Begins to watch.
   *
   * @param bite ends the write; runs on a thread of its own
   */
  Watchdog(Duration limit, Runnable bite) {
    this.limitNanos = limit.toNanos();
    this.bite = bite;
    thread.setDaemon(true);
    thread.start();
  }

  void writeBegins() {
    writingSince = System.nanoTime() | 1; // never NOT_WRITING
  }

  void writeEnds() {
    writingSince = NOT_WRITING;
  }

  /** Ends the watch, and waits for that as long as it is told. */
  void end(Duration limit) {
    ended = true;
    LockSupport.unpark(thread);
    Threads.join(thread, limit);
  }

  private void watch() {
    while (!ended) {
      LockSupport.parkNanos(this, limitNanos / LOOKS);
      long since = writingSince;
      if (since != NOT_WRITING && System.nanoTime() - since > limitNanos) {
        bite.run();
      }
    }
  }
}
