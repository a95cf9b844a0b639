package bindcheck.target;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Threads that wait for one another's locks, as the Java machine itself tells: for ever. */
final class Deadlock {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Deadlock() {}

  /**
   * Looks for one.
   *
   * @throws TargetException if some of the workers are in one
   */
  static void refuse(List<Worker> workers) {
    if (workers.stream().noneMatch(w -> w.thread().getState() == Thread.State.BLOCKED)) {
      return;
    }
    long[] found = THREADS.findDeadlockedThreads();
    if (found == null) {
      return;
    }
    List<Worker> locked = new ArrayList<>(workers);
    locked.removeIf(w -> Arrays.stream(found).noneMatch(id -> id == w.thread().getId()));
    if (!locked.isEmpty()) {
      throw new TargetException(
          TargetException.Reason.DEADLOCK,
          "each waits for a lock that another has: " + Diagnosis.describe(locked));
    }
  }
}
