package bindcheck.target.process;

import java.time.Duration;

/** Waiting for a thread's end, with a bound. */
final class Threads {
  private Threads() {}

  /** Waits as long as that at most. */
  static void join(Thread thread, Duration limit) {
    try {
      thread.join(limit.toMillis());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
