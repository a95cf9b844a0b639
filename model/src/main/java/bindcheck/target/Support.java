package bindcheck.target;

import bindcheck.script.Op;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

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
}
