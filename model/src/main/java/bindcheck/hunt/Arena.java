package bindcheck.hunt;

import bindcheck.history.Event;
import java.util.List;

/** Where rounds are played and recorded. */
interface Arena {
  /** Calls that release others; more would be of no use. */
  int MOST_RELEASES = 200;

  /** How many of them may fail to release anybody before the round is given up. */
  int PATIENCE = 3;

  /**
   * Plays a round on a fresh kernel, to its end: every call has returned, or the last event but one
   * is a quiescence.
   *
   * @throws bindcheck.target.TargetException if the target fails
   */
  List<Event> play(Round round);
}
