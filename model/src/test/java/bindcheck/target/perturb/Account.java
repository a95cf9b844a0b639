package bindcheck.target.perturb;

import java.util.concurrent.atomic.AtomicInteger;

/** Has every kind of method that takes a monitor, for tests that rewrite it. */
public class Account {
  /** What the tests call, whoever has loaded the class. */
  public interface Calls {
    long add(int a, long b, double c, String d);

    void waitForMoney(long amount) throws InterruptedException;

    int counted();

    boolean holdsItsLock();

    String fails();
  }

  /** A class that inherits what is synchronized, and overrides some of it. */
  public static final class Savings extends Account implements Calls {
    @Override
    public synchronized long add(int a, long b, double c, String d) {
      return 1 + super.add(a, b, c, d);
    }
  }

  private static int count;

  private final AtomicInteger failures = new AtomicInteger();
  private long money;

  public synchronized long add(int a, long b, double c, String d) {
    money += a + b + (long) c + Long.parseLong(d);
    count();
    notifyAll();
    return money;
  }

  private static synchronized void count() {
    count++;
  }

  public void waitForMoney(long amount) throws InterruptedException {
    synchronized (this) {
      while (money < amount) {
        wait();
      }
    }
  }

  public int counted() {
    synchronized (Account.class) {
      return count;
    }
  }

  public synchronized boolean holdsItsLock() {
    return Thread.holdsLock(this);
  }

  /** Leaves its monitor by an exception. */
  public String fails() {
    try {
      throwing();
      return "did not";
    } catch (IllegalStateException thrown) {
      return thrown.getMessage() + failures.incrementAndGet() + Thread.holdsLock(this);
    }
  }

  private synchronized void throwing() {
    throw new IllegalStateException("thrown ");
  }
}
