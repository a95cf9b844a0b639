package bindcheck.history.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.call.Call;
import bindcheck.call.Deadline;
import bindcheck.call.Op;
import bindcheck.call.Reply;
import bindcheck.call.Status;
import org.junit.jupiter.api.Test;

/** Calls as a history has them. */
class OperationTest {
  private static Operation operation(Op op, long... arguments) {
    return new Operation(1, "A", Call.of(op, arguments), 5);
  }

  @Test
  void handlesAndValuesAreToldFromTheRest() {
    Operation bind = operation(Op.INTERRUPT_BIND, 11, 12, -3, 1);
    assertArrayEquals(new int[] {11, 12}, bind.handles);
    assertArrayEquals(new long[] {-3}, bind.values);
    assertEquals(Call.of(Op.INTERRUPT_BIND, 0, 0, 0, 1), bind.pattern);
  }

  @Test
  void oneDeadlineStandsForAllOfItsKind() {
    assertEquals(
        Call.of(Op.PORT_WAIT, 0, Deadline.FINITE.raw()), operation(Op.PORT_WAIT, 11, 77).pattern);
  }

  @Test
  void aCallMentionsItsHandles() {
    Operation bind = operation(Op.INTERRUPT_BIND, 11, 12, 13, 0);
    assertTrue(bind.mentions(11));
    assertTrue(bind.mentions(12));
    assertFalse(bind.mentions(13));
  }

  @Test
  void theHandleThatACallMakesIsInItsReply() {
    Operation create = operation(Op.PORT_CREATE, 0);
    assertEquals(0, create.madeHandle());
    create.returns(Reply.of(Status.NO_MEMORY), 6);
    assertEquals(0, create.madeHandle());
    create.returns(Reply.ok(new Reply.Handle(12)), 6);
    assertEquals(12, create.madeHandle());
  }

  @Test
  void whereItWasSeenToBeBlockedTheLastTimeCounts() {
    Operation wait = operation(Op.PORT_WAIT, 11, 77);
    assertEquals(-1, wait.blockedAt);
    wait.wasBlocked(8);
    wait.wasBlocked(6);
    assertEquals(8, wait.blockedAt);
    wait.wasBlocked(9);
    assertEquals(9, wait.blockedAt);
  }

  @Test
  void theSameCallMayEndOtherwise() {
    Operation wait = operation(Op.PORT_WAIT, 11, 77);
    wait.returns(Reply.userPacket(1, 2), 9);
    Operation late = wait.ending(Reply.of(Status.TIMED_OUT), 7, 6);
    assertEquals(Reply.of(Status.TIMED_OUT), late.reply);
    assertEquals(7, late.returnsAt);
    assertEquals(6, late.blockedAt);
    assertEquals(5, late.calledAt);
    assertSame(wait.call, late.call);
    Operation open = wait.ending(null, Operation.NEVER, -1);
    assertNull(open.reply);
    assertEquals(Operation.NEVER, open.returnsAt);
  }
}
