package bindcheck.litmus.monitor.tiny;

import bindcheck.litmus.monitor.Tiny;

/** Two threads wait for a ticket each, a third brings both and tells one or all of it. */
public class Tickets implements Tiny {
  private final boolean tellsAll;
  private int tickets;

  Tickets(boolean tellsAll) {
    this.tellsAll = tellsAll;
  }

  /** Tells one. */
  public static final class TellsOne extends Tickets {
    /** For a loader. */
    public TellsOne() {
      super(false);
    }
  }

  /** Tells all. */
  public static final class TellsAll extends Tickets {
    /** For a loader. */
    public TellsAll() {
      super(true);
    }
  }

  @Override
  public int threads() {
    return 3;
  }

  @Override
  public synchronized void run(int thread) throws InterruptedException {
    if (thread < 3) {
      take();
    } else {
      bring();
    }
  }

  private void take() throws InterruptedException {
    while (tickets == 0) {
      wait();
    }
    tickets--;
  }

  private void bring() {
    tickets = 2;
    if (tellsAll) {
      notifyAll();
    } else {
      notify();
    }
  }

  @Override
  public String end() {
    return tickets + " left";
  }
}
