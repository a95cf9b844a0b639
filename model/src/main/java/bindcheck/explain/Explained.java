package bindcheck.explain;

import bindcheck.call.Verdict;
import bindcheck.check.Failure;
import bindcheck.oracle.Allowed;
import bindcheck.script.Line;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

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
    Optional<Cause> cause)
    implements Rejected {

  /** Keeps a copy. */
  public Explained {
    allowed = List.copyOf(allowed);
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

  /** What failures of one cause have in common, in whatever scene. */
  String group() {
    return cause.map(c -> "" + c.alternative() + c.kept()).orElseGet(prefix::signature);
  }
}
