package bindcheck.oracle;

import bindcheck.call.Observation;
import java.util.SortedSet;

/**
 * An observation that the specification allows at some point.
 *
 * @param by the requirements and alternatives that it rests on
 */
public record Allowed(Observation observation, SortedSet<String> by) {}
