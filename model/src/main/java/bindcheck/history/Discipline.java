package bindcheck.history;

import bindcheck.call.Call;
import bindcheck.call.Deadline;
import bindcheck.call.Op;
import bindcheck.call.Reply;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which event may follow which: each thread makes one call at a time, and an end comes last. */
final class Discipline {
  private final Map<String, Call> open = new TreeMap<>();
  private boolean ended;

  boolean isEnded() {
    return ended;
  }

  /** Takes the next event; or says what was expected in its place. */
  Optional<String> enter(Event event) {
    if (ended) {
      return Optional.of("expected nothing after the end");
    }
    if (event instanceof Event.Called called) {
      Call before = open.putIfAbsent(called.thread(), called.call());
      return before == null
          ? Optional.empty()
          : Optional.of(
              "expected the return of " + called.thread() + " from " + before + " before a call");
    }
    if (event instanceof Event.Returned returned) {
      return leave(returned.thread(), returned.reply());
    }
    if (event instanceof Event.Expired expired) {
      return expire(open.get(expired.thread()));
    }
    if (event instanceof Event.Reset && !open.isEmpty()) {
      return Optional.of("expected the return of " + open.keySet() + " before a reset");
    }
    ended = event instanceof Event.End;
    return Optional.empty();
  }

  private Optional<String> leave(String thread, Reply reply) {
    Call call = open.remove(thread);
    if (call == null) {
      return Optional.of("expected a call of " + thread + " before its return");
    }
    return fits(call, reply.output(), reply.isOk())
        ? Optional.empty()
        : Optional.of("expected " + output(call, reply) + ", found " + reply);
  }

  /** What the call writes where it answers so, for a person. */
  private static String output(Call call, Reply reply) {
    String written = "nothing";
    if (reply.isOk() && !call.nullPointer()) {
      written =
          call.op().returnsHandle()
              ? "a handle"
              : switch (call.op()) {
                case INTERRUPT_WAIT -> "a timestamp";
                case PORT_WAIT -> "a packet";
                default -> written;
              };
    }
    return written + " beside the status of " + call.op().scriptName();
  }

  private static Optional<String> expire(Call call) {
    String expected = "expected a thread in a port_wait with a finite deadline, found ";
    if (call == null) {
      return Optional.of(expected + "one that has no call in progress");
    }
    Deadline deadline = call.deadline();
    return deadline == Deadline.FINITE
        ? Optional.empty()
        : Optional.of(expected + call + ", whose deadline is " + deadline);
  }

  /** Whether the call can have that output at all: whether it has that type of out-pointer. */
  private static boolean fits(Call call, Reply.Output output, boolean ok) {
    boolean writes = ok && !call.nullPointer();
    if (output instanceof Reply.Handle) {
      return writes && call.op().returnsHandle();
    }
    if (output instanceof Reply.Timestamp) {
      return writes && call.op() == Op.INTERRUPT_WAIT;
    }
    if (output instanceof Reply.Packet) {
      return writes && call.op() == Op.PORT_WAIT;
    }
    boolean mustWrite =
        call.op().returnsHandle() || call.op() == Op.INTERRUPT_WAIT || call.op() == Op.PORT_WAIT;
    return !(writes && mustWrite);
  }
}
