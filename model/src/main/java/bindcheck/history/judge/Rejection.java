package bindcheck.history.judge;

import bindcheck.oracle.Allowed;
import java.util.List;

/**
 * The first event that no execution explains, together with those before it.
 *
 * @param event its number in the history, from 0
 * @param observed what the history says there
 * @param kind the same without threads, handles and values
 * @param allowed what would have been allowed in its place, with the ids that it rests on; what
 *     differs least comes first
 * @param isFollowing whether another event of the same kernel had been rejected before
 * @param contradiction the part of the history that shows it, as small as could be found
 */
public record Rejection(
    long event,
    String observed,
    String kind,
    List<Allowed> allowed,
    boolean isFollowing,
    Contradiction contradiction) {

  /** The same, shown by another contradiction. */
  public Rejection by(Contradiction other) {
    return new Rejection(event, observed, kind, allowed, isFollowing, other);
  }
}
