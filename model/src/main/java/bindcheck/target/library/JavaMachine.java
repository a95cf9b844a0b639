package bindcheck.target.library;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** What this Java machine does behind the back of its threads. */
final class JavaMachine {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private JavaMachine() {}

  /**
   * Waits until every thread that the machine had stopped, for a garbage collection say, has been
   * woken. A thread that returns from a library at such a moment falls asleep, and might be woken
   * only after the one that asks. One thread of the machine makes all its operations, one after the
   * other, so another such operation ends the earlier one.
   */
  static void finishWakeUps() {
    THREADS.findDeadlockedThreads();
  }
}
