package bindcheck.litmus;

import bindcheck.check.Verdict;
import bindcheck.script.Argument;
import bindcheck.script.Call;
import bindcheck.script.Line;
import bindcheck.target.Ends;
import bindcheck.target.Invocation;
import bindcheck.target.JavaTarget;
import bindcheck.target.Plan;
import bindcheck.target.PlannedCall;
import bindcheck.target.Runner;
import bindcheck.target.Target;
import bindcheck.target.TargetException;
import bindcheck.target.TargetRunner;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Outcomes that a target has when its threads are let loose together, many times: those that happen
 * to be met, with their counts. No outcome is decided by time: a thread has returned, or is seen to
 * be blocked.
 */
public final class StressEngine implements Engine {
  /** The name of this engine. */
  public static final String NAME = "stress";

  private static final String RUNS = "runs";
  private static final String REUSED = "not counted, a handle value was used again";

  private final Target target;
  private final Runner runner;
  private final long runs;

  /** Runs each program so often; closes the target in the end. */
  public StressEngine(Target target, long runs) {
    this.target = target;
    this.runner = target instanceof JavaTarget java ? java.runner() : new TargetRunner(target);
    this.runs = runs;
  }

  @Override
  public String name() {
    return NAME;
  }

  /** Whether every thread that counts as blocked was seen to be. */
  public boolean isExact() {
    return runner.isExact();
  }

  @Override
  public Findings run(Program program) {
    Plan plan = plan(program);
    Map<Outcome, Long> outcomes = new HashMap<>();
    SortedMap<String, Long> figures = new TreeMap<>(Map.of(RUNS, 0L));
    try {
      for (long n = 0; n < runs; n++) {
        Ends ends = runner.run(plan);
        figures.merge(RUNS, 1L, Long::sum);
        if (ends.reused()) {
          figures.merge(REUSED, 1L, Long::sum);
        } else {
          outcomes.merge(outcome(ends), 1L, Long::sum);
        }
      }
    } catch (UnsupportedOperationException noClock) {
      return Findings.skipped(program, "the target cannot let a deadline pass when it is told to");
    } catch (TargetException e) {
      return Findings.of(program, false, outcomes, figures).ended(Verdict.of(e), e.getMessage());
    }
    return Findings.of(program, false, outcomes, figures);
  }

  private static Outcome outcome(Ends ends) {
    SortedMap<String, Ending> endings = new TreeMap<>();
    ends.replies()
        .forEach(
            (thread, replies) ->
                endings.put(thread, new Ending(replies, ends.blocked().contains(thread))));
    return new Outcome(endings);
  }

  private static Plan plan(Program program) {
    Bindings bindings = new Bindings(program);
    SortedMap<String, List<PlannedCall>> threads = new TreeMap<>();
    program
        .threads()
        .forEach(
            (thread, calls) ->
                threads.put(thread, calls.stream().map(line -> planned(bindings, line)).toList()));
    return new Plan(
        program.setup().stream().map(line -> planned(bindings, line)).toList(),
        threads,
        bindings.count());
  }

  private static PlannedCall planned(Bindings bindings, Line line) {
    Call call = (Call) line.stimulus();
    int[] places =
        IntStream.range(0, call.arguments().size())
            .map(
                n ->
                    call.arguments().get(n) instanceof Argument.Handle handle
                        ? bindings.number(line.thread(), handle.name()) - 1
                        : PlannedCall.NOWHERE)
            .toArray();
    return new PlannedCall(
        Invocation.of(call, filledInLater -> 0), places, bindings.number(line) - 1);
  }

  @Override
  public void close() {
    runner.close();
    target.close();
  }
}
