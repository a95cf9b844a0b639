package bindcheck.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import bindcheck.call.Verdict;
import bindcheck.history.linear.Budget;
import bindcheck.hunt.Hunt;
import bindcheck.hunt.Mix;
import bindcheck.spec.Policies;
import bindcheck.target.Target;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Races that real kernels have, in implementations that are built as those are. One call after
 * another shows nothing of them; random load does.
 */
@Timeout(1800)
class KernelRacesTest {
  private static final Path FOLDER = Path.of("src/test/resources/kernel-races");
  private static final int THREADS = 6;
  private static final Duration LONGEST = Duration.ofMinutes(20);

  static List<Change> races() {
    return Change.allIn(FOLDER);
  }

  @AfterEach
  void noThreadStays() {
    Threads.assertNoneOfTargets();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("races")
  void isRightWhereCallsDoNotOverlap(Change race) {
    try (Target target = new ChangedReference(race).open()) {
      assertEquals(Verdict.PASS, Scenes.check(Scenes.SMALL, target).verdict());
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("races")
  @Tag("long")
  void isFoundByRandomLoad(Change race) throws InterruptedException {
    Hunt.Settings plan = new Hunt.Settings(THREADS, LONGEST, 1, Mix.usual(), 30);
    try (Target target = new ChangedReference(race).open()) {
      Hunt.Result result =
          new Hunt(plan, target, Scenes.DOC, Policies.ALL_OPEN, new Budget(1_000_000, LONGEST))
              .run(calls -> {});
      assertEquals(Verdict.FAIL, result.verdict(), () -> result.reason());
      assertFalse(result.rejection().contradiction().steps().isEmpty());
    }
  }
}
