package bindcheck.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bindcheck.call.Verdict;
import bindcheck.litmus.Allowances;
import bindcheck.litmus.Engine;
import bindcheck.litmus.Findings;
import bindcheck.litmus.Grading;
import bindcheck.litmus.Outcome;
import bindcheck.litmus.jpf.JpfEngine;
import bindcheck.litmus.lincheck.LincheckEngine;
import bindcheck.litmus.monitor.MonitorEngine;
import bindcheck.litmus.stress.StressEngine;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Variants;
import bindcheck.target.ReferenceTarget;
import bindcheck.target.TargetException;
import bindcheck.target.Targets;
import bindcheck.zoo.ChangedReference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Runs the engines on faults. Findings are named after the fault, and fail where it was found. */
final class RaceRuns {
  private static final long RUNS = 100_000;
  private static final long SLICE = 100;

  private final Grading grading =
      new Grading(new Allowances(SpecModule.load("Evaluation")), Variants.DOC);
  private final Path folder;

  /** Puts classes into that folder. */
  RaceRuns(Path folder) {
    this.folder = folder;
  }

  private List<Path> classes(RaceFault fault) throws IOException {
    Path classes = folder.resolve(fault.name());
    new ChangedReference(fault.change()).writeTo(classes);
    return List.of(classes);
  }

  /** Every interleaving, or those up to the first error. */
  Findings jpf(RaceFault fault) throws IOException {
    try (JpfEngine engine =
        JpfEngine.of(ReferenceTarget.class, classes(fault), Engine.FEW_THREADS)) {
      Findings found = engine.run(fault.program());
      Findings graded = graded(fault, found);
      Findings shown =
          forbidden(fault, found).stream()
              .findFirst()
              .flatMap(outcome -> engine.interleaving(fault.program(), outcome))
              .map(chart -> graded.ended(Verdict.FAIL, graded.reason() + "\n" + chart))
              .orElse(graded);
      return named(fault, shown);
    }
  }

  /** Every interleaving of monitors, or those up to the first error. */
  Findings monitor(RaceFault fault) throws IOException {
    try (MonitorEngine engine =
        new MonitorEngine(Targets.DEFAULT, classes(fault), MonitorEngine.SCHEDULES)) {
      return named(fault, graded(fault, engine.run(fault.program())));
    }
  }

  /** As many schedules, or those up to the first that shows the fault. */
  Findings lincheck(RaceFault fault, int schedules) throws IOException {
    try (LincheckEngine engine =
        new LincheckEngine(Targets.DEFAULT, classes(fault), Engine.FEW_THREADS, schedules)) {
      Findings found = engine.run(fault.program());
      Findings first =
          forbidden(fault, found).stream()
              .map(outcome -> engine.until(fault.program(), outcome))
              .min(Comparator.comparing(each -> each.figures().get("schedules")))
              .orElse(found);
      return named(fault, graded(fault, first));
    }
  }

  /** Many runs, or those up to the first that shows the fault. */
  Findings stress(RaceFault fault) {
    StressEngine engine = new StressEngine(new ChangedReference(fault.change()).open(), SLICE);
    Findings found = stress(fault, engine);
    try {
      engine.close();
    } catch (TargetException notStopped) {
      // Nothing ends threads that wait for one another's locks; that they do is what was found.
      assertEquals(Verdict.FAIL, found.verdict(), notStopped::getMessage);
    }
    return named(fault, found);
  }

  private Findings stress(RaceFault fault, StressEngine engine) {
    long runs = 0;
    Findings found;
    do {
      found = graded(fault, engine.run(fault.program()));
      boolean isOutcome = !forbidden(fault, found).isEmpty();
      boolean threw = found.verdict() == Verdict.FAIL && !isOutcome;
      runs += found.figures().get("runs") + (threw ? 1 : 0);
    } while (found.verdict() == Verdict.PASS && runs < RUNS);
    Findings all = Findings.of(fault.program(), false, Map.of(), Map.of("runs", runs));
    return found.verdict() == Verdict.PASS ? all : all.ended(found.verdict(), found.reason());
  }

  private List<Outcome> forbidden(RaceFault fault, Findings found) {
    return grading.forbidden(fault.program(), found);
  }

  /** With a forbidden outcome as the reason, where there is one. */
  private Findings graded(RaceFault fault, Findings found) {
    List<Outcome> forbidden = forbidden(fault, found);
    return forbidden.isEmpty() ? found : found.ended(Verdict.FAIL, "outcome " + forbidden.get(0));
  }

  private static Findings named(RaceFault fault, Findings found) {
    return new Findings(
        fault.name(),
        found.verdict(),
        found.reason(),
        found.exhaustive(),
        found.outcomes(),
        found.figures());
  }
}
