package bindcheck.impl;

import java.util.HashMap;
import java.util.Map;

/**
 * Time that stands still: a deadline that is finite and above zero passes for one waiting thread at
 * a time, when {@link #expire} says so, and for that wait only.
 *
 * <p>Its own lock guards the map alone and is the last in the lock order. A {@link Sleep} is
 * guarded by the monitor that it is a wait on.
 */
public final class ManualClock implements Clock {
  /** One wait of one thread. */
  private static final class Sleep {
    final Object monitor;
    final boolean finite;
    boolean over;
    boolean expired;

    Sleep(Object monitor, boolean finite) {
      this.monitor = monitor;
      this.finite = finite;
    }
  }

  /**
   * The last wait of each thread. One that is over stays until the thread's next: a thread that
   * woke and waits again is so never absent from here.
   */
  private final Map<Thread, Sleep> sleeps = new HashMap<>();

  @Override
  public boolean passed(long deadline) {
    return deadline <= 0;
  }

  @Override
  @SuppressWarnings("WaitNotInLoop") // the caller loops
  public boolean await(Object monitor, long deadline) throws InterruptedException {
    Sleep sleep = new Sleep(monitor, deadline != INFINITE);
    remember(Thread.currentThread(), sleep);
    try {
      monitor.wait();
    } catch (InterruptedException e) {
      if (!sleep.expired) {
        throw e;
      }
      Thread.currentThread().interrupt();
    } finally {
      sleep.over = true;
    }
    return sleep.expired;
  }

  /**
   * Lets the deadline of the wait that {@code thread} is in pass, and wakes the thread
   * (R-port-wait-timed-out). Whether it then reports a time-out is up to the call that waits: it
   * may find by then what it waited for. A later wait of the thread is not affected.
   *
   * <p>To be called without holding any lock of the kernel.
   *
   * @return whether there was such a wait; false if the thread is not waiting, or without a finite
   *     deadline
   */
  public boolean expire(Thread thread) {
    Sleep sleep = null;
    Sleep last = lastSleep(thread);
    while (sleep != last) {
      sleep = last;
      synchronized (sleep.monitor) {
        if (!sleep.over) {
          sleep.expired = sleep.finite;
          sleep.monitor.notifyAll();
          return sleep.finite;
        }
      }
      // While this waited for the monitor, the thread may have begun another wait.
      last = lastSleep(thread);
    }
    return false;
  }

  private synchronized void remember(Thread thread, Sleep sleep) {
    sleeps.put(thread, sleep);
  }

  private synchronized Sleep lastSleep(Thread thread) {
    return sleeps.get(thread);
  }
}
