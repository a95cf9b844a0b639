package bindcheck.target;

/**
 * Hardest to observe: threads that wake one another, one at a time, before they wait again. {@code
 * interrupt_wait(runner)} waits for the baton; {@code interrupt_trigger(first, 0, hops)} gives it
 * to a runner, who hands it on that often. Whoever has it last returns.
 */
final class Relay extends NoSyscalls {
  /** A place in the ring; guards its own baton. */
  private static final class Runner {
    private long hops = -1;

    synchronized void give(long left) {
      hops = left;
      notifyAll();
    }

    synchronized long take() throws InterruptedException {
      while (hops < 0) {
        wait();
      }
      long taken = hops;
      hops = -1;
      return taken;
    }
  }

  private final Runner[] ring;

  Relay(int runners) {
    ring = new Runner[runners];
    for (int i = 0; i < runners; i++) {
      ring[i] = new Runner();
    }
  }

  @Override
  public int interruptWait(int inth, long[] outTimestamp) {
    try {
      for (long left = ring[inth].take(); left > 0; left = ring[inth].take()) {
        ring[(inth + 1) % ring.length].give(left - 1);
      }
      return 0;
    } catch (InterruptedException abandoned) {
      return -1;
    }
  }

  @Override
  public int interruptTrigger(int inth, int options, long timestamp) {
    ring[inth].give(timestamp);
    return 0;
  }
}
