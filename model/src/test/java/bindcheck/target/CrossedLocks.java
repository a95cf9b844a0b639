package bindcheck.target;

import java.util.concurrent.CountDownLatch;

/** An ack and a destroy that wait for one another's locks, for good, once each has one. */
public final class CrossedLocks extends NoSyscalls {
  private final Object first = new Object();
  private final Object second = new Object();
  private final CountDownLatch both = new CountDownLatch(2);

  @Override
  public int interruptCreate(int srcObj, int srcNum, int options, int[] out) {
    return 0;
  }

  @Override
  public int interruptAck(int inth) {
    return lock(first, second);
  }

  @Override
  public int interruptDestroy(int inth) {
    return lock(second, first);
  }

  private int lock(Object one, Object other) {
    synchronized (one) {
      both.countDown();
      try {
        both.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      synchronized (other) {
        return 0;
      }
    }
  }
}
