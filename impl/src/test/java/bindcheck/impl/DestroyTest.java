package bindcheck.impl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Destroying an interrupt, by its call and by closing its last handle. */
class DestroyTest extends KernelTest {
  private final int port = port();
  private final int interrupt = bound(port);

  @Test
  void unreadPacketsAreRemovedAndOnlyItsOwn() {
    int other = bound(port, 9);
    trigger(interrupt, 1);
    trigger(other, 2);
    ack(interrupt);
    trigger(interrupt, 3);
    ok(destroy(interrupt));
    assertRead(port, 9, 2);
    assertEmpty(port);
  }

  @Test
  void rememberedTriggerIsForgotten() {
    trigger(interrupt, 1);
    trigger(interrupt, 2);
    ok(destroy(interrupt));
    assertEmpty(port);
  }

  @Test
  void notFoundOnceThePacketWasReadAndNotAcked() {
    trigger(interrupt, 1);
    read(port);
    assertEquals(Status.NOT_FOUND, destroy(interrupt));
    assertEquals(Status.CANCELED, kernel.interruptTrigger(interrupt, 0, 2));
    ok(destroy(interrupt));
  }

  @Test
  void notFoundWhereNotArmedFromAnEarlierWait() {
    int waited = waited();
    ok(kernel.interruptBind(waited, port, KEY, 0));
    assertEquals(Status.NOT_FOUND, destroy(waited));
  }

  @Test
  void okOnceAcked() {
    trigger(interrupt, 1);
    read(port);
    ack(interrupt);
    ok(destroy(interrupt));
    ok(destroy(interrupt));
  }

  @Test
  void okWhereArmedThoughThePacketIsUnread() {
    trigger(interrupt, 1);
    ack(interrupt);
    ok(destroy(interrupt));
    assertEmpty(port);
  }

  @Test
  void okWhereUnbound() {
    ok(destroy(interrupt()));
    ok(destroy(waited()));
  }

  @Test
  void destroyedBoundInterruptCannotBeTriggeredOrAcked() {
    ok(destroy(interrupt));
    assertEquals(Status.CANCELED, kernel.interruptTrigger(interrupt, 0, 1));
    assertEquals(Status.CANCELED, kernel.interruptAck(interrupt));
    assertEmpty(port);
  }

  @Test
  void destroyedUnboundInterruptStillCountsAsUnbound() {
    int unbound = interrupt();
    ok(destroy(unbound));
    assertEquals(Status.BAD_STATE, kernel.interruptAck(unbound));
    assertEquals(Status.CANCELED, kernel.interruptWait(unbound, null));
    assertEquals(Status.CANCELED, kernel.interruptTrigger(unbound, 0, 1));
  }

  @Test
  void closingTheLastHandleRemovesThePackets() {
    int other = duplicate(interrupt, Rights.SAME_RIGHTS);
    trigger(interrupt, 1);
    ok(kernel.handleClose(interrupt));
    trigger(other, 2);
    assertRead(port, KEY, 1);
    ack(other);
    ok(kernel.handleClose(other));
    assertEmpty(port);
  }

  @Test
  void needsNoRight() {
    ok(destroy(duplicate(interrupt, Rights.NONE)));
  }
}
