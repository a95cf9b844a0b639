package bindcheck.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.call.Reply;
import java.time.Duration;
import java.util.AbstractList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The worst that two threads can do to an observer: each waits whenever it is looked at. */
@Timeout(60)
class BlockingTest {
  private final Blocking blocking = new Blocking(Duration.ofSeconds(30).toNanos());
  private final List<Worker> workers =
      List.of(new Worker("left"), new Worker("right"), new Worker("bystander"));
  private final Object[] locks = {new Object(), new Object(), new Object()};

  /** Which of the first two runs; the other waits. Written under the lock of the new holder. */
  private volatile int holder;

  private volatile boolean passing;
  private volatile boolean ending;

  @AfterEach
  void end() {
    assertEquals(List.of(), Worker.stopAll(workers, Duration.ofSeconds(10)));
  }

  @Test
  void twoThreadsThatNeverWaitAtOnceAreNeverQuiet() {
    workers.get(0).begin("dance", () -> dance(0));
    workers.get(1).begin("dance", () -> dance(1));
    workers.get(2).begin("watch", () -> dance(2));
    for (int pass = 0; pass < 20; pass++) {
      assertFalse(blocking.isReached(eachWaitingWhenLookedAt()), "pass " + pass);
    }
    ending = true;
    Worker dancing = workers.get(holder);
    Worker waiting = workers.get(1 - holder);
    while (!dancing.hasReturned()) {
      Thread.onSpinWait();
    }
    awaitWaiting(waiting);
    List<Worker> left = List.of(waiting, workers.get(2));
    blocking.isReached(left); // Notes what the next pass compares with.
    assertTrue(blocking.isReached(left));
    assertTrue(blocking.isExact());
  }

  /** Gives the workers one by one, each not before it waits, which sets the other going. */
  private List<Worker> eachWaitingWhenLookedAt() {
    return new AbstractList<>() {
      @Override
      public Worker get(int index) {
        if (holder == index) {
          passing = true;
        }
        while (passing) {
          Thread.onSpinWait();
        }
        awaitWaiting(workers.get(index));
        return workers.get(index);
      }

      @Override
      public int size() {
        return workers.size();
      }
    };
  }

  private static void awaitWaiting(Worker worker) {
    while (!worker.isInside() || worker.thread().getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
  }

  private Reply dance(int me) {
    try {
      while (true) {
        awaitTurn(me);
        while (!passing && !ending) {
          Thread.onSpinWait();
        }
        if (ending) {
          return Reply.of(0);
        }
        pass(1 - me);
      }
    } catch (InterruptedException stopped) {
      return Reply.of(-1);
    }
  }

  private void awaitTurn(int me) throws InterruptedException {
    synchronized (locks[me]) {
      while (holder != me) {
        locks[me].wait();
      }
    }
  }

  private void pass(int other) {
    synchronized (locks[other]) {
      holder = other;
      passing = false;
      locks[other].notifyAll();
    }
  }
}
