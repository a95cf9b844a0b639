package bindcheck.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.call.Verdict;
import bindcheck.check.SceneResult;
import bindcheck.script.Script;
import bindcheck.target.Target;
import bindcheck.zoo.Change;
import bindcheck.zoo.ChangedReference;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each fault is found, and reproduced by a script of a few calls. One such script is kept beside
 * the fault; {@code -Dbindcheck.regenerate=true} writes it anew. Which threads a script names may
 * differ from run to run, so that the one kept is played rather than compared.
 */
@Timeout(180)
class FaultsTest {
  private static final Path FOLDER = Path.of("zoo/faults");
  private static final int MOST_CALLS = 8;

  static List<Change> faults() {
    return Change.allIn(FOLDER);
  }

  @AfterEach
  void noThreadStays() {
    Threads.assertNoneOfTargets();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void isFoundAndReproducedByAShortScript(Change fault) {
    ChangedReference faulty = new ChangedReference(fault);
    SceneResult result = check(fault, faulty);
    assertEquals(Verdict.FAIL, result.verdict());
    assertNotNull(
        result.rejections().get(0).reproduction(), () -> "not reproduced: " + result.rejections());
    String printed = new Script(result.rejections().get(0).reproduction().lines()).toString();
    assertTrue(
        result.rejections().get(0).reproduction().lines().size() <= MOST_CALLS,
        () -> "too long:\n" + printed);
    Playback.assertKills(Script.parse("reproduction", printed), faulty);

    Kept kept = new Kept(FOLDER, fault);
    if (Boolean.getBoolean("bindcheck.regenerate")) {
      kept.write(result);
    }
    Playback.assertKills(kept.read(), faulty);
  }

  private static SceneResult check(Change fault, ChangedReference faulty) {
    try (Target target = faulty.open()) {
      return Scenes.check(fault.note("scene").map(List::of).orElse(Scenes.SMALL), target);
    }
  }
}
