package bindcheck.target.library;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The threads that make calls of a library, and whether they are blocked in them.
 *
 * <p>Linux shows a thread as asleep from when it is about to sleep; who wakes it first makes it
 * show as running. It counts how often each has gone to sleep. A pass looks at every thread that is
 * inside a call. When in one pass each was found asleep, with the count of an earlier look in the
 * same call, then at the moment at which the pass began none of them ran or had been woken: what it
 * would have been woken by is another of them, which has not run between its earlier look and then.
 * So all are blocked until the driver does something. What a Java thread may sleep for beside the
 * library, {@link Caller} tells apart.
 *
 * <p>This holds of threads that sleep on a futex, as they do in mutexes, condition variables and
 * semaphores. One that sleeps otherwise, on a pipe or for a time, counts as blocked when it has
 * stayed asleep for 20 ms. A thread of the library's own that wakes callers is not seen.
 */
final class Callers {
  private final Map<Thread, Caller> callers = new ConcurrentHashMap<>();

  /** The thread that calls this. */
  Caller current() {
    return callers.computeIfAbsent(Thread.currentThread(), thread -> new Caller());
  }

  /** That thread, or null where it has never made a call. */
  Caller of(Thread thread) {
    return callers.get(thread);
  }

  /** Forgets the threads that have ended. */
  void forget() {
    callers.keySet().removeIf(thread -> !thread.isAlive());
  }

  /** Looks once: whether all of these threads were blocked in their calls at one moment. */
  boolean areBlocked(Collection<Thread> threads) {
    boolean all = true;
    for (Thread thread : threads) {
      Caller caller = thread == null ? null : callers.get(thread);
      all &= caller != null && caller.isBlocked();
    }
    return all;
  }
}
