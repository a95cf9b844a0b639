package bindcheck.litmus.monitor.tiny;

import bindcheck.litmus.monitor.Tiny;

/** A thread that notifies without owning the monitor, and one that leaves it by an exception. */
public final class Thrown implements Tiny {
  private boolean refused;
  private boolean left;

  @Override
  public int threads() {
    return 2;
  }

  @Override
  @SuppressWarnings("NotifyWithoutSynchronization")
  public void run(int thread) {
    try {
      if (thread == 1) {
        notifyAll();
      } else {
        fail();
      }
    } catch (IllegalMonitorStateException e) {
      synchronized (this) {
        refused = true;
      }
    } catch (UnsupportedOperationException e) {
      synchronized (this) {
        left = true;
      }
    }
  }

  private synchronized void fail() {
    throw new UnsupportedOperationException();
  }

  @Override
  public synchronized String end() {
    return refused + " " + left;
  }
}
