package bindcheck.impl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Deadlines, by hand and in real time. */
class ClockTest extends KernelTest {
  private static final long FINITE = 1;

  private final int port = port();

  private Call finite(Packet out) {
    return Call.blocked(() -> kernel.portWait(port, FINITE, out));
  }

  @Test
  void pastDeadlineStillReadsAPacket() {
    queue(port, 1);
    queue(port, 2);
    ok(kernel.portWait(port, 0, new Packet()));
    ok(kernel.portWait(port, Long.MIN_VALUE, new Packet()));
    assertEquals(Status.TIMED_OUT, kernel.portWait(port, -1, new Packet()));
  }

  @Test
  void expireTimesOutThatThreadAlone() throws InterruptedException {
    Packet out = new Packet();
    Call one = finite(new Packet());
    Call other = finite(out);
    assertTrue(clock.expire(one.thread()));
    assertEquals(Status.TIMED_OUT, one.status());
    other.awaitState(Thread.State.WAITING);
    queue(port, 1);
    ok(other.status());
    assertEquals(1, out.key);
  }

  @Test
  void infiniteDeadlineDoesNotExpire() throws InterruptedException {
    Call reader = reader(port, new Packet());
    assertFalse(clock.expire(reader.thread()));
    reader.awaitState(Thread.State.WAITING);
    queue(port, 1);
    ok(reader.status());
  }

  @Test
  void waiterOfAnInterruptDoesNotExpire() throws InterruptedException {
    int interrupt = interrupt();
    Call waiter = waiter(interrupt, null);
    assertFalse(clock.expire(waiter.thread()));
    trigger(interrupt, 1);
    ok(waiter.status());
  }

  @Test
  void expireOfAThreadThatDoesNotWaitHasNoEffect() throws InterruptedException {
    assertFalse(clock.expire(Thread.currentThread()));
    Call twice =
        Call.blocked(
            () -> {
              ok(kernel.portWait(port, FINITE, new Packet()));
              return kernel.portWait(port, FINITE, new Packet());
            });
    queue(port, 1);
    twice.awaitState(Thread.State.WAITING);
    queue(port, 2);
    ok(twice.status());
    assertFalse(clock.expire(twice.thread()));
  }

  @Test
  void expireBesideAPacketDoesNotReachIntoTheNextWait() throws InterruptedException {
    Port object = new Port(clock, true);
    int[] first = new int[1];
    Call twice =
        Call.blocked(
            () -> {
              first[0] = object.await(FINITE, new Packet());
              return object.await(FINITE, new Packet());
            });
    synchronized (object) {
      assertTrue(clock.expire(twice.thread()));
      ok(object.queue(new Packet()));
    }
    twice.awaitState(Thread.State.WAITING);
    ok(first[0]);
    ok(object.queue(new Packet()));
    ok(twice.status());
  }

  @Test
  void expireIsNotLostBetweenAWakingAndTheNextWait() throws InterruptedException {
    Port object = new Port(clock, true);
    for (int i = 0; i < 300; i++) {
      Call reader = Call.blocked(() -> object.await(FINITE, new Packet()));
      synchronized (object) {
        object.notifyAll();
      }
      assertTrue(clock.expire(reader.thread()));
      assertEquals(Status.TIMED_OUT, reader.status());
    }
  }

  @Test
  void javaInterruptionDoesNotSwallowAnExpiry() throws InterruptedException {
    Port object = new Port(clock, true);
    boolean[] interrupted = new boolean[1];
    Call reader =
        Call.blocked(
            () -> {
              int status = object.await(FINITE, new Packet());
              interrupted[0] = Thread.currentThread().isInterrupted();
              return status;
            });
    synchronized (object) {
      reader.thread().interrupt();
      reader.awaitState(Thread.State.BLOCKED); // it no longer waits, and needs the monitor
      assertTrue(clock.expire(reader.thread()));
    }
    assertEquals(Status.TIMED_OUT, reader.status());
    assertTrue(interrupted[0]);
  }

  @Test
  void realDeadlinePassesAndNotBefore() {
    Kernel real = new Kernel();
    int[] handle = new int[1];
    ok(real.portCreate(0, handle));
    long deadline = System.nanoTime() + 3_000_000;
    assertEquals(Status.TIMED_OUT, real.portWait(handle[0], deadline, new Packet()));
    assertTrue(System.nanoTime() >= deadline);
    assertEquals(Status.TIMED_OUT, real.portWait(handle[0], deadline, new Packet()));
    assertEquals(Status.TIMED_OUT, real.portWait(handle[0], 0, new Packet()));
  }

  @Test
  void realReaderIsWokenBeforeItsDeadline() throws InterruptedException {
    Kernel real = new Kernel();
    int[] handle = new int[1];
    ok(real.portCreate(0, handle));
    for (long deadline : new long[] {Clock.INFINITE, Clock.INFINITE - 1}) {
      Call reader = Call.start(() -> real.portWait(handle[0], deadline, new Packet()));
      boolean timed = deadline != Clock.INFINITE;
      reader.awaitState(timed ? Thread.State.TIMED_WAITING : Thread.State.WAITING);
      ok(real.portQueue(handle[0], new Packet()));
      ok(reader.status());
    }
  }

  @Test
  void realReaderThatIsWokenForNothingWaitsOn() throws InterruptedException {
    for (long deadline : new long[] {Clock.INFINITE, Clock.INFINITE - 1}) {
      Port object = new Port(new SystemClock(), true);
      boolean timed = deadline != Clock.INFINITE;
      Thread.State waits = timed ? Thread.State.TIMED_WAITING : Thread.State.WAITING;
      Call reader = Call.start(() -> object.await(deadline, new Packet()));
      reader.awaitState(waits);
      synchronized (object) {
        object.notifyAll();
        reader.awaitState(Thread.State.BLOCKED);
      }
      reader.awaitState(waits);
      ok(object.queue(new Packet()));
      ok(reader.status());
    }
  }
}
