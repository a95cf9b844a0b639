package bindcheck.litmus.lincheck;

import bindcheck.target.Syscalls;

/**
 * Lets the finite deadline of a call pass, once: at the moment at which Lincheck lets it run. That
 * may be before the call waits, so that it does nothing.
 */
final class Expiry implements Runnable {
  private final Syscalls kernel;
  private final Thread thread;

  Expiry(Syscalls kernel, Thread thread) {
    this.kernel = kernel;
    this.thread = thread;
  }

  @Override
  public void run() {
    try {
      kernel.expire(thread);
    } catch (UnsupportedOperationException noClock) {
      Recorder.hasNoClock();
    }
  }
}
