package bindcheck.history.linear;

import bindcheck.call.Reply;
import bindcheck.history.Event;
import bindcheck.history.model.Operation;

/**
 * What is known of a call by who has read on.
 *
 * @param reply what it returns; null where it never does
 * @param returnsAt the number of that event, or {@link Operation#NEVER}
 * @param blockedAt the number of the last event at which it was seen to be blocked, or -1
 */
public record Lookahead(Reply reply, long returnsAt, long blockedAt) {
  /** Whether every call in progress was seen to be blocked at the event. */
  public static boolean showsBlocked(Event event) {
    return event instanceof Event.Quiescent || (event instanceof Event.End end && end.quiescent());
  }
}
