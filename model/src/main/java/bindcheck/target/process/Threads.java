package bindcheck.target.process;

import java.time.Duration;

/** Waiting for a thread's end, with a bound. */
final class Threads {
  private Threads() {}

  /** Whether the thread ended in that time. */
  static boolean join(Thread thread, Duration limit) {
    try {
      thread.join(limit.toMillis());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return !thread.isAlive();
  }
}
