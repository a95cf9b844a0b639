package bindcheck.litmus.monitor;

import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * A thread that runs one strand after another, one of each execution, and only while it has the
 * baton. It keeps its place between executions.
 */
final class Lane extends Thread {
  private volatile boolean mayRun;
  private volatile boolean closed;
  private Strand strand;
  private boolean aside;

  Lane(int number) {
    super("bindcheck-strand-" + number);
    setDaemon(true);
    start();
  }

  /** What it runs; null before the first. */
  Strand strand() {
    return strand;
  }

  /** What it is running the code of; null while it does the scheduler's work. */
  Strand running() {
    return aside ? null : strand;
  }

  /** Does some of the scheduler's work, in which nothing is a point. */
  <T> T aside(Supplier<T> work) {
    aside = true;
    try {
      return work.get();
    } finally {
      aside = false;
    }
  }

  /** Gives it what it is to run once it has the baton. It must not be running. */
  void assign(Strand next) {
    strand = next;
  }

  /** Hands it the baton. */
  void hand() {
    mayRun = true;
    LockSupport.unpark(this);
  }

  /** Waits until it has the baton. */
  void awaitBaton() {
    while (!mayRun) {
      LockSupport.park(this);
    }
    mayRun = false;
  }

  /** Ends it once its strand has. */
  void close() {
    closed = true;
    hand();
  }

  @Override
  public void run() {
    awaitBaton();
    while (!closed) {
      strand.run();
      awaitBaton();
    }
  }
}
