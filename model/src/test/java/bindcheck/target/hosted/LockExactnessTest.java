package bindcheck.target.hosted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.call.Call;
import bindcheck.call.Observation;
import bindcheck.call.Op;
import bindcheck.call.Reply;
import bindcheck.call.Status;
import bindcheck.target.Altered;
import bindcheck.target.Target;
import bindcheck.target.Targets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That a call is parked in a lock of java.util.concurrent is seen exactly, every time. */
@Timeout(120)
class LockExactnessTest {
  private static final List<String> READERS = List.of("T0", "T1", "T2");
  private static final long SEED = 20_181_115;

  /**
   * {@code interrupt_wait(runner)} waits for the baton; {@code interrupt_trigger(first, 0, hops)}
   * gives it to a runner, who hands it on that often. Whoever has it last returns.
   */
  public abstract static class Relay extends Altered {
    abstract void give(int runner, long hops);

    abstract long take(int runner) throws InterruptedException;

    @Override
    public final int interruptWait(int inth, long[] outTimestamp) {
      try {
        for (long left = take(inth); left > 0; left = take(inth)) {
          give((inth + 1) % READERS.size(), left - 1);
        }
        return 0;
      } catch (InterruptedException abandoned) {
        return -1;
      }
    }

    @Override
    public final int interruptTrigger(int inth, int options, long timestamp) {
      give(inth, timestamp);
      return 0;
    }
  }

  /** All wait with one lock, each for a condition of its own. */
  public static final class OfConditions extends Relay {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition[] given = {
      lock.newCondition(), lock.newCondition(), lock.newCondition()
    };
    private final long[] hops = {-1, -1, -1};

    @Override
    void give(int runner, long left) {
      lock.lock();
      try {
        hops[runner] = left;
        given[runner].signal();
      } finally {
        lock.unlock();
      }
    }

    @Override
    long take(int runner) throws InterruptedException {
      lock.lock();
      try {
        while (hops[runner] < 0) {
          given[runner].await();
        }
        long taken = hops[runner];
        hops[runner] = -1;
        return taken;
      } finally {
        lock.unlock();
      }
    }
  }

  /** Each waits for a permit. */
  public static final class OfSemaphores extends Relay {
    private final Semaphore[] given = {new Semaphore(0), new Semaphore(0), new Semaphore(0)};
    private final long[] hops = new long[given.length];

    @Override
    void give(int runner, long left) {
      hops[runner] = left;
      given[runner].release();
    }

    @Override
    long take(int runner) throws InterruptedException {
      given[runner].acquire();
      return hops[runner];
    }
  }

  /** Takes a lock that it does not give back. */
  public static final class Keeps extends Altered {
    private final ReentrantLock lock = new ReentrantLock();

    @Override
    public int interruptWait(int inth, long[] outTimestamp) {
      lock.lock();
      return 0;
    }
  }

  private static Target open(Class<?> type) {
    return Targets.open("java:" + type.getName());
  }

  @ParameterizedTest
  @ValueSource(classes = {OfConditions.class, OfSemaphores.class})
  void everyHopOfARelayIsOverBeforeItIsCalledQuiet(Class<? extends Relay> type) {
    Random random = new Random(SEED);
    try (Target target = open(type)) {
      target.reset();
      for (int i = 0; i < READERS.size(); i++) {
        target.start(READERS.get(i), Call.of(Op.INTERRUPT_WAIT, i));
      }
      assertEquals(Observation.of(Map.of(), READERS), target.observe());
      for (int round = 0; round < 1_000; round++) {
        int first = random.nextInt(READERS.size());
        int hops = random.nextInt(8);
        int last = (first + hops) % READERS.size();
        target.start("main", Call.of(Op.INTERRUPT_TRIGGER, first, 0, hops));
        Map<String, Reply> seen = target.observe().replies();
        assertEquals(
            Map.of(
                "main", Reply.of(Status.OK), READERS.get(last), Reply.ok(new Reply.Timestamp(0))),
            seen,
            "round " + round + ", seed " + SEED);
        target.start(READERS.get(last), Call.of(Op.INTERRUPT_WAIT, last));
        assertEquals(Observation.of(Map.of(), READERS), target.observe());
      }
      assertTrue(target.isExact());
    }
  }

  @Test
  void aLockThatNobodyGivesBackIsSeenToBlock() {
    try (Target target = open(Keeps.class)) {
      target.reset();
      target.start("T1", Call.of(Op.INTERRUPT_WAIT, 1));
      assertEquals(
          Observation.of(Map.of("T1", Reply.ok(new Reply.Timestamp(0))), List.of()),
          target.observe());
      target.start("T2", Call.of(Op.INTERRUPT_WAIT, 1));
      assertEquals(Observation.of(Map.of(), List.of("T2")), target.observe());
      assertTrue(target.isExact());
    }
  }
}
