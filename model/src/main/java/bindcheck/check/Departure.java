package bindcheck.check;

import bindcheck.call.Observation;
import bindcheck.script.Line;
import java.util.List;
import java.util.SortedSet;

/**
 * A step that is allowed, but not what the variant does whose states are walked.
 *
 * @param lines the shortest way that is known to it from an empty kernel; it is the last
 * @param observed what the target did
 * @param by the ids that this rests on
 */
public record Departure(List<Line> lines, Observation observed, SortedSet<String> by) {
  /** Keeps a copy. */
  public Departure {
    lines = List.copyOf(lines);
  }
}
