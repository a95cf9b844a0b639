package bindcheck.target;

import java.lang.reflect.Field;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import java.util.concurrent.locks.AbstractQueuedSynchronizer.ConditionObject;
import java.util.concurrent.locks.LockSupport;

/**
 * Sees whether a parked thread is still to be unparked, where it parks in a lock, a condition or
 * another synchronizer of {@code java.util.concurrent.locks}.
 *
 * <p>There a thread has a node in a queue, another one in each call that may park, however often it
 * parks in that. The node has a mark while the thread waits for a condition's signal, or to be
 * unparked; it is taken away before the thread is. Both are read from the fields of these classes,
 * as they are since Java 14; where they cannot be read nothing is certain.
 */
final class Parking {
  /** In the place of a node whose thread has been signalled or unparked, and will run. */
  static final Object LET_GO = new Object();

  /** The bits of a node's status: to be unparked, to be signalled. */
  private static final int MARKS = 1 | 2;

  /** More nodes than threads wait: the queue changes while it is read. */
  private static final int MOST_NODES = 10_000;

  private static final Parking INSTANCE = open();

  private final Field owner;
  private final Field first;
  private final Field next;
  private final Field tail;
  private final Field previous;
  private final Field waiter;
  private final Field status;

  private Parking() throws ReflectiveOperationException {
    String name = AbstractQueuedSynchronizer.class.getName();
    Class<?> node = Class.forName(name + "$Node");
    owner = field(ConditionObject.class, "this$0");
    first = field(ConditionObject.class, "firstWaiter");
    next = field(Class.forName(name + "$ConditionNode"), "nextWaiter");
    tail = field(AbstractQueuedSynchronizer.class, "tail");
    previous = field(node, "prev");
    waiter = field(node, "waiter");
    status = field(node, "status");
  }

  private static Field field(Class<?> type, String name) throws ReflectiveOperationException {
    Field field = type.getDeclaredField(name);
    field.setAccessible(true);
    return field;
  }

  private static Parking open() {
    try {
      return new Parking();
    } catch (ReflectiveOperationException | RuntimeException notOpened) {
      return null;
    }
  }

  /**
   * The node in which the thread waits to be signalled or unparked, or {@link #LET_GO}; null where
   * nothing is seen.
   */
  static Object node(Thread thread) {
    try {
      return INSTANCE == null ? null : INSTANCE.nodeOf(thread);
    } catch (ReflectiveOperationException unreadable) {
      return null;
    }
  }

  private Object nodeOf(Thread thread) throws ReflectiveOperationException {
    Object node = find(thread, LockSupport.getBlocker(thread));
    return node == null || (status.getInt(node) & MARKS) != 0 ? node : LET_GO;
  }

  private Object find(Thread thread, Object blocker) throws ReflectiveOperationException {
    if (blocker instanceof ConditionObject condition) {
      Object node = find(thread, first.get(condition), next);
      return node != null ? node : find(thread, tail.get(owner.get(condition)), previous);
    }
    return blocker instanceof AbstractQueuedSynchronizer lock
        ? find(thread, tail.get(lock), previous)
        : null;
  }

  /** The thread's node, from that one on. */
  private Object find(Thread thread, Object from, Field link) throws ReflectiveOperationException {
    Object node = from;
    for (int i = 0; node != null && i < MOST_NODES; i++) {
      if (waiter.get(node) == thread) {
        return node;
      }
      node = link.get(node);
    }
    return null;
  }
}
