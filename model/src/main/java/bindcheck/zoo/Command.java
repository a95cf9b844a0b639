package bindcheck.zoo;

import bindcheck.call.Verdict;
import bindcheck.spec.SpecException;
import bindcheck.target.TargetException;

/** One way to find out what is wrong with an implementation: what a command of that name does. */
public interface Command {
  /** As a user types it, without the target. */
  String name();

  /** Whether it can be tried on this one. */
  default boolean isFit(Specimen specimen) {
    return true;
  }

  /** Makes the attempt, up to the first thing that is wrong. */
  Attempt on(Specimen specimen) throws InterruptedException;

  /** The same; a target that fails in a way of its own ends the attempt, and not the tour. */
  default Attempt tryOn(Specimen specimen) throws InterruptedException {
    try {
      return on(specimen);
    } catch (TargetException e) {
      return new Attempt(name(), e.verdict(), 0, 0);
    } catch (SpecException e) {
      return new Attempt(name(), Verdict.INCONCLUSIVE, 0, 0);
    }
  }
}
