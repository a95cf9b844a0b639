package bindcheck.litmus.monitor;

import bindcheck.call.Verdict;
import bindcheck.file.InputException;
import bindcheck.litmus.Engine;
import bindcheck.litmus.Findings;
import bindcheck.litmus.Outcome;
import bindcheck.litmus.Program;
import bindcheck.target.Diagnosis;
import bindcheck.target.TargetException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;

/**
 * Every interleaving of the monitors of a {@code java:} target, as the Java language has them: a
 * monitor has an entry set and a wait set, {@code notify} wakes any one of those that wait, and who
 * was woken enters again beside all others. That a wait ends for no reason (once a call), that the
 * time of one passes and that a deadline does, are decisions like which thread is next.
 *
 * <p>Threads change places where a monitor is entered or waited on, and where data are used that no
 * monitor guards. What other code uses is that of one thread at a time.
 */
public final class MonitorEngine implements Engine {
  /** The name of this engine. */
  public static final String NAME = "monitor";

  /** How many schedules of a program there may be, unless a user asks for more. */
  public static final int SCHEDULES = 100_000;

  private static final String UNIT = "schedules";

  private final Implementation implementation;
  private final long most;
  private final Optional<Schedule> only;
  private final Lanes lanes = new Lanes();
  private final Map<Outcome, Schedule> witnesses = new HashMap<>();

  /**
   * Loads the classes, and runs nothing yet.
   *
   * @param target a {@code java:} target
   * @param classPath folders and archives in which classes are looked for before those of this
   *     program
   * @param schedules how many schedules of a program there may be
   */
  public MonitorEngine(String target, List<Path> classPath, long schedules) {
    this(target, classPath, schedules, Optional.empty());
  }

  private MonitorEngine(
      String target, List<Path> classPath, long schedules, Optional<Schedule> only) {
    this.implementation = new Implementation(target, classPath);
    this.most = schedules;
    this.only = only;
  }

  /**
   * Runs each program once, as that schedule says.
   *
   * @param schedule what {@link #interleaving} or a reason has shown of it
   * @throws InputException if it is no schedule; {@link #run} throws it where the schedule does not
   *     fit the program
   */
  public static MonitorEngine replaying(String target, List<Path> classPath, String schedule) {
    try {
      Schedule parsed = Schedule.parse(schedule);
      return new MonitorEngine(target, classPath, 1, Optional.of(parsed));
    } catch (IllegalArgumentException malformed) {
      throw new InputException(
          "--schedule: expected steps like 5:2 or 9:w1, with commas between, found '"
              + malformed.getMessage()
              + "'");
    }
  }

  @Override
  public Findings run(Program program) {
    witnesses.clear();
    Optional<String> unscheduled = implementation.unscheduled();
    if (unscheduled.isPresent()) {
      return Findings.skipped(program, "the target uses " + unscheduled.get());
    }
    String missing = implementation.support().missing(program.plan().calls());
    if (!missing.isEmpty()) {
      return Findings.skipped(program, "the target has no " + missing);
    }
    return only.map(schedule -> once(program, schedule)).orElseGet(() -> new Round(program).run());
  }

  /** Runs it once. */
  private Findings once(Program program, Schedule schedule) {
    Replayed replayed = replayed(program, schedule);
    if (!replayed.fits()) {
      throw new InputException(
          "--schedule: expected one that fits " + program + ", found '" + schedule + "'");
    }
    Execution execution = replayed.execution();
    LitmusScenario scenario = (LitmusScenario) execution.scenario();
    Findings none = Findings.of(program, false, Map.of(), Map.of(UNIT, 1L));
    String failure = failure(execution, Deadlock.in(execution, scenario));
    if (!failure.isEmpty()) {
      return none.ended(Verdict.FAIL, failure + "\n" + replayed);
    }
    witnesses.put(scenario.outcome(), schedule);
    return Findings.of(program, false, Map.of(scenario.outcome(), 1L), none.figures());
  }

