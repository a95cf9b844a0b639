package bindcheck.target;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Sees whether all of some workers are blocked in their calls at one and the same moment.
 *
 * <h2>What is looked at</h2>
 *
 * A look at a worker reads, in this order: that it is inside its call; how often its thread has
 * waited or been blocked (two counters that only grow, taken as their sum); that its state is
 * WAITING; and that it is inside still. A pass looks at each worker once. The answer is yes when in
 * one pass every worker is found waiting with the count that an earlier look, also one that found
 * it waiting in the same call, had noted; the earlier look may be as old as the previous
 * quiescence, so that a pass suffices for workers that nobody has disturbed.
 *
 * <h2>Why that is exact for monitors</h2>
 *
 * HotSpot sets the state WAITING on entry to {@code Object.wait}, while the monitor is still held,
 * and then counts; from there on the thread runs no code of the implementation until it is
 * notified. {@code notify} itself sets the notified thread to BLOCKED and counts, before the
 * notifier leaves the monitor and hence before the notified thread can run.
 *
 * <p>Let t be the moment at which the last pass began. (1) No worker runs code of the
 * implementation between its earlier look and its look in the last pass: to do so it would have to
 * be notified, which counts before it runs, and the counts are equal; the one count that may still
 * be to come is that of entering the wait it is already bound to finish. (2) So a worker that was
 * notified before t was so before the earlier look at the notifier, and both effects of the
 * notification came before t too. If they came after the earlier look at the notified worker, the
 * counts would differ; if before, then that look found it WAITING again, in a later wait. (3) So at
 * t every worker waits and none has been notified. Calls that returned did so before t, the driver
 * does nothing, and nobody else may notify: nothing changes any more. A lost wake-up is therefore
 * seen as what it is, however often threads wake one another, and no time need pass.
 *
 * <h2>Why that is exact for the locks of java.util.concurrent</h2>
 *
 * A thread that has been unparked shows as WAITING, and with no new count, until it is scheduled.
 * So a look at a thread that is parked notes the node in which it waits ({@link Parking}) instead
 * of the count, and finds it before and after it reads the state. (1) A worker that has the same
 * node in its earlier look and in the last pass ran no code of the implementation between: each
 * call that may park has a node of its own, and within one only the lock's own code runs. (2) Let F
 * be the worker that is the first, after t, to run code of the implementation. In the last pass its
 * node had the mark, so F was unparked later than t, or failed once to get the lock and got it
 * later than t; either way somebody gave the lock, or the signal, after t. That takes code of the
 * implementation, and F was the first to run any. So there is no such F.
 *
 * <h2>Where it is not exact</h2>
 *
 * <ul>
 *   <li>A worker that is parked elsewhere is taken to be blocked only when every worker has stayed
 *       as it was for the settle time, and {@link #isExact} is false from then on.
 *   <li>The same is done where the wait has a time-out, which may end by itself.
 *   <li>Threads of the implementation's own, and interrupts between its threads, are not seen.
 * </ul>
 */
final class Blocking {
  static final long NEVER_SEEN = -1;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final long settleNanos;
  private int times = 1;
  private long unchangedSince;
  private boolean settling;
  private boolean exact = true;

  Blocking(long settleNanos) {
    this.settleNanos = settleNanos;
  }

  /** Whether every answer so far was a certain one. */
  boolean isExact() {
    return exact;
  }

  /** From now on waits so many times the settle time. */
  void settleLonger(int manyTimes) {
    times = manyTimes;
  }

  /** Forgets how long nothing has changed: to be called when a stimulus has been given. */
  void restart() {
    settling = false;
  }

  /**
   * Makes one pass; true if all the workers are blocked now and stay so until the driver does
   * something. Whatever of them has returned before the pass must have been left out.
   */
  boolean isReached(List<Worker> workers) {
    for (Worker worker : workers) {
      if (!seemsBlocked(worker)) {
        settling = false;
        return false;
      }
    }
    boolean unchanged = true;
    boolean certain = true;
    for (Worker worker : workers) {
      Object park = Parking.node(worker.thread());
      ThreadInfo info = THREADS.getThreadInfo(worker.thread().getId());
      if (park == Parking.LET_GO
          || info == null
          || !isWaiting(info.getThreadState())
          || !worker.isInside()) {
        settling = false;
        return false;
      }
      boolean stillParked = park != null && park == Parking.node(worker.thread());
      boolean samePark = worker.sameParkAsBefore(stillParked ? park : null);
      boolean sameWaits = worker.sameWaitsAsBefore(info.getWaitedCount() + info.getBlockedCount());
      unchanged &= stillParked ? samePark : sameWaits;
      certain &=
          info.getThreadState() == Thread.State.WAITING
              && (stillParked || waitsOnMonitor(worker.thread(), info));
    }
    return certain ? unchanged : unchanged(unchanged);
  }

  /** A look that costs next to nothing, to be made first. */
  private static boolean seemsBlocked(Worker worker) {
    return worker.isInside() && isWaiting(worker.thread().getState());
  }

  private static boolean isWaiting(Thread.State state) {
    return state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING;
  }

  /** Whether the thread is in an {@code Object.wait}. */
  private static boolean waitsOnMonitor(Thread thread, ThreadInfo info) {
    return info.getLockInfo() != null && LockSupport.getBlocker(thread) == null;
  }

  /** Whether nothing has changed for the settle time. */
  private boolean unchanged(boolean sinceLastPass) {
    long now = System.nanoTime();
    if (!settling || !sinceLastPass) {
      settling = true;
      unchangedSince = now;
      return false;
    }
    boolean settled = now - unchangedSince >= times * settleNanos;
    exact &= !settled;
    return settled;
  }
}
