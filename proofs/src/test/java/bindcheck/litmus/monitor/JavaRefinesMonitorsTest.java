package bindcheck.litmus.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.litmus.Allowances;
import bindcheck.litmus.Catalogue;
import bindcheck.litmus.Program;
import bindcheck.litmus.monitor.Ladder.Climb;
import bindcheck.litmus.monitor.MonitorSteps.Verdict;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Variants;
import bindcheck.target.Targets;
import bindcheck.zoo.Change;
import bindcheck.zoo.ChangedReference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a thread of the reference implementation does between two places where others may go on is a
 * step of spec/Monitors.tla, under every interleaving of its monitors.
 */
@Timeout(600)
class JavaRefinesMonitorsTest {
  private static final int SAMPLE = 20;

  /** So many steps TLC is asked about, and as many that are none. */
  private static final int ASKED = 10;

  /** Those with the most schedules. */
  private static final Set<String> LARGE =
      Set.of(
          "ack-read-03-both-ack",
          "readers-03-trigger-ack-trigger",
          "readers-06-two-producers",
          "timeout-02-wasted-wake-up",
          "timeout-07-the-count",
          "two-interrupts-06-two-readers");

  /** Those with a call that the model does not have. */
  private static final Set<String> BEYOND_THE_MODEL =
      Set.of(
          "bind-trigger-05-failed-bind",
          "close-02-one-of-two",
          "close-03-both",
          "rights-02-duplicate-and-close",
          "rights-03-fewer-rights",
          "rights-04-failed-replace",
          "rights-05-duplicate-or-close",
          "rights-06-two-replaces",
          "rights-08-checked-at-bind");

  private static final MonitorSteps MODEL = new MonitorSteps();
  private static final Allowances ALLOWANCES = new Allowances(SpecModule.load("Evaluation"));

  @TempDir private Path classes;

  private final Lanes lanes = new Lanes();

  @AfterEach
  void endThreads() {
    lanes.close();
  }

  private List<Climb> climb(List<Program> programs) throws TimeoutException {
    Implementation implementation = new Implementation(Targets.DEFAULT, List.of());
    List<Climb> climbs = new ArrayList<>();
    for (Program program : programs) {
      climbs.add(Ladder.climb(program, implementation, lanes, MODEL));
    }
    return climbs;
  }

  private static Program program(String name) {
    return Catalogue.named(name, Catalogue.all()).get(0);
  }

  @Test
  void aFreshInterruptAndPortAreWhatTheModelBeginsWith() throws TimeoutException {
    Program program =
        Program.parse(
            "fresh.litmus",
            """
            Two calls on fresh objects

            set-up:
              p = port_create(BIND_TO_INTERRUPT)
              i = interrupt_create(INVALID, 0, VIRTUAL)

            threads:
              T1                         || T2
              interrupt_bind(i, p, 7, 0) || interrupt_ack(i)
            """);
    List<Step> steps = new ArrayList<>();
    Implementation implementation = new Implementation(Targets.DEFAULT, List.of());
    new Search(
            () ->
                new WatchedScenario(
                    new LitmusScenario(program, implementation::kernel),
                    (step, strand) -> steps.add(step)),
            lanes,
            implementation.sites(),
            1,
            ends -> {})
        .run(() -> {});
    Step first = steps.stream().filter(step -> step.thread().equals("T1")).findFirst().get();
    assertTrue(MODEL.isInitial(new StepView(first).before()), first::toString);
  }

  @Test
  void everyStepOfASampleOfProgramsIsOneOfTheModel() throws TimeoutException {
    long seed = Long.getLong("bindcheck.seed", System.nanoTime());
    System.out.println("JavaRefinesMonitorsTest -Dbindcheck.seed=" + seed);
    List<Program> programs = new ArrayList<>(Catalogue.all());
    programs.removeIf(program -> LARGE.contains(program.name()));
    Collections.shuffle(programs, new Random(seed));
    assertNoneIsBroken(climb(programs.subList(0, SAMPLE)));
  }

  @Test
  @Tag("long") // half a minute
  void everyStepIsOneOfTheModel() throws TimeoutException {
    List<Climb> climbs = climb(Catalogue.all());
    assertNoneIsBroken(climbs);
    Set<String> beyond = new TreeSet<>();
    climbs.stream()
        .filter(climb -> climb.steps(Verdict.OUTSIDE) > 0)
        .forEach(climb -> beyond.add(climb.program().name()));
    assertEquals(new TreeSet<>(BEYOND_THE_MODEL), beyond);
  }

