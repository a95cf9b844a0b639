package bindcheck.target;

import bindcheck.call.Op;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a target can be asked for.
 *
 * @param calls those that it has
 * @param expire whether it can let a deadline pass when told to
 */
public record Support(Set<Op> calls, boolean expire) {
  /** Everything. */
  public static final Support ALL = new Support(EnumSet.allOf(Op.class), true);

  /** Keeps a copy. */
  public Support {
    Set<Op> copy = EnumSet.noneOf(Op.class);
    copy.addAll(calls);
    calls = Collections.unmodifiableSet(copy);
  }

  /** The names of those of the calls that it has not, with commas; empty where it has them all. */
  public String missing(Set<Op> needed) {
    return needed.stream()
        .filter(op -> !calls.contains(op))
        .map(Op::scriptName)
        .collect(Collectors.joining(", "));
  }
}
