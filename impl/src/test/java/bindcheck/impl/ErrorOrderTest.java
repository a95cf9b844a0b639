package bindcheck.impl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/**
 * Which error it is: options, then each handle (no handle, right, type), then the object's state.
 */
class ErrorOrderTest extends KernelTest {
  private final int interrupt = interrupt();
  private final int port = port();
  private final int bad = closed();
  private final int event = event();

  private int without(int handle, int right, int rights) {
    return duplicate(handle, rights & ~right);
  }

  private int interruptWithout(int right) {
    return without(interrupt, right, Rights.DEFAULT_INTERRUPT);
  }

  private int portWithout(int right) {
    return without(port, right, Rights.DEFAULT_PORT);
  }

  private int bind(int inth, int porth) {
    return kernel.interruptBind(inth, porth, KEY, 0);
  }

  @Test
  void createOfAPhysicalInterruptLooksForItsResource() {
    int[] out = new int[1];
    assertEquals(Status.BAD_HANDLE, kernel.interruptCreate(bad, 0, 0, out));
    assertEquals(Status.BAD_HANDLE, kernel.interruptCreate(0, 0, 1, null));
    assertEquals(Status.WRONG_TYPE, kernel.interruptCreate(event, 0, 2, out));
  }

  @Test
  void createOfAVirtualInterruptTakesNoOtherOption() {
    int[] out = new int[1];
    assertEquals(Status.INVALID_ARGS, kernel.interruptCreate(0, 0, 0x11, out));
    assertEquals(Status.INVALID_ARGS, kernel.interruptCreate(0, 0, 0x10, null));
    ok(kernel.interruptCreate(bad, 5, 0x10, out));
  }

  @Test
  void createChecksItsOptions() {
    int[] out = new int[1];
    assertEquals(Status.INVALID_ARGS, kernel.portCreate(2, out));
    assertEquals(Status.INVALID_ARGS, kernel.portCreate(-1, out));
    assertEquals(Status.INVALID_ARGS, kernel.portCreate(1, null));
    assertEquals(Status.INVALID_ARGS, kernel.eventCreate(1, out));
    assertEquals(Status.INVALID_ARGS, kernel.eventCreate(0, null));
  }

  @Test
  void bindChecksOptionsFirst() {
    assertEquals(Status.INVALID_ARGS, kernel.interruptBind(bad, bad, KEY, 1));
  }

  @Test
  void bindChecksTheInterruptBeforeThePort() {
    assertEquals(Status.BAD_HANDLE, bind(0, event));
    assertEquals(Status.ACCESS_DENIED, bind(interruptWithout(Rights.READ), bad));
    assertEquals(Status.WRONG_TYPE, bind(port, bad));
    assertEquals(Status.BAD_HANDLE, bind(interrupt, bad));
    assertEquals(Status.ACCESS_DENIED, bind(interrupt, portWithout(Rights.WRITE)));
    assertEquals(Status.WRONG_TYPE, bind(interrupt, interrupt));
  }

  @Test
  void bindChecksTheHandlesBeforeTheState() {
    ok(destroy(interrupt));
    assertEquals(Status.BAD_HANDLE, bind(interrupt, bad));
    assertEquals(Status.WRONG_TYPE, bind(interrupt, plainPort()));
    assertEquals(Status.CANCELED, bind(interrupt, port));
  }

  @Test
  void rightGoesBeforeType() {
    int bare = duplicate(event, Rights.TRANSFER);
    assertEquals(Status.ACCESS_DENIED, bind(bare, port));
    assertEquals(Status.ACCESS_DENIED, kernel.interruptAck(bare));
    assertEquals(Status.ACCESS_DENIED, kernel.interruptTrigger(bare, 0, 1));
    assertEquals(Status.ACCESS_DENIED, kernel.interruptWait(bare, null));
    assertEquals(Status.WRONG_TYPE, destroy(bare)); // destroy asks for no right
    assertEquals(Status.ACCESS_DENIED, kernel.portQueue(bare, null));
    assertEquals(Status.ACCESS_DENIED, kernel.portWait(bare, 0, null));
  }

  @Test
  void anEventHasEveryRightThatIsAskedFor() {
    assertEquals(Status.WRONG_TYPE, bind(event, port));
    assertEquals(Status.WRONG_TYPE, kernel.interruptAck(event));
    assertEquals(Status.WRONG_TYPE, kernel.interruptTrigger(event, 0, 1));
    assertEquals(Status.WRONG_TYPE, kernel.interruptWait(event, null));
    assertEquals(Status.WRONG_TYPE, kernel.portQueue(event, null));
    assertEquals(Status.WRONG_TYPE, kernel.portWait(event, 0, null));
  }

  @Test
  void eachCallNeedsItsRight() {
    assertEquals(Status.ACCESS_DENIED, kernel.interruptAck(interruptWithout(Rights.WRITE)));
    int unsignalled = interruptWithout(Rights.SIGNAL);
    assertEquals(Status.ACCESS_DENIED, kernel.interruptTrigger(unsignalled, 0, 1));
    assertEquals(Status.ACCESS_DENIED, kernel.interruptWait(interruptWithout(Rights.WAIT), null));
    assertEquals(Status.ACCESS_DENIED, kernel.portQueue(portWithout(Rights.WRITE), null));
    assertEquals(Status.ACCESS_DENIED, kernel.portWait(portWithout(Rights.READ), 0, null));
  }

  @Test
  void eachCallNeedsNoOtherRight() {
    bindAndAckWith(duplicate(interrupt, Rights.READ), duplicate(port, Rights.WRITE));
    trigger(duplicate(interrupt, Rights.SIGNAL), 1);
    ok(kernel.portWait(duplicate(port, Rights.READ), 0, new Packet()));
  }

  private void bindAndAckWith(int inth, int porth) {
    ok(bind(inth, porth));
    ack(duplicate(interrupt, Rights.WRITE));
  }

  @Test
  void noCallTakesAClosedHandle() {
    assertEquals(Status.BAD_HANDLE, kernel.interruptAck(bad));
    assertEquals(Status.BAD_HANDLE, kernel.interruptTrigger(bad, 0, 1));
    assertEquals(Status.BAD_HANDLE, kernel.interruptWait(bad, null));
    assertEquals(Status.BAD_HANDLE, destroy(bad));
    assertEquals(Status.BAD_HANDLE, kernel.portQueue(bad, null));
    assertEquals(Status.BAD_HANDLE, kernel.portWait(bad, 0, null));
  }

  @Test
  void triggerChecksOptionsFirst() {
    assertEquals(Status.INVALID_ARGS, kernel.interruptTrigger(bad, 1, 1));
  }

  @Test
  void ackOfAnUnboundInterrupt() {
    assertEquals(Status.BAD_STATE, kernel.interruptAck(interrupt));
  }

  @Test
  void missingPacketIsRefusedAndNothingIsTaken() {
    queue(port, 3);
    assertEquals(Status.INVALID_ARGS, kernel.portQueue(port, null));
    assertEquals(Status.INVALID_ARGS, kernel.portWait(port, 0, null));
    assertEquals(3, read(port).key);
    assertEquals(Status.INVALID_ARGS, kernel.portWait(port, Clock.INFINITE, null));
  }
}
