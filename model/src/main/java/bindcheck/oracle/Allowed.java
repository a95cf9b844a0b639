package bindcheck.oracle;

import bindcheck.call.Observation;
import bindcheck.spec.Glossary;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * An observation that the specification allows at some point.
 *
 * @param by the requirements and alternatives that it rests on
 */
public record Allowed(Observation observation, SortedSet<String> by) {
  /** The requirements among them. */
  public SortedSet<String> requirements() {
    return by.stream()
        .filter(Glossary::isRequirement)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
