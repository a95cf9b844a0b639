package bindcheck.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bindcheck.call.Verdict;
import bindcheck.target.Target;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The limits of the suites: faults that they miss, although the script kept beside each shows it.
 * Where this test fails because one is found, the fault belongs in the folder of those that are.
 */
@Timeout(180)
class MissedFaultsTest {
  private static final Path FOLDER = Path.of("src/test/resources/missed");

  static List<Change> faults() {
    return Change.allIn(FOLDER);
  }

  @AfterEach
  void noThreadStays() {
    Threads.assertNoneOfTargets();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void isAFaultThatTheSmallSuiteDoesNotFind(Change fault) {
    ChangedReference faulty = new ChangedReference(fault);
    Playback.assertKills(new Kept(FOLDER, fault).read(), faulty);
    try (Target target = faulty.open()) {
      assertEquals(Verdict.PASS, Scenes.check(Scenes.SMALL, target).verdict());
    }
  }
}
