package bindcheck.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import bindcheck.call.Verdict;
import bindcheck.history.linear.Budget;
import bindcheck.hunt.Hunt;
import bindcheck.hunt.Mix;
import bindcheck.spec.Policies;
import bindcheck.target.Target;
import bindcheck.zoo.Change;
import bindcheck.zoo.ChangedReference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random load finds the faults that it is likely to meet. The others want a situation that it
 * seldom or never makes (a plain port, fewer rights, a null pointer, a finite deadline), and are
 * left to the suite.
 */
@Timeout(240)
class HuntFindsFaultsTest {
  private static final Duration LONGEST = Duration.ofMinutes(20);
  private static final long ROUNDS = 5000;

  private static final Set<String> LIKELY =
      Set.of(
          "ack-refused-before-the-read",
          "key-cut-to-32-bits",
          "last-timestamp-then-first",
          "packet-lost-on-ack",
          "packet-read-twice",
          "packets-delivered-out-of-order",
          "reader-not-woken",
          "second-packet-before-ack",
          "timed-out-beside-a-packet",
          "user-packet-first",
          "user-packets-last-in-first-out",
          "waiter-not-released-by-destroy");

  static List<Change> likely() {
    return Change.allIn(Path.of("zoo/faults")).stream()
        .filter(change -> LIKELY.contains(change.name()))
        .toList();
  }

  @AfterEach
  void noThreadStays() {
    Threads.assertNoneOfTargets();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("likely")
  void isFound(Change fault) throws InterruptedException {
    Hunt.Settings plan = new Hunt.Settings(4, LONGEST, ROUNDS, 1, Mix.usual(), 30);
    try (Target target = new ChangedReference(fault).open()) {
      Budget budget = new Budget(1_000_000, LONGEST);
      Hunt.Result result =
          new Hunt(plan, target, Scenes.DOC, Policies.ALL_OPEN, budget).run(calls -> {});
      assertEquals(Verdict.FAIL, result.verdict(), () -> result.reason());
      assertFalse(result.rejections().get(0).contradiction().steps().isEmpty());
    }
  }
}
