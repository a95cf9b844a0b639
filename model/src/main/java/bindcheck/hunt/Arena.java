package bindcheck.hunt;

import bindcheck.history.Event;
import bindcheck.target.JavaTarget;
import bindcheck.target.Target;
import bindcheck.target.hosted.HostedTarget;
import java.util.List;

/** Where rounds are played and recorded. */
interface Arena {
  /** How many calls a thread usually makes in a round where each thread makes its own. */
  int ROUND_OF_SHORT_CALLS = 100;

  /**
   * The same where one thread starts and collects all calls: nearly all of them overlap then, and
   * the longer a round is, the longer it takes to find an order of them.
   */
  int ROUND_OF_LONG_CALLS = 20;

  /**
   * Plays a round on a fresh kernel, to its end: every call has returned, or the last event but one
   * is a quiescence.
   *
   * @throws bindcheck.target.TargetException if the target fails
   */
  List<Event> play(Round round);

  /** How many calls a thread usually makes in a round. */
  int usualRound();

  /** The one that fits the target. */
  static Arena of(Target target, List<String> threads) {
    if (target instanceof JavaTarget java) {
      return new JavaArena(java, threads);
    }
    return target instanceof HostedTarget hosted
        ? new HostedArena(hosted, threads)
        : new TargetArena(target, threads);
  }
}
