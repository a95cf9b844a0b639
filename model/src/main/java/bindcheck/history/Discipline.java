package bindcheck.history;

import bindcheck.call.Call;
import bindcheck.call.Deadline;
import bindcheck.call.Reply;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Which event may follow which: each thread makes one call at a time, and an end comes last. */
final class Discipline {
  private final Map<String, Call> open = new HashMap<>();
  private boolean ended;

  boolean isEnded() {
    return ended;
  }

  /** Takes the next event, before the end; or says what was expected in its place. */
  Optional<String> enter(Event event) {
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
      return Optional.of(
          "expected the return of " + new TreeSet<>(open.keySet()) + " before a reset");
    }
    ended = event instanceof Event.End;
    return Optional.empty();
  }

  private Optional<String> leave(String thread, Reply reply) {
    Call call = open.remove(thread);
    if (call == null) {
      return Optional.of("expected a call of " + thread + " before its return");
    }
    return reply.misfit(call);
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
}
