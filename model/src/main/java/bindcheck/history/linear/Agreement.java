package bindcheck.history.linear;

import bindcheck.call.Status;
import bindcheck.history.model.Member;
import bindcheck.history.model.Move;
import bindcheck.history.model.Moves;
import bindcheck.history.model.Operation;
import java.util.ArrayList;
import java.util.List;

/**
 * What a history admits of the steps that the specification allows: calls return what is recorded,
 * are blocked where they were seen to be, and time out when their deadlines may have passed.
 *
 * @param deadlinesRecorded whether a deadline passes only where the history says so
 * @param horizon the number of the last event that is known
 */
record Agreement(Moves moves, boolean deadlinesRecorded, long horizon) {
  /**
   * The next steps of a thread's call before an event. That a deadline passes is seen by its call
   * alone, so that it can as well be taken together with the step that it leads to.
   */
  List<Move> next(long at, Member member, int thread) {
    List<Move> all = moves.next(member, thread);
    if (!mayLapse(at, member, thread)) {
      return all;
    }
    all = new ArrayList<>(all);
    all.addAll(moves.next(moves.expire(member, thread), thread));
    return all;
  }

  /** Whether the deadline of a thread's call may have passed, and may matter if it has. */
  private boolean mayLapse(long at, Member member, int thread) {
    if (deadlinesRecorded || !member.isPending(thread)) {
      return false;
    }
    Operation call = member.open[thread];
    boolean mayTimeOut = call.reply == null || call.returnsAt > horizon || isToTimeOut(call);
    return mayTimeOut && call.blockedAt < at && moves.isExpirable(member.calls[thread]);
  }

  boolean isToTimeOut(Operation call) {
    return call.returnsAt <= horizon
        && call.reply != null
        && call.reply.status() == Status.TIMED_OUT.code();
  }

  /** Whether a step that ends a call before an event ends it as recorded. */
  boolean admits(long at, Operation call, Move move) {
    if (call.blockedAt >= at && call.blockedAt <= horizon) {
      return false;
    }
    return call.reply == null || call.returnsAt > horizon || move.gives(call.reply);
  }
}
