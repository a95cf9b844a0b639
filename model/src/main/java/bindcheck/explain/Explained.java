package bindcheck.explain;

import bindcheck.call.Verdict;
import bindcheck.check.Failure;
import bindcheck.check.Timing;
import bindcheck.oracle.Allowed;
import bindcheck.script.Line;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A rejection, and why.
 *
 * @param scene where it was found
 * @param verdict whether the implementation is at fault, or nothing can be said
 * @param count how many steps failed alike
 * @param isConsequence whether all of them came after another failure in the same walk
 * @param prefix the shortest prefix of the suite's walk that fails
 * @param shown the shrunk script, or the prefix where none is shorter
 * @param allowed what would have been allowed at the last line of what is shown
 * @param broken the requirements that were not met
 * @param guard which guard of what was observed was false, one sentence; or empty
 * @param kernels the kernels that do what was observed
 * @param cause the choice whose change alone would have allowed it
 * @param timing whether it rests on a settle time
 * @param also what else looks otherwise, and is put down to the same
 */
public record Explained(
    String scene,
    Verdict verdict,
    int count,
    boolean isConsequence,
    Failure prefix,
    Failure shown,
    List<Allowed> allowed,
    SortedSet<String> broken,
    String guard,
    SortedSet<String> kernels,
    Optional<Cause> cause,
    Timing timing,
    List<Other> also)
    implements Rejected {

  /** A failure that looks otherwise, and may well be of the same fault. */
  public record Other(String scene, Failure shown) {}

  /** Keeps copies. */
  public Explained {
    allowed = List.copyOf(allowed);
    also = List.copyOf(also);
  }

  /** How bad it is. */
  public Grade grade() {
    return Grade.of(false, !kernels.isEmpty());
  }

  /** The line that went wrong; or empty where no kernel could be made. */
  public Optional<Line> event() {
    return shown.last();
  }

  @Override
  public String observed() {
    return shown.observed();
  }

  /**
   * What failures that are put down to one fault have in common, in whatever scene: the cause, or
   * else the requirements that they break, or else how they look.
   */
  String group() {
    if (cause.isPresent()) {
      return "" + cause.get().alternative() + cause.get().kept();
    }
    return broken.isEmpty() || !shown.isObserved() ? shown.signature() : broken.toString();
  }

  /** This and those of another, of which this has the shorter script. */
  Explained with(Explained other) {
    SortedSet<String> allBroken = new TreeSet<>(broken);
    allBroken.addAll(other.broken);
    List<Other> others = new ArrayList<>(also);
    others.add(new Other(other.scene, other.shown));
    others.addAll(other.also);
    Set<String> looks = new HashSet<>(Set.of(shown.signature()));
    others.removeIf(one -> !looks.add(one.shown().signature()));
    return new Explained(
        scene,
        verdict,
        count + other.count,
        isConsequence,
        prefix,
        shown,
        allowed,
        allBroken,
        guard,
        kernels,
        cause,
        timing,
        others);
  }
}
