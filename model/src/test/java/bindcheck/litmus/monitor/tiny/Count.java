package bindcheck.litmus.monitor.tiny;

import bindcheck.litmus.monitor.Tiny;

/** Two threads add one each. */
public class Count implements Tiny {
  private final Object[] guards;
  private int count;

  Count(Object first, Object second) {
    guards = new Object[] {first, second};
  }

  /** Under one monitor. */
  public static final class Guarded extends Count {
    private static final class Guard {}

    /** For a loader. */
    public Guarded() {
      this(new Guard());
    }

    private Guarded(Guard guard) {
      super(guard, guard);
    }
  }

  /** Each under a monitor of its own. */
  public static final class TwoGuards extends Count {
    /** For a loader. */
    public TwoGuards() {
      super(new Object(), new Object());
    }
  }

  /** Under none. */
  public static final class Unguarded extends Count {
    /** For a loader. */
    public Unguarded() {
      super(null, null);
    }
  }

  @Override
  public int threads() {
    return 2;
  }

  @Override
  public void run(int thread) {
    Object guard = guards[thread - 1];
    if (guard == null) {
      count++;
      return;
    }
    synchronized (guard) {
      count++;
    }
  }

  @Override
  public String end() {
    return Integer.toString(count);
  }
}
