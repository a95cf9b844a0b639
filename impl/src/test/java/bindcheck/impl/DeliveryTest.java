package bindcheck.impl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Triggers and acks of a bound interrupt. */
class DeliveryTest extends KernelTest {
  private final int port = port();
  private final int interrupt = bound(port);

  @Test
  void triggerQueuesOnePacketWithKeyAndTimestamp() {
    trigger(interrupt, 7);
    assertRead(port, KEY, 7);
    assertEmpty(port);
  }

  @Test
  void packetReplacesAllThatTheReaderHadInItsBuffer() {
    trigger(interrupt, 7);
    Packet out = new Packet();
    out.status = -1;
    out.user[3] = -1;
    ok(kernel.portWait(port, 0, out));
    assertEquals(Status.OK, out.status);
    assertArrayEquals(new long[4], out.user);
  }

  @Test
  void noTimestampIsSpecial() {
    for (long timestamp : new long[] {0, -1, Long.MIN_VALUE, Long.MAX_VALUE}) {
      trigger(interrupt, timestamp);
      assertRead(port, KEY, timestamp);
      trigger(interrupt, timestamp);
      ack(interrupt);
      assertRead(port, KEY, timestamp);
      ack(interrupt);
    }
  }

  @Test
  void noPacketBeforeTheAck() {
    trigger(interrupt, 1);
    assertRead(port, KEY, 1);
    trigger(interrupt, 2);
    assertEmpty(port);
    ack(interrupt);
    assertRead(port, KEY, 2);
  }

  @Test
  void ackWithARememberedTriggerLeavesItNotArmed() {
    trigger(interrupt, 1);
    trigger(interrupt, 2);
    ack(interrupt);
    trigger(interrupt, 3);
    assertRead(port, KEY, 1);
    assertRead(port, KEY, 2);
    assertEmpty(port);
    ack(interrupt);
    assertRead(port, KEY, 3);
  }

  @Test
  void firstOfSeveralRememberedTriggersIsKept() {
    trigger(interrupt, 1);
    trigger(interrupt, 0);
    trigger(interrupt, 3);
    read(port);
    ack(interrupt);
    assertRead(port, KEY, 0);
    ack(interrupt);
    assertEmpty(port);
  }

  @Test
  void ackDoesNotNeedThePacketToBeRead() {
    trigger(interrupt, 1);
    ack(interrupt);
    trigger(interrupt, 2);
    assertRead(port, KEY, 1);
    assertRead(port, KEY, 2);
  }

  @Test
  void ackOfAnArmedInterruptChangesNothing() {
    ack(interrupt);
    trigger(interrupt, 1);
    assertRead(port, KEY, 1);
    assertEmpty(port);
  }

  @Test
  void ackWakesABlockedReader() throws InterruptedException {
    trigger(interrupt, 1);
    read(port);
    trigger(interrupt, 2);
    Packet out = new Packet();
    Call reader = reader(port, out);
    ack(interrupt);
    ok(reader.status());
    assertEquals(2, out.timestamp);
  }

  @Test
  void oneReaderGetsThePacketAndTheOtherStaysBlocked() throws InterruptedException {
    Packet first = new Packet();
    Packet second = new Packet();
    Call one = reader(port, first);
    Call other = reader(port, second);
    trigger(interrupt, 5);
    while (one.thread().isAlive() && other.thread().isAlive()) {
      Thread.onSpinWait();
    }
    Call left = one.thread().isAlive() ? one : other;
    left.awaitState(Thread.State.WAITING);
    ack(interrupt);
    trigger(interrupt, 6);
    ok(left.status());
    assertEquals(11, first.timestamp + second.timestamp);
  }

  @Test
  void interruptsMayShareAKey() {
    int other = bound(port);
    trigger(other, 1);
    trigger(interrupt, 2);
    assertRead(port, KEY, 1);
    assertRead(port, KEY, 2);
  }
}