  /** What is wrong with how an execution ended; empty where nothing is. */
  private static String failure(Execution execution, String deadlock) {
    if (!deadlock.isEmpty() || execution.thrown() == null) {
      return deadlock;
    }
    return ((LitmusScenario) execution.scenario()).doing(execution.failed())
        + " threw "
        + Diagnosis.describe(Frames.asWritten(execution.thrown()));
  }

  /** The search for the outcomes of one program. */
  private final class Round {
    private final Program program;
    private final TreeMap<Outcome, Long> outcomes = new TreeMap<>();
    private final Search search;
    private long reused;
    private String deadlock = "";

    Round(Program program) {
      this.program = program;
      this.search =
          new Search(
              () -> new LitmusScenario(program, implementation::kernel),
              lanes,
              implementation.sites(),
              most,
              this::ended);
    }

    Findings run() {
      try {
        search.run(this::forget);
      } catch (TimeoutException stuck) {
        return found(false).ended(Verdict.INCONCLUSIVE, stuck.getMessage());
      }
      return judged(search.last());
    }

    private void forget() {
      outcomes.clear();
      witnesses.clear();
      reused = 0;
    }

    private void ended(Execution execution) {
      LitmusScenario scenario = (LitmusScenario) execution.scenario();
      deadlock = Deadlock.in(execution, scenario);
      if (!deadlock.isEmpty()) {
        execution.fail(deadlock);
      } else if (scenario.reused()) {
        reused++;
      } else {
        Outcome outcome = scenario.outcome();
        outcomes.merge(outcome, 1L, Long::sum);
        witnesses.putIfAbsent(outcome, execution.schedule());
      }
    }

    private Findings judged(Execution last) {
      Throwable thrown = last.thrown();
      if (thrown instanceof UnsupportedOperationException && isDeadline(last)) {
        return Findings.skipped(
            program, "the target cannot let a deadline pass when it is told to");
      }
      if (thrown instanceof TargetException failed) {
        return found(false).ended(failed.verdict(), failed.getMessage());
      }
      if (thrown != null) {
        return found(false).ended(Verdict.FAIL, describe(last));
      }
      return search.isExhausted()
          ? found(true)
          : found(false).ended(Verdict.INCONCLUSIVE, search.incompleteness());
    }

    private boolean isDeadline(Execution last) {
      return last.failed().id() > program.threads().size();
    }

    private String describe(Execution last) {
      return failure(last, deadlock) + "\n" + replayed(program, last.schedule());
    }

    private Findings found(boolean exhaustive) {
      Map<String, Long> figures = new TreeMap<>(Map.of(UNIT, search.schedules()));
      figures.put("states", search.states());
      if (reused > 0) {
        figures.put(Findings.REUSED, reused);
      }
      if (search.points() > 0) {
        figures.put("places that no monitor guards", (long) search.points());
      }
      return Findings.of(program, exhaustive, outcomes, figures);
    }
  }

  @Override
  public Optional<String> interleaving(Program program, Outcome outcome) {
    return Optional.ofNullable(witnesses.get(outcome))
        .map(schedule -> replayed(program, schedule).toString());
  }

  /** A program under one schedule. */
  private record Replayed(Schedule schedule, boolean fits, Execution execution, Chart chart) {
    @Override
    public String toString() {
      return chart + "  --schedule " + schedule;
    }
  }

  private Replayed replayed(Program program, Schedule schedule) {
    LitmusScenario scenario = new LitmusScenario(program, implementation::kernel);
    List<Lane> own = lanes.atLeast(scenario.names().size());
    Chart chart = new Chart(scenario.names());
    Replay replay = new Replay(schedule);
    Execution execution =
        new Execution(scenario, own, replay, implementation.sites(), new Guards()).drawn(chart);
    try {
      lanes.run(execution);
    } catch (TimeoutException stuck) {
      return new Replayed(schedule, false, execution, chart);
    }
    return new Replayed(schedule, replay.isDone(), execution, chart);
  }

  @Override
  public void close() {
    lanes.close();
  }
}