  private static void assertNoneIsBroken(List<Climb> climbs) {
    System.out.println(summary(climbs));
    climbs.forEach(
        climb -> {
          assertEquals(Optional.empty(), climb.thrown(), () -> climb.program().name());
          assertEquals(Optional.empty(), climb.broken(), () -> climb.program().name());
          assertTrue(climb.steps(Verdict.STEP) > 0, () -> climb.program().name());
        });
  }

  private static String summary(List<Climb> climbs) {
    Map<Verdict, Long> steps = new EnumMap<>(Verdict.class);
    climbs.forEach(climb -> climb.steps().forEach((of, n) -> steps.merge(of, n, Long::sum)));
    return "%d programs, %d schedules, %d states, steps %s"
        .formatted(
            climbs.size(),
            climbs.stream().mapToLong(Climb::schedules).sum(),
            climbs.stream().mapToLong(Climb::states).sum(),
            steps);
  }

  private Climb climb(String fault, String name) throws IOException, TimeoutException {
    return Ladder.climb(program(name), faulty(fault), lanes, MODEL);
  }

  private Implementation faulty(String fault) throws IOException {
    Change change =
        Change.allIn(Path.of("zoo/races")).stream()
            .filter(each -> each.name().equals(fault))
            .findFirst()
            .orElseThrow();
    Path folder = classes.resolve(fault);
    new ChangedReference(change).writeTo(folder);
    return new Implementation(Targets.DEFAULT, List.of(folder));
  }

  private static boolean endsAsItMay(Climb climb) {
    return climb.thrown().isEmpty()
        && ALLOWANCES
            .of(Variants.REFERENCE)
            .run(climb.program())
            .outcomes()
            .keySet()
            .containsAll(climb.outcomes());
  }

  /** No engine that looks at outcomes finds these faults by these programs. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "bind-checks-then-acts, bind-destroy-01-either-order",
    "close-checks-then-acts, close-01-last-handle",
    "destroy-acts-in-two-steps, destroy-06-twice",
    "if-for-while-in-port, timeout-04-close",
    "lock-order, destroy-06-twice",
    "replace-checks-then-acts, rights-07-reader-inside",
    "stale-queue-outside-the-lock, ack-read-05-poll-then-ack",
    "state-checked-outside-the-lock, close-08-unread",
    "wake-before-enqueue, priority-01-overtake"
  })
  void aFaultIsFoundThoughEveryOutcomeIsAllowed(String fault, String program)
      throws IOException, TimeoutException {
    Climb climb = climb(fault, program);
    assertTrue(endsAsItMay(climb), () -> climb.outcomes().toString());
    assertTrue(climb.broken().isPresent());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "ack-checks-then-acts, ack-trigger-03-two-acks",
    "if-for-while-in-interrupt-wait, waiters-01-before-or-after",
    "notify-for-notify-all, readers-02-two-packets",
    "time-out-swallows-a-packet, timeout-06-beside-a-packet",
    "trigger-checks-then-acts, ack-trigger-07-one-packet",
    "wait-registered-after-unlock, waiters-01-before-or-after"
  })
  @Tag("long") // the others, which outcomes show as well
  void aFaultIsFound(String fault, String program) throws IOException, TimeoutException {
    assertTrue(climb(fault, program).broken().isPresent());
  }

  /** What this program evaluates is what TLC does. */
  @Test
  @Tag("long") // a process for each step
  void tlcHasTheSameSteps() throws IOException, TimeoutException {
    MonitorSteps own = new MonitorSteps();
    Random random = new Random(Long.getLong("bindcheck.seed", 1));
    Program program = program("destroy-03-woken-in-vain");
    for (String fault : List.of("destroy-acts-in-two-steps", "state-checked-outside-the-lock")) {
      Ladder.climb(program, faulty(fault), lanes, own);
    }
    for (Verdict verdict : List.of(Verdict.STEP, Verdict.BROKEN)) {
      List<Step> steps = own.judged(verdict);
      steps.removeIf(step -> !new StepView(step).leavesTheRest());
      Collections.shuffle(steps, random);
      for (Step step : steps.subList(0, ASKED)) {
        boolean has = AllowedSteps.has(new StepView(step), step.action());
        assertEquals(verdict == Verdict.STEP, has, step::toString);
      }
    }
  }

  @Test
  void whatIsNoStepIsShownWithWhatTheModelHasInItsPlace() throws IOException, TimeoutException {
    Climb climb = climb("close-checks-then-acts", "close-01-last-handle");
    String shown = climb.broken().orElseThrow().toString();
    assertTrue(shown.contains("handle_close(0x1) is no step of Runs"), shown);
    assertTrue(shown.contains("--schedule "), shown);
    assertTrue(shown.contains("allowed 1:"), shown);
  }
}
