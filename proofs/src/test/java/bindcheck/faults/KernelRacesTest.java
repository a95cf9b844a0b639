package bindcheck.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bindcheck.call.Verdict;
import bindcheck.history.linear.Budget;
import bindcheck.hunt.Hunt;
import bindcheck.hunt.Mix;
import bindcheck.litmus.Findings;
import bindcheck.spec.Policies;
import bindcheck.target.Target;
import bindcheck.zoo.ChangedReference;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Races that real kernels have, in implementations that are built as those are. One call after
 * another shows nothing of them; random load does.
 */
@Timeout(1800)
class KernelRacesTest {
  private static final Path FOLDER = Path.of("zoo/kernel-races");
  private static final int THREADS = 6;
  private static final long ROUNDS = 10_000;
  private static final int SCHEDULES = 2000;
  private static final Duration LONGEST = Duration.ofMinutes(20);

  @TempDir private Path classes;

  static List<RaceFault> races() {
    return RaceFault.allIn(FOLDER);
  }

  private static RaceFault race(String name) {
    return races().stream().filter(race -> race.name().equals(name)).findFirst().orElseThrow();
  }

  @AfterEach
  void noThreadStays() {
    Threads.assertNoneOfTargets();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("races")
  void isRightWhereCallsDoNotOverlap(RaceFault race) {
    assertRight(race, List.of("deadlines"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("races")
  @Tag("long") // a quarter of a minute each
  void isRightInEveryScene(RaceFault race) {
    assertRight(race, Scenes.SMALL);
  }

  private static void assertRight(RaceFault race, List<String> scenes) {
    try (Target target = new ChangedReference(race.change()).open()) {
      assertEquals(Verdict.PASS, Scenes.cover(scenes, target).verdict());
    }
  }

  @Test
  void theOneThatIsWideOpenIsFoundByRandomLoad() throws InterruptedException {
    assertFoundByRandomLoad(race("waiter-sleeps-on"));
  }

  @Test
  @Tag("long") // a minute, and more states than a build should need
  void theOneThatTakesADeadlineIsFoundByRandomLoad() throws InterruptedException {
    assertFoundByRandomLoad(race("reader-sleeps-beside-a-packet"));
  }

  private static void assertFoundByRandomLoad(RaceFault race) throws InterruptedException {
    Hunt.Settings plan = new Hunt.Settings(THREADS, LONGEST, ROUNDS, 1, Mix.usual(), 100);
    Budget budget = new Budget(Hunt.MOST_MEMBERS, LONGEST);
    try (Target target = new ChangedReference(race.change()).openPerturbed()) {
      Hunt.Result result =
          new Hunt(plan, target, Scenes.DOC, Policies.ALL_OPEN, budget).run(calls -> {});
      assertEquals(Verdict.FAIL, result.verdict(), () -> result.reason());
      assertFalse(result.rejections().get(0).contradiction().steps().isEmpty());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("races")
  @Tag("long") // half a minute each
  void isFoundByLincheck(RaceFault race) throws IOException {
    assumeTrue(Runtime.version().feature() == 17, "skipped: Lincheck needs a JDK 17");
    Findings found = new RaceRuns(classes).lincheck(race, SCHEDULES);
    assertEquals(Verdict.FAIL, found.verdict(), found::reason);
  }
}
