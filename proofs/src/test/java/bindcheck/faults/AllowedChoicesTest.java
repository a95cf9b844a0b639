package bindcheck.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.call.Verdict;
import bindcheck.check.SceneResult;
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
 * Implementations that choose otherwise than the reference where the document leaves the choice:
 * each passes, and leaves the walks of the reference's graph where it does choose otherwise.
 */
@Timeout(180)
class AllowedChoicesTest {
  private static final int SAMPLE = 4;
  private static final String NOTHING =
      "no walk of the reference's graph was left: nothing was chosen";

  static List<Change> choices() {
    return Change.allIn(Path.of("zoo/allowed"));
  }

  @AfterEach
  void noThreadStays() {
    Threads.assertNoneOfTargets();
  }

  /** Some of them: all pass all walks where there is more time. */
  static List<Change> sample() {
    return Sample.of(choices(), SAMPLE);
  }

  /** In the scenes up to the first in which it chooses otherwise. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("sample")
  void passesWhereItIsSeenToDiffer(Change choice) {
    try (Target target = new ChangedReference(choice).open()) {
      boolean differs = false;
      for (int i = 0; i < Scenes.SMALL.size() && !differs; i++) {
        SceneResult result = Scenes.cover(List.of(Scenes.SMALL.get(i)), target);
        assertEquals(Verdict.PASS, result.verdict(), () -> result.rejections() + Sample.WITH_SEED);
        differs = result.walksLeft() > 0;
      }
      assertTrue(differs, NOTHING + Sample.WITH_SEED);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("choices")
  @Tag("long") // a quarter of a minute each
  void passesAllWalks(Change choice) {
    try (Target target = new ChangedReference(choice).open()) {
      int left = 0;
      for (String scene : Scenes.SMALL) {
        SceneResult result = Scenes.check(List.of(scene), target);
        assertEquals(Verdict.PASS, result.verdict(), () -> scene + ": " + result.rejections());
        left += result.walksLeft();
      }
      assertTrue(left > 0, NOTHING);
    }
  }
}
