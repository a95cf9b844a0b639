package bindcheck.history.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import bindcheck.call.Call;
import bindcheck.call.Deadline;
import bindcheck.call.Op;
import bindcheck.call.Reply;
import bindcheck.spec.Policies;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where the steps of calls lead. */
class MovesTest {
  private static final int PORT = 0x11;

  private final Moves moves = new Moves(new Semantics(SpecModule.load("Evaluation"), "reference"));
  private final Member fresh = moves.fresh(2, Policies.ALL_OPEN);

  private static Operation operation(Op op, long... arguments) {
    Operation call = new Operation(0, "M", Call.of(op, arguments), 0);
    if (op.returnsHandle()) {
      call.returns(Reply.ok(new Reply.Handle(PORT)), 1);
    }
    return call;
  }

  /** The call of the first thread from its beginning to its return. */
  private Member after(Member before, Op op, long... arguments) {
    Member member = moves.begin(before, operation(op, arguments));
    while (member.isPending(0)) {
      List<Move> next = moves.next(member, 0);
      member = next.get(0).to();
    }
    return member.with(0, Member.IDLE, null);
  }

  @Test
  void whatNobodyCanReachIsDropped() {
    Member created = after(fresh, Op.PORT_CREATE, 0);
    assertNotEquals(fresh, created);
    assertEquals(fresh, after(created, Op.HANDLE_CLOSE, PORT));
  }

  @Test
  void theValuesOfADroppedObjectAreDroppedWithIt() {
    Member queued = after(after(fresh, Op.PORT_CREATE, 0), Op.PORT_QUEUE, PORT, 7, 8);
    assertEquals(2, queued.values.length);
    assertEquals(fresh, after(queued, Op.HANDLE_CLOSE, PORT));
  }

  @Test
  void aValueThatTheKernelHasIsNotNumberedAgain() {
    Member queued = after(after(fresh, Op.PORT_CREATE, 0), Op.PORT_QUEUE, PORT, 7, 8);
    assertArrayEquals(new long[] {7, 8}, after(queued, Op.PORT_QUEUE, PORT, 8, 7).values);
  }

  @Test
  void theValueZeroIsNoneOfThoseThatAreNumbered() {
    Member queued = after(after(fresh, Op.PORT_CREATE, 0), Op.PORT_QUEUE, PORT, 0, 8);
    assertArrayEquals(new long[] {8}, queued.values);
  }

  @Test
  void whatACallInProgressHoldsIsNotDropped() {
    Operation wait = new Operation(1, "A", Call.of(Op.PORT_WAIT, PORT, Deadline.INFINITE.raw()), 2);
    Member waiting = moves.begin(after(fresh, Op.PORT_CREATE, 0), wait);
    Member blocked = moves.next(waiting, 1).get(0).to();
    assertEquals(List.of(), moves.next(blocked, 1));
    Member closed = after(blocked, Op.HANDLE_CLOSE, PORT);
    assertNotEquals(fresh.form.kernel(), closed.form.kernel());
  }
}
