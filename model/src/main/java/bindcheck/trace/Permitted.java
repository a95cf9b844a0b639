package bindcheck.trace;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What may be seen at a step.
 *
 * @param by the requirements and alternatives that it rests on
 */
public record Permitted(SymmetricObservation observation, SortedSet<String> by) {
  /** Keeps a copy. */
  public Permitted {
    by = Collections.unmodifiableSortedSet(new TreeSet<>(by));
  }
}
