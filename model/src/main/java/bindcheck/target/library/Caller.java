package bindcheck.target.library;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Optional;

/**
 * A thread that makes calls of a library, and what was last seen of it.
 *
 * <p>It says itself when it enters a call and when it leaves; everything else is asked by one other
 * thread.
 */
final class Caller {
  private static final long SETTLE_NANOS = 20_000_000;
  private static final long NEVER = -1;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final NativeThread thread = NativeThread.current();

  /** Where a preloaded library that holds up threads looks whether this one is inside a call. */
  private final Optional<Pointer> preloaded = preloaded();

  /** The number of the call that it is inside, or 0. */
  private volatile long inside;

  private long made;

  private long seenCall;
  private long seenSleeps = NEVER;
  private long since;
  private boolean onFutex;
  private boolean confirmed;

  private static Optional<Pointer> preloaded() {
    try {
      NativeLibrary process = NativeLibrary.getProcess();
      return Optional.of(process.getFunction("bindcheck_perturb_inside").invokePointer(null));
    } catch (UnsatisfiedLinkError none) {
      return Optional.empty();
    }
  }

  /** On the thread itself: a call begins. */
  void enter() {
    inside = ++made;
    preloaded.ifPresent(word -> word.setInt(0, 1));
  }

  /** On the thread itself: the call has returned. */
  void leave() {
    preloaded.ifPresent(word -> word.setInt(0, 0));
    inside = 0;
  }

  boolean isInside() {
    return inside != 0;
  }

  NativeThread thread() {
    return thread;
  }

  /**
   * Looks once: whether it has slept in this call since an earlier look, and not for the machine.
   */
  boolean isBlocked() {
    if (!sleepsAsBefore()) {
      return false;
    }
    if (!confirmed) {
      finishWakeUps();
      confirmed = sleepsAsBefore();
    }
    return confirmed && (onFutex || System.nanoTime() - since >= SETTLE_NANOS);
  }

  /**
   * Waits until every thread that the Java machine had stopped, for a garbage collection say, has
   * been woken. A thread that returns from a library at such a moment falls asleep, and might be
   * woken only after the one that asks. One thread of the machine makes all its operations, one
   * after the other, so another such operation ends the earlier one.
   */
  private static void finishWakeUps() {
    THREADS.findDeadlockedThreads();
  }

  /** Whether it is asleep in its call, and was so at the last look and ever since. */
  private boolean sleepsAsBefore() {
    long call = inside;
    long sleeps = thread.asleep();
    if (call == 0 || sleeps < 0 || inside != call) {
      seenSleeps = NEVER;
      return false;
    }
    if (call != seenCall || sleeps != seenSleeps) {
      seenCall = call;
      seenSleeps = sleeps;
      since = System.nanoTime();
      onFutex = thread.isOnFutex();
      confirmed = false;
      return false;
    }
    return true;
  }
}
