package bindcheck.target;

import java.util.concurrent.locks.LockSupport;

/**
 * How a driver passes the time between two looks: it spins for as long as most calls take, then
 * lets other threads run, then sleeps briefly; and when it has had enough. The sleep saves a
 * processor and is evidence of nothing.
 */
final class Patience {
  private static final int SPINS = 500;
  private static final int YIELDS = 3_000;
  private static final long NAP_NANOS = 50_000;

  private final long limitNanos;
  private long startNanos;
  private int rounds;

  Patience(long limitNanos) {
    this.limitNanos = limitNanos;
  }

  /** Whether it has come to sleeping. */
  boolean isLong() {
    return rounds >= YIELDS;
  }

  /** Passes a little time; false when the limit is reached. */
  @SuppressWarnings("ThreadPriorityCheck") // a yield is for speed only
  boolean pause() {
    if (++rounds < SPINS) {
      Thread.onSpinWait();
      return true;
    }
    if (rounds == SPINS) {
      startNanos = System.nanoTime();
    }
    if (rounds < YIELDS) {
      Thread.yield();
    } else {
      LockSupport.parkNanos(this, NAP_NANOS);
    }
    return System.nanoTime() - startNanos < limitNanos;
  }
}
