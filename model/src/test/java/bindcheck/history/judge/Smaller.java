package bindcheck.history.judge;

import bindcheck.history.Event;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Leaves out of a history what is not needed for something to be true of it: a call, with what
 * becomes of it, or a mark, one after the other, as long as any can be left out.
 */
final class Smaller {
  private final Predicate<List<Event>> isTrue;
  private int left;

  private Smaller(Predicate<List<Event>> isTrue, int most) {
    this.isTrue = isTrue;
    this.left = most;
  }

  /**
   * A part of the history of which it is true still.
   *
   * @param most how often it may be asked
   */
  static List<Event> of(List<Event> events, Predicate<List<Event>> isTrue, int most) {
    return new Smaller(isTrue, most).smaller(events);
  }

  private List<Event> smaller(List<Event> events) {
    List<Event> best = events;
    boolean shrinks = true;
    while (shrinks) {
      List<Event> before = best;
      for (int at = best.size() - 1; at >= 0; at--) {
        best = at < best.size() ? without(best, at) : best;
      }
      shrinks = best.size() < before.size();
    }
    return best;
  }

  private List<Event> without(List<Event> events, int at) {
    if (events.get(at) instanceof Event.Returned || left == 0) {
      return events;
    }
    Set<Integer> out = ofCall(events, at);
    List<Event> part = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      if (!out.contains(i)) {
        part.add(events.get(i));
      }
    }
    left--;
    return isTrue.test(part) ? part : events;
  }

  /** The event, and where it is a call what the thread has of it up to its return. */
  private static Set<Integer> ofCall(List<Event> events, int at) {
    Set<Integer> all = new HashSet<>(Set.of(at));
    if (events.get(at) instanceof Event.Called called) {
      for (int i = at + 1; i < events.size(); i++) {
        Event event = events.get(i);
        if (event instanceof Event.Expired expired && expired.thread().equals(called.thread())) {
          all.add(i);
        } else if (event instanceof Event.Returned returned
            && returned.thread().equals(called.thread())) {
          all.add(i);
          return all;
        }
      }
    }
    return all;
  }
}
