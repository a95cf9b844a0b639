package bindcheck.litmus.stress;

import bindcheck.litmus.Engine;
import bindcheck.litmus.Findings;
import bindcheck.litmus.Outcome;
import bindcheck.litmus.Program;
import bindcheck.target.Ends;
import bindcheck.target.Plan;
import bindcheck.target.Runner;
import bindcheck.target.Target;
import bindcheck.target.TargetException;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Outcomes that a target has when its threads are let loose together, many times: those that happen
 * to be met, with their counts. No outcome is decided by time: a thread has returned, or is seen to
 * be blocked.
 */
public final class StressEngine implements Engine {
  /** The name of this engine. */
  public static final String NAME = "stress";

  /** How often each program is run, unless a user asks for more. */
  public static final long RUNS = 2_000;

  private static final String MADE = "runs";

  private final Target target;
  private final Runner runner;
  private final long runs;

  /** Runs each program so often; closes the target in the end. */
  public StressEngine(Target target, long runs) {
    this.target = target;
    this.runner = target.runner();
    this.runs = runs;
  }

  /** Whether every thread that counts as blocked was seen to be. */
  public boolean isExact() {
    return runner.isExact();
  }

  @Override
  public Findings run(Program program) {
    Plan plan = program.plan();
    String missing = target.support().missing(plan.calls());
    if (!missing.isEmpty()) {
      return Findings.skipped(program, "the target has no " + missing);
    }
    Map<Outcome, Long> outcomes = new HashMap<>();
    SortedMap<String, Long> figures = new TreeMap<>(Map.of(MADE, 0L));
    try {
      for (long n = 0; n < runs; n++) {
        Ends ends = runner.run(plan);
        figures.merge(MADE, 1L, Long::sum);
        if (ends.reused()) {
          figures.merge(Findings.REUSED, 1L, Long::sum);
        } else {
          outcomes.merge(program.outcome(ends.replies()), 1L, Long::sum);
        }
      }
    } catch (UnsupportedOperationException noClock) {
      return Findings.skipped(program, "the target cannot let a deadline pass when it is told to");
    } catch (TargetException e) {
      return Findings.of(program, false, outcomes, figures).ended(e.verdict(), e.getMessage());
    }
    return Findings.of(program, false, outcomes, figures);
  }

  @Override
  public void close() {
    runner.close();
    target.close();
  }
}
