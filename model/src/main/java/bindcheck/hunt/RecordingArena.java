package bindcheck.hunt;

import bindcheck.call.Call;
import bindcheck.target.Target;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Plays rounds call by call, or thread by thread, and sees each to its end. */
abstract class RecordingArena implements Arena {
  /** Calls that release others; more would be of no use. */
  static final int MOST_RELEASES = 200;

  /** How many of them may fail to release anybody before the round is given up. */
  private static final int PATIENCE = 3;

  final List<String> threads;
  private final Target target;

  RecordingArena(Target target, List<String> threads) {
    this.target = target;
    this.threads = threads;
  }

  /** The calls in progress at a quiescence, by thread. */
  abstract Map<String, Call> open();

  /** Makes a call that does not block, up to the next quiescence. */
  abstract void look(Call call);

  /** The same, of a call that is to release a thread. */
  abstract void release(Call call);

  /** Lets the finite deadline pass of the call that the thread is blocked in. */
  abstract void expire(String thread);

  /** Looks at what is left of the round, and lets whoever is blocked go. */
  final void end(Round round) {
    round.looks().forEach(this::look);
    drain(round);
    if (!target.blocked().isEmpty()) {
      target.abandon();
    }
  }

  /** Releases whoever is blocked, one call at a time, so that no thread stays behind. */
  private void drain(Round round) {
    int useless = 0;
    for (int made = 0; made < MOST_RELEASES && !open().isEmpty() && useless < PATIENCE; ) {
      Set<String> before = Set.copyOf(open().keySet());
      Map.Entry<String, Call> first = open().entrySet().iterator().next();
      if (first.getValue().hasFiniteDeadline() && target.support().expire()) {
        expire(first.getKey());
        made++;
      }
      for (Call release : round.release(first.getValue())) {
        if (open().keySet().equals(before) && target.support().calls().contains(release.op())) {
          release(release);
          made++;
        }
      }
      useless = open().keySet().equals(before) ? useless + 1 : 0;
    }
  }
}
