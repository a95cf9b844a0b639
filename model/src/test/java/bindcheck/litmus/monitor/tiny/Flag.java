package bindcheck.litmus.monitor.tiny;

import bindcheck.litmus.monitor.Tiny;

/** A thread waits once, for what another one does; what it finds then is what ends it. */
public class Flag implements Tiny {
  private final long millis;
  private final boolean sets;
  private boolean set;
  private boolean found;
  private boolean back;

  Flag(long millis, boolean sets) {
    this.millis = millis;
    this.sets = sets;
  }

  /** Nobody sets it. */
  public static final class Never extends Flag {
    /** For a loader. */
    public Never() {
      super(0, false);
    }
  }

  /** Nobody sets it, and the wait has a time-out. */
  public static final class Timed extends Flag {
    /** For a loader. */
    public Timed() {
      super(10, false);
    }
  }

  /** It is set. */
  public static final class Set extends Flag {
    /** For a loader. */
    public Set() {
      super(0, true);
    }
  }

  @Override
  public int threads() {
    return 2;
  }

  @Override
  @SuppressWarnings("WaitNotInLoop") // what comes of that is to be seen
  public synchronized void run(int thread) throws InterruptedException {
    if (thread == 1) {
      if (!set) {
        wait(millis);
      }
      back = true;
      found = set;
    } else if (sets) {
      set = true;
      notifyAll();
    }
  }

  @Override
  public String end() {
    return back ? found ? "found it" : "back without" : "not back";
  }
}
