package bindcheck.litmus.lincheck;

import bindcheck.call.Verdict;
import bindcheck.litmus.Findings;
import bindcheck.litmus.Outcome;
import bindcheck.litmus.Program;
import bindcheck.target.Plan;
import bindcheck.target.Syscalls;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Runs one program under the schedules that Lincheck chooses, up to a budget. */
final class Schedules {
  private static final String SCHEDULES = "schedules";
  private static final String NOT_PASSED = "not counted, a deadline had not passed";
  private static final String BROKEN_OFF = "not counted, broken off by Lincheck";
  private static final Duration LONGEST_RUN = Duration.ofSeconds(60);

  private final Program program;
  private final Supplier<? extends Syscalls> factory;
  private final int budget;
  private final Optional<Outcome> wanted;
  private final SortedMap<Outcome, Long> outcomes = new TreeMap<>();
  private final SortedMap<String, Long> figures = new TreeMap<>(Map.of(SCHEDULES, 0L));
  private Verdict verdict = Verdict.PASS;
  private String reason = "";

  /**
   * Runs nothing yet.
   *
   * @param factory gives fresh kernels
   * @param budget how many schedules there may be
   * @param wanted the outcome whose interleaving is to be shown, by FAIL with that as the reason
   */
  Schedules(
      Program program, Supplier<? extends Syscalls> factory, int budget, Optional<Outcome> wanted) {
    this.program = program;
    this.factory = factory;
    this.budget = budget;
    this.wanted = wanted;
  }

  /** Runs it. */
  Findings explore() {
    Plan plan = program.plan();
    Recorder.expect(plan, factory);
    ModelChecker.on(new Scenario(plan.threads().size()), LONGEST_RUN, this::search);
    return new Findings(program.name(), verdict, reason, false, outcomes, figures);
  }

  private void search(ModelChecker checker) {
    while (verdict == Verdict.PASS && figures.get(SCHEDULES) < budget && checker.next()) {
      take(checker.run(), checker);
      figures.merge(SCHEDULES, 1L, Long::sum);
    }
  }

  private void take(ModelChecker.End end, ModelChecker checker) {
    String failure = Recorder.failure();
    if (failure != null && !Recorder.hasBegun()) {
      end(Verdict.FAIL, failure);
    } else if (failure != null) {
      fail(failure, checker);
    } else if (Recorder.lacksClock()) {
      end(Verdict.SKIPPED, "the target cannot let a deadline pass when it is told to");
    } else {
      switch (end) {
        case AT_REST -> count(checker);
        case LOCKED -> fail("deadlock: a thread waits for a lock for ever", checker);
        case REPEATED -> figures.merge(BROKEN_OFF, 1L, Long::sum);
        case LOOPS -> fail("a thread goes round in a loop that no other thread ends", checker);
        case HANGS -> end(Verdict.INCONCLUSIVE, "a thread is where Lincheck does not see it");
        case ODD -> end(Verdict.INCONCLUSIVE, checker.explain());
      }
    }
  }

  private void fail(String why, ModelChecker checker) {
    end(Verdict.FAIL, why + "\n" + Interleaving.chart(checker.explain(), program));
  }

  private void end(Verdict as, String because) {
    verdict = as;
    reason = because;
  }

  private void count(ModelChecker checker) {
    if (Recorder.reused()) {
      figures.merge(Findings.REUSED, 1L, Long::sum);
    } else if (Recorder.isUnfinished()) {
      figures.merge(NOT_PASSED, 1L, Long::sum);
    } else {
      Outcome outcome = program.outcome(Recorder.replies());
      outcomes.merge(outcome, 1L, Long::sum);
      if (wanted.filter(outcome::equals).isPresent()) {
        fail(outcome.toString(), checker);
      }
    }
  }
}
