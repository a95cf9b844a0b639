package bindcheck.target;

/** An ack takes two locks, one within the other, and a destroy takes them in the other order. */
public abstract class ReversedLocks extends NoSyscalls {
  private final Object first = new Object();
  private final Object second = new Object();

  @Override
  public int interruptAck(int inth) {
    synchronized (first) {
      synchronized (second) {
        return 0;
      }
    }
  }

  @Override
  public int interruptDestroy(int inth) {
    synchronized (second) {
      synchronized (first) {
        return 0;
      }
    }
  }
}
