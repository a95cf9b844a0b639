package bindcheck.variants;

import bindcheck.oracle.Allowed;
import java.util.List;
import java.util.SortedSet;

/**
 * A choice at which two variants differ, and what shows it.
 *
 * @param one what the first variant allows of the choice
 * @param other what the second allows
 * @param probe the script at whose end they allow different observations, or null where none was
 *     found
 * @param oneAllowed what the first allows to be observed there, empty where there is no script
 * @param otherAllowed what the second allows, likewise
 */
public record Difference(
    String choice,
    SortedSet<String> one,
    SortedSet<String> other,
    Probe probe,
    List<Allowed> oneAllowed,
    List<Allowed> otherAllowed) {

  /** Whether one variant only leaves open what the other settles. */
  public boolean isLatitude() {
    return one.containsAll(other) || other.containsAll(one);
  }
}
