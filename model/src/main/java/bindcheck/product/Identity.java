package bindcheck.product;

import bindcheck.judge.Session;
import bindcheck.script.Line;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * Which alternatives a target was seen to take.
 *
 * @param taken the alternatives of each choice that what was observed leaves: one where the probes
 *     told, all where none could, none where it was not always the same
 * @param open the choices of which nothing was seen
 * @param variant a resolved variant that agrees with what was observed, and elsewhere takes what
 *     {@code reference} does, as far as it can
 * @param agreeing the named variants that allow every step
 * @param refutations for each other one the first step that it does not allow
 * @param oddities the steps that no variant allows, or none beside what was observed before
 */
public record Identity(
    SortedMap<String, SortedSet<String>> taken,
    SortedSet<String> open,
    SortedMap<String, SortedSet<String>> variant,
    List<String> agreeing,
    SortedMap<String, Refutation> refutations,
    List<Refutation> oddities) {

  /** A script, and the step at its end that is not allowed. */
  public record Refutation(List<Line> script, Session.Step step) {}

  /** Whether some resolved variant agrees with every step. */
  public boolean isConsistent() {
    return oddities.isEmpty();
  }
}
