package bindcheck.impl;

/**
 * Tells when deadlines pass (R-port-wait-timed-out). A deadline is an absolute time in nanoseconds;
 * zero and below has always passed, and {@link #INFINITE} never passes.
 */
public interface Clock {
  /** {@code ZX_TIME_INFINITE}. */
  long INFINITE = Long.MAX_VALUE;

  /** Whether {@code deadline} has passed for the calling thread, which is not waiting yet. */
  boolean passed(long deadline);

  /**
   * Waits on {@code monitor} until it is notified or the deadline passes, or for no reason at all.
   *
   * @param monitor held by the calling thread, let go of during the wait and held again at the end
   * @param deadline one that has not passed for the calling thread
   * @return whether the deadline has passed for the calling thread
   * @throws InterruptedException if the thread was interrupted and the deadline has not passed
   */
  boolean await(Object monitor, long deadline) throws InterruptedException;
}
