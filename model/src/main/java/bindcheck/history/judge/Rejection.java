package bindcheck.history.judge;

import bindcheck.call.Observation;
import bindcheck.call.Op;
import bindcheck.oracle.Allowed;
import java.util.List;
import java.util.SortedMap;

/**
 * The first event that no execution explains, together with those before it.
 *
 * @param event its number in the history, from 0
 * @param observed what the history says there
 * @param seen the same as what the threads of {@code calls} were seen to do
 * @param calls the calls that it says something of, by thread
 * @param kind the same without threads, handles and values
 * @param allowed what would have been allowed in its place, with the ids that it rests on; what
 *     differs least comes first
 * @param isFollowing whether another event of the same kernel had been rejected before
 * @param contradiction the part of the history that shows it, as small as could be found
 */
public record Rejection(
    long event,
    String observed,
    Observation seen,
    SortedMap<String, Op> calls,
    String kind,
    List<Allowed> allowed,
    boolean isFollowing,
    Contradiction contradiction) {

  /** The same, shown by another contradiction. */
  public Rejection by(Contradiction other) {
    return new Rejection(event, observed, seen, calls, kind, allowed, isFollowing, other);
  }
}
