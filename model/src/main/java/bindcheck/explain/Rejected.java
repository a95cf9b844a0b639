package bindcheck.explain;

import bindcheck.oracle.Allowed;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** What is said of anything that was rejected: a step of a check, or an event of a history. */
public interface Rejected {
  /** What was observed. */
  String observed();

  /** What would have been allowed in its place. */
  List<Allowed> allowed();

  /** The requirements that were not met. */
  SortedSet<String> broken();

  /** The choice whose change alone would have allowed it. */
  Optional<Cause> cause();

  /** How many were rejected alike. */
  int count();

  /** Whether it may follow from an earlier failure only. */
  boolean isConsequence();

  /** Whether it shows that the requirement is not met. */
  default boolean breaks(String requirement) {
    return broken().contains(requirement) && !isConsequence();
  }
}
