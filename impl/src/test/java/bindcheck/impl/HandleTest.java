package bindcheck.impl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

/** Closing, duplicating and replacing handles. */
class HandleTest extends KernelTest {
  private final int interrupt = interrupt();
  private final int[] out = {-1};

  private boolean destroyed(int handle) {
    return kernel.interruptTrigger(handle, 0, 0) == Status.CANCELED;
  }

  @Test
  void defaultRightsAreThoseOfTheHeaders() {
    assertEquals(0xD00F, Rights.DEFAULT_INTERRUPT);
    assertEquals(0x800F, Rights.DEFAULT_PORT);
    assertEquals(0xD00F, Rights.DEFAULT_EVENT);
    ok(kernel.handleDuplicate(interrupt, 0xD00F, out));
    ok(kernel.handleDuplicate(port(), 0x800F, out));
    ok(kernel.handleDuplicate(event(), 0xD00F, out));
  }

  @Test
  void valuesAreNeitherZeroNorReused() {
    assertNotEquals(Kernel.HANDLE_INVALID, interrupt);
    ok(kernel.handleClose(interrupt));
    assertNotEquals(interrupt, interrupt());
  }

  @Test
  void closingTheInvalidHandleIsFine() {
    ok(kernel.handleClose(Kernel.HANDLE_INVALID));
  }

  @Test
  void closedHandleIsNoHandle() {
    ok(kernel.handleClose(interrupt));
    assertEquals(Status.BAD_HANDLE, kernel.handleClose(interrupt));
    assertEquals(Status.BAD_HANDLE, kernel.handleDuplicate(interrupt, 0, out));
    assertEquals(Status.BAD_HANDLE, kernel.handleReplace(interrupt, 0, out));
    assertEquals(-1, out[0]);
  }

  @Test
  void duplicateRefersToTheSameObject() {
    int other = duplicate(interrupt, Rights.SIGNAL);
    ok(destroy(interrupt));
    assertEquals(Status.CANCELED, kernel.interruptTrigger(other, 0, 1));
  }

  @Test
  void duplicateNeedsItsRight() {
    int other = duplicate(interrupt, Rights.SIGNAL);
    assertEquals(Status.ACCESS_DENIED, kernel.handleDuplicate(other, Rights.SAME_RIGHTS, out));
    assertEquals(Status.ACCESS_DENIED, kernel.handleDuplicate(other, Rights.WRITE, out));
  }

  @Test
  void duplicateCannotAddARight() {
    int other = duplicate(interrupt, Rights.DUPLICATE | Rights.SIGNAL);
    int wanted = Rights.SIGNAL | Rights.WRITE;
    assertEquals(Status.INVALID_ARGS, kernel.handleDuplicate(other, wanted, out));
    assertEquals(-1, out[0]);
    assertEquals(
        Status.INVALID_ARGS,
        kernel.handleDuplicate(other, Rights.SAME_RIGHTS | Rights.SIGNAL, out));
  }

  @Test
  void sameRightsAreThoseOfTheSource() {
    int first = duplicate(interrupt, Rights.DUPLICATE | Rights.SIGNAL);
    int second = duplicate(first, Rights.SAME_RIGHTS);
    trigger(second, 1);
    assertEquals(Status.ACCESS_DENIED, kernel.interruptAck(second));
  }

  @Test
  void replaceClosesItsSourceAndKeepsTheObject() {
    ok(kernel.handleReplace(interrupt, Rights.SIGNAL, out));
    assertEquals(Status.BAD_HANDLE, kernel.handleClose(interrupt));
    trigger(out[0], 1);
    ok(kernel.handleReplace(out[0], Rights.SAME_RIGHTS, out));
    trigger(out[0], 1);
  }

  @Test
  void refusedReplaceClosesItsSourceToo() {
    int weak = duplicate(interrupt, Rights.SIGNAL);
    assertEquals(Status.INVALID_ARGS, kernel.handleReplace(weak, Rights.WRITE, out));
    assertEquals(-1, out[0]);
    assertEquals(Status.BAD_HANDLE, kernel.handleClose(weak));
    assertEquals(false, destroyed(interrupt));
  }

  @Test
  void refusedReplaceOfTheLastHandleDestroys() throws InterruptedException {
    Call waiter = waiter(interrupt, null);
    assertEquals(Status.INVALID_ARGS, kernel.handleReplace(interrupt, 1 << 9, out));
    assertEquals(Status.CANCELED, waiter.status());
  }

  @Test
  void missingOutIsRefused() {
    assertEquals(Status.INVALID_ARGS, kernel.handleDuplicate(interrupt, Rights.SAME_RIGHTS, null));
    trigger(interrupt, 1);
    assertEquals(Status.INVALID_ARGS, kernel.handleReplace(interrupt, Rights.SAME_RIGHTS, null));
    assertEquals(Status.BAD_HANDLE, kernel.handleClose(interrupt));
  }

  @Test
  void callPastItsLookupGoesOnWhenTheHandleIsClosed() throws InterruptedException {
    int port = port();
    Packet packet = new Packet();
    Call reader = reader(port, packet);
    int bound = bound(port);
    ok(kernel.handleClose(port));
    trigger(bound, 8);
    ok(reader.status());
    assertEquals(8, packet.timestamp);
  }
}
