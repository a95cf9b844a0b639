package bindcheck.check;

import bindcheck.call.Verdict;
import bindcheck.oracle.Session;
import bindcheck.script.Line;
import bindcheck.target.TargetException;
import java.util.List;
import java.util.Optional;

/**
 * Where a walk ended badly.
 *
 * @param lines the walk so far; the last line is the one that went wrong
 * @param steps what was observed after each line, but for the last where nothing was
 * @param cause why nothing was observed, or null
 */
public record Failure(List<Line> lines, List<Session.Step> steps, TargetException cause) {
  /** Keeps copies. */
  public Failure {
    lines = List.copyOf(lines);
    steps = List.copyOf(steps);
  }

  /** Whether something was observed at the last line; else the target has failed there. */
  public boolean isObserved() {
    return cause == null;
  }

  /** The line that went wrong; or empty where no kernel could be made. */
  public Optional<Line> last() {
    return lines.isEmpty() ? Optional.empty() : Optional.of(lines.get(lines.size() - 1));
  }

  /** What went wrong: the name of a call, {@code expire}, or {@code reset}. */
  public String operation() {
    return last().map(Line::operation).orElse("reset");
  }

  /**
   * What was observed and what was allowed at the last line, or null where nothing was observed.
   */
  public Session.Step step() {
    return isObserved() ? steps.get(steps.size() - 1) : null;
  }

  /** What was observed at the last line, or what the target did instead of showing anything. */
  public String observed() {
    return isObserved()
        ? step().observation().toString()
        : cause.getMessage().lines().findFirst().orElse("");
  }

  /** What failures have in common that look the same: the call, what was seen and what was not. */
  public String signature() {
    if (!isObserved()) {
      return operation() + " " + cause.reason();
    }
    return step().look();
  }

  /** Whether the implementation is at fault, or nothing can be said. */
  public Verdict verdict() {
    return isObserved() ? Verdict.FAIL : cause.verdict();
  }
}
