package bindcheck.impl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** The queues of a port, and its readers. */
class PortTest extends KernelTest {
  private final int port = port();

  @Test
  void userPacketKeepsAllButItsType() {
    Packet packet = new Packet();
    packet.key = KEY;
    packet.type = Packet.INTERRUPT;
    packet.status = -5;
    packet.timestamp = 9;
    packet.user[0] = 1;
    packet.user[3] = Long.MIN_VALUE;
    ok(kernel.portQueue(port, packet));
    packet.user[0] = 2;
    Packet out = read(port);
    assertEquals(KEY, out.key);
    assertEquals(Packet.USER, out.type);
    assertEquals(-5, out.status);
    assertEquals(0, out.timestamp);
    assertArrayEquals(new long[] {1, 0, 0, Long.MIN_VALUE}, out.user);
  }

  @Test
  void eachQueueIsFirstInFirstOutAndInterruptsGoFirst() {
    queue(port, 1);
    trigger(bound(port, 10), 7);
    queue(port, 2);
    trigger(bound(port, 11), 3);
    assertRead(port, 10, 7);
    assertRead(port, 11, 3);
    assertEquals(1, read(port).key);
    assertEquals(2, read(port).key);
    assertEmpty(port);
  }

  @Test
  void redeliveredPacketGoesToTheTail() {
    int first = bound(port, 1);
    trigger(first, 1);
    trigger(first, 2);
    trigger(bound(port, 9), 3);
    ack(first);
    assertRead(port, 1, 1);
    assertRead(port, 9, 3);
    assertRead(port, 1, 2);
  }

  @Test
  void userPacketsAreLimitedAndInterruptPacketsDoNotCount() {
    trigger(bound(port), 1);
    for (int i = 0; i < 2049; i++) {
      queue(port, i);
    }
    assertEquals(Status.SHOULD_WAIT, kernel.portQueue(port, new Packet()));
    trigger(bound(port), 2);
    read(port);
    read(port);
    assertEquals(Status.SHOULD_WAIT, kernel.portQueue(port, new Packet()));
    assertEquals(0, read(port).key);
    queue(port, 0);
  }

  @Test
  void queueWakesABlockedReader() throws InterruptedException {
    Packet out = new Packet();
    Call reader = reader(port, out);
    queue(port, 4);
    ok(reader.status());
    assertEquals(4, out.key);
  }

  @Test
  void portWithoutTheOptionQueuesUserPackets() {
    int plain = plainPort();
    queue(plain, 4);
    assertEquals(4, read(plain).key);
  }

  @Test
  void closedPortKeepsReadersBlockedAndInterruptsDelivering() throws InterruptedException {
    int interrupt = bound(port);
    Packet out = new Packet();
    Call reader = reader(port, out);
    ok(kernel.handleClose(port));
    reader.awaitState(Thread.State.WAITING);
    assertEquals(Status.ALREADY_BOUND, kernel.interruptBind(interrupt, port(), 1, 0));
    trigger(interrupt, 6);
    ok(reader.status());
    assertEquals(6, out.timestamp);
    ack(interrupt);
    trigger(interrupt, 7);
    ok(destroy(interrupt));
  }

  @Test
  void closedPortDropsUserPacketsAndAcceptsNoMore() {
    Port object = new Port(clock, true);
    ok(object.queue(new Packet()));
    object.lastHandleClosed();
    assertEquals(Status.TIMED_OUT, object.await(0, new Packet()));
    assertEquals(Status.BAD_STATE, object.queue(new Packet()));
  }

  @Test
  void timedOutReadLeavesTheBufferAlone() {
    Packet out = new Packet();
    out.key = 3;
    assertEquals(Status.TIMED_OUT, kernel.portWait(port, Long.MIN_VALUE, out));
    assertEquals(3, out.key);
  }
}
