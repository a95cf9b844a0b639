package bindcheck.target;

import java.util.concurrent.locks.LockSupport;

/**
 * How a driver passes the time between two looks: it spins for as long as most calls take, then
 * lets other threads run, then sleeps briefly; and when it has had enough. The sleep saves a
 * processor and is evidence of nothing.
 *
 * <p>What counts is the time in which it comes to look: where the machine has no processor for this
 * driver, it has none for the threads that it waits for either.
 */
final class Patience {
  private static final int SPINS = 500;
  private static final int YIELDS = 3_000;
  private static final long NAP_NANOS = 50_000;

  /** A pause takes about as long as a nap; what is beyond this was the machine's. */
  private static final long MOST_COUNTED_NANOS = 1_000_000;

  private final long limitNanos;
  private long spentNanos;
  private long lastNanos;
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
      lastNanos = System.nanoTime();
    }
    if (rounds < YIELDS) {
      Thread.yield();
    } else {
      LockSupport.parkNanos(this, NAP_NANOS);
    }
    long now = System.nanoTime();
    spentNanos += Math.min(now - lastNanos, MOST_COUNTED_NANOS);
    lastNanos = now;
    return spentNanos < limitNanos;
  }
}
