package bindcheck.impl;

/**
 * Real time: deadlines are on the scale of {@link System#nanoTime}, and are noticed a little late,
 * for waits are in whole milliseconds.
 */
public final class SystemClock implements Clock {
  private static final long NANOS_PER_MILLI = 1_000_000;

  @Override
  public boolean passed(long deadline) {
    if (deadline == INFINITE) {
      return false;
    }
    return deadline <= 0 || deadline <= System.nanoTime();
  }

  @Override
  @SuppressWarnings("WaitNotInLoop") // the caller loops
  public boolean await(Object monitor, long deadline) throws InterruptedException {
    if (deadline == INFINITE) {
      monitor.wait();
      return false;
    }
    long remaining = deadline - System.nanoTime();
    if (remaining > 0) {
      monitor.wait(remaining / NANOS_PER_MILLI + 1); // never 0, which would be for ever
    }
    return passed(deadline);
  }
}
