package bindcheck.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import bindcheck.call.Call;
import bindcheck.call.Observation;
import bindcheck.call.Op;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Threads that park are no certain sign of a call that is blocked. */
@Timeout(60)
class ParkingTest {
  @Test
  void aParkedThreadIsTakenToBeBlockedButNotExactly() {
    CountDownLatch latch = new CountDownLatch(1);
    Syscalls parking =
        new NoSyscalls() {
          @Override
          public int interruptWait(int inth, long[] outTimestamp) {
            try {
              latch.await();
              return 0;
            } catch (InterruptedException abandoned) {
              return -1;
            }
          }

          @Override
          public int interruptDestroy(int inth) {
            latch.countDown();
            return 0;
          }
        };
    try (JavaTarget target = new JavaTarget("parking", () -> parking)) {
      target.reset();
      target.start("T1", Call.of(Op.INTERRUPT_WAIT, 1));
      assertEquals(Observation.of(Map.of(), Set.of("T1")), target.observe());
      assertFalse(target.isExact());
      target.start("main", Call.of(Op.INTERRUPT_DESTROY, 1));
      Set<String> returned = new TreeSet<>();
      while (returned.size() < 2) { // An unparked thread that has yet to run looks parked still.
        returned.addAll(target.quiesce().keySet());
      }
      assertEquals(Set.of("T1", "main"), returned);
    }
  }

  @Test
  void aThreadParkedWithoutABlockerIsNotExactEither() {
    Syscalls parking =
        new NoSyscalls() {
          @Override
          public int interruptWait(int inth, long[] outTimestamp) {
            while (!Thread.currentThread().isInterrupted()) {
              LockSupport.park();
            }
            return 0;
          }
        };
    try (JavaTarget target = new JavaTarget("parking", () -> parking)) {
      target.reset();
      target.start("T1", Call.of(Op.INTERRUPT_WAIT, 1));
      assertEquals(Observation.of(Map.of(), Set.of("T1")), target.observe());
      assertFalse(target.isExact());
    }
  }
}
