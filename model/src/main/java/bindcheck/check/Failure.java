package bindcheck.check;

import bindcheck.call.Call;
import bindcheck.call.Observation;
import bindcheck.call.Statement;
import bindcheck.call.Verdict;
import bindcheck.oracle.Session;
import bindcheck.script.Line;
import bindcheck.target.TargetException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

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

  /**
   * What was observed and what was allowed at the last line, or null where nothing was observed.
   */
  public Session.Step step() {
    return cause != null ? null : steps.get(steps.size() - 1);
  }

  /** What failures have in common that look the same: the call, what was seen and what was not. */
  public String signature() {
    String call = lines.isEmpty() ? "reset" : name(lines.get(lines.size() - 1));
    if (cause != null) {
      return call + " " + cause.reason();
    }
    return call
        + " observed "
        + kinds(step().observation())
        + ", allowed "
        + kinds(step().nearest().observation());
  }

  private static String name(Line line) {
    return line.statement() instanceof Call call ? call.op().scriptName() : Statement.EXPIRE;
  }

  /** The kinds of the replies, whichever reader's, and how many calls are blocked. */
  private String kinds(Observation seen) {
    String caller = lines.get(lines.size() - 1).thread();
    List<String> kinds = new ArrayList<>();
    seen.replies()
        .forEach(
            (thread, reply) ->
                kinds.add((thread.equals(caller) ? "caller: " : "reader: ") + reply.kind()));
    Collections.sort(kinds);
    return kinds + " blocked: " + seen.blocked().size();
  }

  /** Whether the implementation is at fault, or nothing can be said. */
  public Verdict verdict() {
    if (cause == null) {
      return Verdict.FAIL;
    }
    return Verdict.of(cause);
  }
}
