package bindcheck.check;

import bindcheck.call.Verdict;

/**
 * Failures of one scene that look the same.
 *
 * @param failure the first of them
 * @param reproduction a short script that fails as well, or null
 * @param count how many there are
 * @param isConsequence whether each came after another failure in the same walk, and does not come
 *     about by itself: the target may no longer have been where the judge held it to be
 * @param timing whether it rests on a settle time
 */
public record FailureGroup(
    Failure failure, Failure reproduction, int count, boolean isConsequence, Timing timing) {

  /** Whether the implementation is at fault, or nothing can be said. */
  public Verdict verdict() {
    return timing.verdict(failure);
  }

  /** The shorter of both: what a person should look at. */
  public Failure shown() {
    return reproduction != null ? reproduction : failure;
  }
}
