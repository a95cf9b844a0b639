package bindcheck.impl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Waiting on an unbound interrupt. */
class InterruptWaitTest extends KernelTest {
  private final int interrupt = interrupt();
  private final long[] timestamp = {-77};

  @Test
  void rememberedTriggerIsTakenAtOnce() {
    trigger(interrupt, 0);
    ok(kernel.interruptWait(interrupt, timestamp));
    assertEquals(0, timestamp[0]);
  }

  @Test
  void firstOfSeveralTriggersIsTakenAndTheOthersAreDropped() throws InterruptedException {
    trigger(interrupt, 0);
    trigger(interrupt, 2);
    ok(kernel.interruptWait(interrupt, timestamp));
    assertEquals(0, timestamp[0]);
    Call waiter = waiter(interrupt, timestamp);
    trigger(interrupt, 3);
    ok(waiter.status());
    assertEquals(3, timestamp[0]);
  }

  @Test
  void blocksUntilATrigger() throws InterruptedException {
    Call waiter = waiter(interrupt, timestamp);
    trigger(interrupt, Long.MIN_VALUE);
    ok(waiter.status());
    assertEquals(Long.MIN_VALUE, timestamp[0]);
  }

  @Test
  void timestampNeedNotBeWanted() {
    trigger(interrupt, 1);
    ok(kernel.interruptWait(interrupt, null));
  }

  @Test
  void secondWaiterIsRefused() throws InterruptedException {
    Call waiter = waiter(interrupt, timestamp);
    assertEquals(Status.BAD_STATE, kernel.interruptWait(interrupt, null));
    trigger(interrupt, 1);
    ok(waiter.status());
  }

  @Test
  void waiterWhoseTriggerAnotherTookWaitsOn() throws InterruptedException {
    Interrupt object = new Interrupt();
    Call waiter = Call.blocked(() -> object.await(timestamp));
    long[] taken = new long[1];
    synchronized (object) {
      ok(object.trigger(1));
      ok(object.await(taken));
    }
    assertEquals(1, taken[0]);
    waiter.awaitState(Thread.State.WAITING);
    ok(object.trigger(2));
    ok(waiter.status());
    assertEquals(2, timestamp[0]);
  }

  @Test
  void boundInterruptCannotBeWaitedOnEvenIfDestroyed() {
    int bound = bound(port());
    assertEquals(Status.BAD_STATE, kernel.interruptWait(bound, timestamp));
    ok(destroy(bound));
    assertEquals(Status.BAD_STATE, kernel.interruptWait(bound, timestamp));
  }

  @Test
  void destroyReleasesTheWaiter() throws InterruptedException {
    Call waiter = waiter(interrupt, timestamp);
    ok(destroy(interrupt));
    assertEquals(Status.CANCELED, waiter.status());
    assertEquals(-77, timestamp[0]);
  }

  @Test
  void destroyForgetsARememberedTrigger() {
    trigger(interrupt, 1);
    ok(destroy(interrupt));
    assertEquals(Status.CANCELED, kernel.interruptWait(interrupt, timestamp));
  }

  @Test
  void closingTheLastHandleReleasesTheWaiter() throws InterruptedException {
    int other = duplicate(interrupt, Rights.SAME_RIGHTS);
    Call waiter = waiter(interrupt, timestamp);
    ok(kernel.handleClose(interrupt));
    waiter.awaitState(Thread.State.WAITING);
    ok(kernel.handleClose(other));
    assertEquals(Status.CANCELED, waiter.status());
  }

  @Test
  void killedWaiterMakesRoomForAnother() throws InterruptedException {
    AtomicReference<ThreadKilled> end = new AtomicReference<>();
    Call waiter =
        Call.blocked(
            () -> {
              try {
                return kernel.interruptWait(interrupt, timestamp);
              } catch (ThreadKilled killed) {
                end.set(killed);
                return Status.OK;
              }
            });
    waiter.thread().interrupt();
    ok(waiter.status());
    assertNotNull(end.get());
    Call next = Call.blocked(() -> kernel.interruptWait(interrupt, timestamp));
    trigger(interrupt, 4);
    ok(next.status());
    assertEquals(4, timestamp[0]);
  }
}
