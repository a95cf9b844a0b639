package bindcheck.impl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What bind refuses, and what it makes of what was before. */
class BindTest extends KernelTest {
  private final int port = port();

  private int bind(int interrupt) {
    return kernel.interruptBind(interrupt, port, KEY, 0);
  }

  @Test
  void bindsOnceAndKeepsTheFirstKeyAndPort() {
    int interrupt = bound(port, 1);
    int other = port();
    assertEquals(Status.ALREADY_BOUND, kernel.interruptBind(interrupt, port, 2, 0));
    assertEquals(Status.ALREADY_BOUND, kernel.interruptBind(interrupt, other, 2, 0));
    trigger(interrupt, 5);
    assertEmpty(other);
    assertRead(port, 1, 5);
  }

  @Test
  void keyMayBeAnyNumber() {
    for (long key : new long[] {0, -1, Long.MIN_VALUE, Long.MAX_VALUE}) {
      trigger(bound(port, key), 5);
      assertRead(port, key, 5);
    }
  }

  @Test
  void portMustBeMadeForInterrupts() {
    int interrupt = interrupt();
    assertEquals(Status.WRONG_TYPE, kernel.interruptBind(interrupt, plainPort(), KEY, 0));
    ok(bind(interrupt));
  }

  @Test
  void triggerBeforeBindIsForgottenAndLeavesItArmed() {
    int interrupt = interrupt();
    trigger(interrupt, 1);
    ok(bind(interrupt));
    assertEmpty(port);
    trigger(interrupt, 2);
    assertRead(port, KEY, 2);
    ack(interrupt);
    assertEmpty(port);
  }

  @Test
  void afterACompletedWaitAnAckIsNeeded() {
    int interrupt = waited();
    ok(bind(interrupt));
    trigger(interrupt, 2);
    assertEmpty(port);
    ack(interrupt);
    assertRead(port, KEY, 2);
  }

  @Test
  void triggerAfterACompletedWaitArmsAgain() {
    int interrupt = waited();
    trigger(interrupt, 2);
    ok(bind(interrupt));
    trigger(interrupt, 3);
    assertRead(port, KEY, 3);
  }

  @Test
  void refusedWhileAThreadWaitsWhichIsNotDisturbed() throws InterruptedException {
    int interrupt = interrupt();
    long[] timestamp = new long[1];
    Call waiter = waiter(interrupt, timestamp);
    assertEquals(Status.BAD_STATE, bind(interrupt));
    waiter.awaitState(Thread.State.WAITING);
    trigger(interrupt, 3);
    ok(waiter.status());
    assertEquals(3, timestamp[0]);
    ok(bind(interrupt));
  }

  @Test
  void refusedUntilTheReleasedWaiterHasLeft() throws InterruptedException {
    Interrupt interrupt = new Interrupt();
    Port target = new Port(clock, true);
    Call waiter = Call.blocked(() -> interrupt.await(null));
    synchronized (interrupt) {
      ok(interrupt.trigger(1));
      assertEquals(Status.BAD_STATE, interrupt.bind(target, KEY));
    }
    ok(waiter.status());
    ok(interrupt.bind(target, KEY));
  }

  @Test
  void refusedOnceDestroyed() {
    int interrupt = interrupt();
    ok(destroy(interrupt));
    assertEquals(Status.CANCELED, bind(interrupt));
  }

  @Test
  void destroyedGoesBeforeBound() {
    int interrupt = bound(port);
    ok(destroy(interrupt));
    assertEquals(Status.CANCELED, bind(interrupt));
  }
}
