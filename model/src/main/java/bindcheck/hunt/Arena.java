package bindcheck.hunt;

import bindcheck.call.Call;
import bindcheck.history.Event;
import bindcheck.target.Target;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where rounds are played and recorded. */
abstract class Arena {
  /** Calls that release others; more would be of no use. */
  static final int MOST_RELEASES = 200;

  /** How many of them may fail to release anybody before the round is given up. */
  private static final int PATIENCE = 3;

  final List<String> threads;
  private final Target target;

  Arena(Target target, List<String> threads) {
    this.target = target;
    this.threads = threads;
  }

  /**
   * Plays a round on a fresh kernel, to its end: every call has returned, or the last event but one
   * is a quiescence.
   *
   * @throws bindcheck.target.TargetException if the target fails
   */
  abstract List<Event> play(Round round);

  /** The calls in progress at a quiescence, by thread. */
  abstract Map<String, Call> open();

  /** Makes a call that does not block, up to the next quiescence. */
  abstract void release(Call call);

  /** Releases whoever is blocked, one call at a time, so that no thread stays behind. */
  final void drain(Round round) {
    int useless = 0;
    for (int made = 0; made < MOST_RELEASES && !open().isEmpty() && useless < PATIENCE; ) {
      Set<String> before = Set.copyOf(open().keySet());
      for (Call release : round.release(open().values().iterator().next())) {
        if (open().keySet().equals(before)) {
          release(release);
          made++;
        }
      }
      useless = open().keySet().equals(before) ? useless + 1 : 0;
    }
    if (!target.blocked().isEmpty()) {
      target.abandon();
    }
  }
}
