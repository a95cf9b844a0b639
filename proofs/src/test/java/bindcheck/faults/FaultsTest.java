package bindcheck.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.call.Verdict;
import bindcheck.check.FailureGroup;
import bindcheck.check.SceneResult;
import bindcheck.script.Script;
import bindcheck.target.Target;
import bindcheck.zoo.Change;
import bindcheck.zoo.ChangedReference;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each fault is found, and reproduced by a script of a few calls. One such script is kept beside
 * the fault; {@code -Dbindcheck.regenerate=true} with {@code -Plong} writes it anew. Which threads
 * a script names may differ from run to run, so that the one kept is played rather than compared.
 */
@Timeout(180)
class FaultsTest {
  private static final Path FOLDER = Path.of("zoo/faults");

  /** Unless the fault itself needs more: then its file says so. */
  private static final int MOST_CALLS = 8;

  private static final int SAMPLE = 4;

  static List<Change> faults() {
    return Change.allIn(FOLDER);
  }

  @AfterEach
  void noThreadStays() {
    Threads.assertNoneOfTargets();
  }

  /** The script that is kept beside a fault shows it at its last line, and nothing before. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void isShownByTheScriptBesideIt(Change fault) {
    Playback.assertKills(new Kept(FOLDER, fault).read(), new ChangedReference(fault));
  }

  static List<Change> sample() {
    return Sample.of(faults(), SAMPLE);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sample")
  void aSampleIsFoundAndReproducedByAShortScript(Change fault) {
    assertFound(fault);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  @Tag("long") // the sample is the same, and of any other seed
  void isFoundAndReproducedByAShortScript(Change fault) {
    assertFound(fault);
  }

  private static void assertFound(Change fault) {
    ChangedReference faulty = new ChangedReference(fault);
    SceneResult result = check(fault, faulty);
    assertEquals(Verdict.FAIL, result.verdict(), Sample.WITH_SEED);
    FailureGroup failure = result.rejections().get(0);
    assertNotNull(failure.reproduction(), () -> "not reproduced: " + failure + Sample.WITH_SEED);
    Script script = new Script(failure.reproduction().lines());
    int most = fault.note("calls").map(Integer::parseInt).orElse(MOST_CALLS);
    assertTrue(script.lines().size() <= most, () -> "too long:\n" + script + Sample.WITH_SEED);
    Playback.assertKills(Script.parse("reproduction", script.toString()), faulty);
    if (Boolean.getBoolean("bindcheck.regenerate")) {
      new Kept(FOLDER, fault).write(result);
    }
  }

  private static SceneResult check(Change fault, ChangedReference faulty) {
    try (Target target = faulty.open()) {
      return Scenes.check(fault.note("scene").map(List::of).orElse(Scenes.SMALL), target);
    }
  }
}
