package bindcheck.variants;

import bindcheck.oracle.Session;
import bindcheck.script.Line;
import bindcheck.spec.Variant;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * Which alternatives a target was seen to take.
 *
 * @param asked how many scripts could be played
 * @param taken the alternatives of each choice that what was observed leaves: one where the probes
 *     told, all where none could, none where it was not always the same
 * @param open the choices of which nothing was seen
 * @param variant a resolved variant that agrees with what was observed, and elsewhere takes what
 *     {@code reference} does, as far as it can
 * @param agreeing the named variants that allow every step
 * @param refutations for each other one the first step that it does not allow
 * @param unkept the policies of which it took one alternative, and another later
 * @param oddities the further steps that no variant allows beside what was observed before
 */
public record Identity(
    int asked,
    SortedMap<String, SortedSet<String>> taken,
    SortedSet<String> open,
    Variant variant,
    List<String> agreeing,
    SortedMap<String, Refutation> refutations,
    List<Unkept> unkept,
    List<Refutation> oddities) {

  /** A script, and the step at its end that is not allowed. */
  public record Refutation(List<Line> script, Session.Step step) {}

  /**
   * A policy that the target did not keep to.
   *
   * @param kept the alternatives that were left of it
   * @param first the last step that left fewer of them
   * @param taken what it took later
   * @param then the step that took it
   */
  public record Unkept(
      String choice, SortedSet<String> kept, Refutation first, String taken, Refutation then) {}

  /** The named variants that allow every step, for one line. */
  public String agreed() {
    if (asked == 0) {
      return "nothing was asked of it";
    }
    return agreeing.isEmpty() ? "no variant that has a name" : String.join(", ", agreeing);
  }

  /** Whether some resolved variant agrees with every step. */
  public boolean isConsistent() {
    return unkept.isEmpty() && oddities.isEmpty();
  }
}
