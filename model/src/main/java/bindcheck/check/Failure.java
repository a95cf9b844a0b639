package bindcheck.check;

import bindcheck.judge.Session;
import bindcheck.script.Line;
import bindcheck.target.TargetException;
import java.util.List;

/**
 * Where a walk ended badly.
 *
 * @param lines the walk so far; the last line is the one that went wrong
 * @param step what was observed and what was allowed, or null where nothing was observed
 * @param cause why nothing was observed, or null
 */
public record Failure(List<Line> lines, Session.Step step, TargetException cause) {

  /** Whether the implementation is at fault, or nothing can be said. */
  public Verdict verdict() {
    if (cause == null) {
      return Verdict.FAIL;
    }
    return Verdict.of(cause);
  }
}
