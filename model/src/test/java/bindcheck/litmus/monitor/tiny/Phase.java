package bindcheck.litmus.monitor.tiny;

import bindcheck.litmus.monitor.Tiny;

/** A thread goes on to another phase, which calls itself the same. */
public final class Phase implements Tiny {
  private enum Which {
    FIRST,
    SECOND {
      @Override
      boolean isLast() {
        return true;
      }
    };

    boolean isLast() {
      return false;
    }

    @Override
    public String toString() {
      return "phase";
    }
  }

  private Which which = Which.FIRST;

  @Override
  public int threads() {
    return 2;
  }

  @Override
  public synchronized void run(int thread) {
    which = Which.values()[thread - 1];
  }

  @Override
  public String end() {
    return Boolean.toString(which.isLast());
  }
}
