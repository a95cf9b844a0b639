package bindcheck.bench;

import bindcheck.call.Call;
import bindcheck.call.Reply;
import bindcheck.target.ForwardingTarget;
import bindcheck.target.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/** What a target was asked for, to be asked again without whoever asked. */
final class Script {
  private final List<Consumer<Target>> steps = new ArrayList<>();
  private final SortedSet<String> readers = new TreeSet<>();

  /** Does what that target does, and writes down what it is asked for. */
  Target recording(Target target) {
    return new ForwardingTarget(target) {
      @Override
      public void reset() {
        steps.add(Target::reset);
        super.reset();
      }

      @Override
      public void start(String thread, Call call) {
        steps.add(other -> other.start(reader(other, thread, false), call));
        super.start(thread, call);
      }

      @Override
      public void expire(String thread) {
        steps.add(other -> other.expire(reader(other, thread, true)));
        super.expire(thread);
      }

      @Override
      public SortedMap<String, Reply> quiesce() {
        SortedMap<String, Reply> replies = super.quiesce();
        readers.addAll(blocked());
        return replies;
      }
    };
  }

  /** Asks for all of it, each step at quiescence, and closes the target. */
  void play(Target target) {
    try (target) {
      for (Consumer<Target> step : steps) {
        step.accept(target);
        target.quiesce();
      }
    }
  }

  /** That thread; where another of those that are alike was released in its place, that one. */
  private String reader(Target target, String thread, boolean isBlocked) {
    if (target.blocked().contains(thread) == isBlocked) {
      return thread;
    }
    return readers.stream()
        .filter(other -> target.blocked().contains(other) == isBlocked)
        .findFirst()
        .orElseThrow();
  }
}
