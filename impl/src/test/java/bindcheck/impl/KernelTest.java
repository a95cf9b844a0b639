package bindcheck.impl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Timeout;

/** A kernel whose time stands still, with a word for each thing that the tests do often. */
@Timeout(20)
abstract class KernelTest {
  static final long KEY = 0xFFFF_FFFF_0000_0001L;

  final ManualClock clock = new ManualClock();
  final Kernel kernel = new Kernel(clock);
  private final int[] made = new int[1];

  static void ok(int status) {
    assertEquals(Status.OK, status);
  }

  int interrupt() {
    ok(kernel.interruptCreate(0, 0, Kernel.INTERRUPT_VIRTUAL, made));
    return made[0];
  }

  int port() {
    ok(kernel.portCreate(Kernel.PORT_BIND_TO_INTERRUPT, made));
    return made[0];
  }

  int plainPort() {
    ok(kernel.portCreate(0, made));
    return made[0];
  }

  int event() {
    ok(kernel.eventCreate(0, made));
    return made[0];
  }

  int duplicate(int handle, int rights) {
    ok(kernel.handleDuplicate(handle, rights, made));
    return made[0];
  }

  int closed() {
    int handle = event();
    ok(kernel.handleClose(handle));
    return handle;
  }

  int bound(int port, long key) {
    int interrupt = interrupt();
    ok(kernel.interruptBind(interrupt, port, key, 0));
    return interrupt;
  }

  int bound(int port) {
    return bound(port, KEY);
  }

  void trigger(int interrupt, long timestamp) {
    ok(kernel.interruptTrigger(interrupt, 0, timestamp));
  }

  void ack(int interrupt) {
    ok(kernel.interruptAck(interrupt));
  }

  int destroy(int interrupt) {
    return kernel.interruptDestroy(interrupt);
  }

  /** An unbound interrupt from which a wait has returned. */
  int waited() {
    int interrupt = interrupt();
    trigger(interrupt, 1);
    ok(kernel.interruptWait(interrupt, null));
    return interrupt;
  }

  void queue(int port, long key) {
    Packet packet = new Packet();
    packet.key = key;
    ok(kernel.portQueue(port, packet));
  }

  Packet read(int port) {
    Packet packet = new Packet();
    ok(kernel.portWait(port, 0, packet));
    return packet;
  }

  void assertRead(int port, long key, long timestamp) {
    Packet packet = read(port);
    assertEquals(Packet.INTERRUPT, packet.type);
    assertEquals(Status.OK, packet.status);
    assertEquals(key, packet.key);
    assertEquals(timestamp, packet.timestamp);
  }

  void assertEmpty(int port) {
    assertEquals(Status.TIMED_OUT, kernel.portWait(port, 0, new Packet()));
  }

  Call reader(int port, Packet out) {
    return Call.blocked(() -> kernel.portWait(port, Clock.INFINITE, out));
  }

  Call waiter(int interrupt, long[] out) {
    return Call.blocked(() -> kernel.interruptWait(interrupt, out));
  }
}
