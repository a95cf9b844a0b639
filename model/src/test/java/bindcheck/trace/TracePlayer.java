package bindcheck.trace;

import bindcheck.call.Call;
import bindcheck.call.Observation;
import bindcheck.call.Reply;
import bindcheck.target.Target;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Replays a walk on a target by what its file says, as a reader of the file would who has neither
 * the specification nor the judge: any idle reader makes a reader's call.
 */
final class TracePlayer {
  private final Target target;
  private final List<String> threads;
  private final Map<String, Call> inProgress = new HashMap<>();
  private final Map<String, Integer> handles = new HashMap<>();

  TracePlayer(Target target, List<String> threads) {
    this.target = target;
    this.threads = threads;
  }

  /** The first step that is not as expected, with what was seen; empty where there is none. */
  Optional<String> firstDifference(TraceWalk walk) {
    target.reset();
    inProgress.clear();
    handles.clear();
    for (TraceStep step : walk.steps()) {
      SymmetricObservation seen = play(step);
      if (!seen.equals(step.expected())) {
        return Optional.of(step.line() + ": " + seen + ", not " + step.expected());
      }
    }
    return Optional.empty();
  }

  private SymmetricObservation play(TraceStep step) {
    Map<String, Call> before = new HashMap<>(inProgress);
    String thread;
    if (step.line().statement() instanceof Call call) {
      thread = idle(step.line().thread());
      target.start(thread, call.resolve(this::raw));
      inProgress.put(thread, call);
    } else {
      thread = waitingIn(step.waiting().orElseThrow());
      target.expire(thread);
    }
    Observation seen = target.observe();
    inProgress.keySet().removeAll(seen.replies().keySet());
    step.line().name().ifPresent(name -> keep(name, seen.replies().get(thread)));
    return new SymmetricObservation(
        Optional.ofNullable(seen.replies().get(thread)).map(TracePlayer::withoutHandle),
        seen.replies().entrySet().stream()
            .filter(returned -> !returned.getKey().equals(thread))
            .map(r -> new SymmetricObservation.Returned(before.get(r.getKey()), r.getValue()))
            .toList(),
        seen.blocked().size());
  }

  /** The last of the idle readers, where the file has the first. */
  private String idle(String thread) {
    if (thread.equals(threads.get(0))) {
      return thread;
    }
    for (int i = threads.size() - 1; i > 0; i--) {
      if (!inProgress.containsKey(threads.get(i))) {
        return threads.get(i);
      }
    }
    throw new AssertionError("no reader is idle");
  }

  private String waitingIn(Call call) {
    return inProgress.entrySet().stream()
        .filter(entry -> entry.getValue().equals(call))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() -> new AssertionError("nobody waits in " + call));
  }

  private void keep(String name, Reply reply) {
    if (reply.output() instanceof Reply.Handle handle) {
      handles.values().removeIf(value -> value == handle.raw());
      handles.put(name, handle.raw());
    }
  }

  private int raw(String name) {
    return handles.getOrDefault(name, 0);
  }

  private static Reply withoutHandle(Reply reply) {
    return reply.output() instanceof Reply.Handle ? Reply.of(reply.status()) : reply;
  }
}
