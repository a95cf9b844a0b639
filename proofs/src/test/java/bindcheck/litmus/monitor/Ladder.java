package bindcheck.litmus.monitor;

import bindcheck.litmus.Outcome;
import bindcheck.litmus.Program;
import bindcheck.litmus.monitor.MonitorSteps.Verdict;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;

/** Every schedule of a program, each of whose steps is to be one of the model's. */
final class Ladder {
  /**
   * What was found of a program.
   *
   * @param steps how many different ones there were of each verdict
   * @param broken the first step that the model does not have, with the schedule that leads there
   */
  record Climb(
      Program program,
      long schedules,
      long states,
      Map<Verdict, Long> steps,
      Set<Outcome> outcomes,
      Optional<Throwable> thrown,
      Optional<Broken> broken) {
    long steps(Verdict of) {
      return steps.getOrDefault(of, 0L);
    }
  }

  /** A step that the model does not have. */
  record Broken(Step step, String schedule) {
    @Override
    public String toString() {
      StepView view = new StepView(step);
      return "%s, %s is no step of %s:%n  before %s%n  after  %s%n  --schedule %s%n%s"
          .formatted(
              step.thread(),
              step.standing().call(),
              step.action(),
              view.before(),
              view.leavesTheRest() ? view.after(false, false) : "changes other objects, too",
              schedule,
              AllowedSteps.of(view, step.action()));
    }
  }

  private final Implementation implementation;
  private final Lanes lanes;
  private final MonitorSteps model;
  private final Set<Step> steps = new HashSet<>();
  private final Set<JavaState> states = new HashSet<>();
  private final Set<Outcome> outcomes = new TreeSet<>();
  private final Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
  private Optional<Broken> broken = Optional.empty();

  private Ladder(Implementation implementation, Lanes lanes, MonitorSteps model) {
    this.implementation = implementation;
    this.lanes = lanes;
    this.model = model;
  }

  /** Runs every schedule of a program, on classes that an engine has rewritten. */
  static Climb climb(
      Program program, Implementation implementation, Lanes lanes, MonitorSteps model)
      throws TimeoutException {
    return new Ladder(implementation, lanes, model).climb(program);
  }

  private Climb climb(Program program) throws TimeoutException {
    Search search =
        new Search(
            () -> scenario(program),
            lanes,
            implementation.sites(),
            MonitorEngine.SCHEDULES,
            execution -> outcomes.add(((WatchedScenario) execution.scenario()).outcome()));
    search.run(outcomes::clear);
    return new Climb(
        program,
        search.schedules(),
        states.size(),
        counts,
        outcomes,
        Optional.ofNullable(search.last().thrown()),
        broken);
  }

  private Scenario scenario(Program program) {
    return new WatchedScenario(new LitmusScenario(program, implementation::kernel), this::took);
  }

  private void took(Step step, Strand strand) {
    if (steps.add(step)) {
      states.add(step.before());
      states.add(step.after());
      Verdict verdict = model.judge(step);
      counts.merge(verdict, 1L, Long::sum);
      if (verdict == Verdict.BROKEN && broken.isEmpty()) {
        broken = Optional.of(new Broken(step, strand.schedule().toString()));
      }
    }
  }
}
