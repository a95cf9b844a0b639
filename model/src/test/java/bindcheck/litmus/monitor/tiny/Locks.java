package bindcheck.litmus.monitor.tiny;

import bindcheck.litmus.monitor.Tiny;

/** Two threads enter two monitors, in different orders. */
public final class Locks implements Tiny {
  private final Object one = new Object();
  private final Object other = new Object();

  @Override
  public int threads() {
    return 2;
  }

  @Override
  public void run(int thread) {
    if (thread == 1) {
      both(one, other);
    } else {
      both(other, one);
    }
  }

  private static void both(Object first, Object second) {
    synchronized (first) {
      synchronized (second) {
        assert Thread.holdsLock(first) && Thread.holdsLock(second);
      }
    }
  }

  @Override
  public String end() {
    return "ended";
  }
}
