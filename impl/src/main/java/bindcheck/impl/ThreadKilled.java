package bindcheck.impl;

/**
 * The thread was interrupted while its call was blocked: the call ends without a reply and without
 * a change, as when a kernel kills the thread. The thread's interrupted status is set.
 */
public final class ThreadKilled extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ThreadKilled(InterruptedException cause) {
    super(cause);
    Thread.currentThread().interrupt();
  }
}
