package bindcheck.history.linear;

import bindcheck.call.PortPacket;
import bindcheck.call.Reply;
import bindcheck.history.model.Member;
import bindcheck.history.model.Move;
import bindcheck.history.model.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the values come from that the replies of a section show. A value that is neither in the
 * kernel nor with a call that has yet to take effect can never be shown again: whatever the rules
 * are, nothing makes values up. And one that no reply shows any more may as well be any other.
 * Where calls overlap densely, there are few ways to go wrong besides.
 */
final class Sources {
  private final Map<Long, List<Operation>> showing = new HashMap<>();
  private final Map<Long, List<Operation>> bringing = new HashMap<>();

  /** Stands for every value that is not shown any more. */
  private final long anyOther;

  Sources(Section section) {
    List<Operation> calls = section.calls();
    calls.forEach(this::addShown);
    calls.forEach(this::addBrought);
    long value = Long.MIN_VALUE;
    while (showing.containsKey(value)) {
      value++;
    }
    anyOther = value;
  }

  private void addShown(Operation call) {
    if (call.reply == null) {
      return;
    }
    if (call.reply.output() instanceof PortPacket packet) {
      add(showing, packet.key(), call);
      add(showing, packet.value(), call);
    } else if (call.reply.output() instanceof Reply.Timestamp timestamp) {
      add(showing, timestamp.value(), call);
    }
  }

  private void addBrought(Operation call) {
    for (long value : call.values) {
      if (showing.containsKey(value)) {
        add(bringing, value, call);
      }
    }
  }

  /** The value 0 is everywhere. All values of a call come one after the other. */
  private static void add(Map<Long, List<Operation>> calls, long value, Operation call) {
    if (value != 0) {
      List<Operation> all = calls.computeIfAbsent(value, first -> new ArrayList<>(1));
      if (all.isEmpty() || all.get(all.size() - 1) != call) {
        all.add(call);
      }
    }
  }

  /** The calls that show each value, but 0. */
  Map<Long, List<Operation>> showing() {
    return showing;
  }

  /**
   * The member without the differences that nothing will show.
   *
   * @param at the number of the event that is waited for
   * @param horizon the number of the last event that is known
   */
  Member blurred(Member member, long at, long horizon) {
    long[] values = null;
    for (int i = 0; i < member.values.length; i++) {
      long value = member.values[i];
      if (value != anyOther && !isShown(value, member, at, horizon)) {
        values = values == null ? member.values.clone() : values;
        values[i] = anyOther;
      }
    }
    return values == null ? member : member.with(values);
  }

  private boolean isShown(long value, Member member, long at, long horizon) {
    List<Operation> shows = showing.get(value);
    return shows != null && anyToCome(shows, member, at, horizon);
  }

  /**
   * Whether a step that ends a call loses a value which is still to be shown.
   *
   * @param at the number of the event that is waited for
   * @param horizon the number of the last event that is known
   */
  boolean loses(Member member, Move move, long at, long horizon) {
    return losesOneOf(member.values, move.to(), at, horizon)
        || losesOneOf(member.open[move.thread()].values, move.to(), at, horizon);
  }

  private boolean losesOneOf(long[] values, Member to, long at, long horizon) {
    for (long value : values) {
      if (!to.has(value)
          && isShown(value, to, at, horizon)
          && !anyToCome(bringing.getOrDefault(value, List.of()), to, at, Operation.NEVER)) {
        return true;
      }
    }
    return false;
  }

  /** Whether one of the calls has yet to take effect, of those that return within the horizon. */
  private static boolean anyToCome(List<Operation> calls, Member member, long at, long horizon) {
    for (Operation call : calls) {
      boolean isDone =
          call.returnsAt < at
              || (member.open[call.thread] == call && member.calls[call.thread] == Member.DONE);
      if (!isDone && call.returnsAt <= horizon) {
        return true;
      }
    }
    return false;
  }
}
