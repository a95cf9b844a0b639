package bindcheck.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.call.Verdict;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.suite.Scene;
import bindcheck.suite.SceneSuite;
import bindcheck.target.Target;
import bindcheck.target.Targets;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The main job, on the reference implementation. */
@Timeout(300)
class SceneCheckTest {
  private static final SpecModule MODULE = SpecModule.load("Evaluation");

  private static final int MANY = 1000;

  private final Target target = Targets.open(Targets.DEFAULT);

  @AfterEach
  void close() {
    target.close();
  }

  private SceneResult check(String scene, String covered, String judge, long seed) {
    SceneSuite part = SceneSuite.build(new Scene(MODULE, scene), new Semantics(MODULE, covered));
    return new SceneCheck(part, new Semantics(MODULE, judge)).run(target, seed, steps -> {});
  }

  @ParameterizedTest
  @ValueSource(strings = {"interrupt", "errors", "deadlines"})
  void theReferencePassesEveryStepInTheFewestSteps(String scene) {
    SceneResult result = check(scene, "reference", "doc", 0);
    assertEquals(Verdict.PASS, result.verdict());
    assertEquals(result.size().lowerBound(), result.steps());
    assertEquals(0, result.walksLeft());
  }

  @Test
  void theReferenceIsItsResolvedVariant() {
    assertEquals(Verdict.PASS, check("interrupt", "reference", "reference", 0).verdict());
  }

  /** Of each walk that is left, the rest is made all the same: no step of the suite is dropped. */
  @Test
  void walksGoOnBehindWhatIsDoneOtherwise() {
    SceneResult result = check("interrupt", "zircon-2018", "doc", 0);
    assertEquals(Verdict.PASS, result.verdict());
    assertTrue(result.walksLeft() > 0);
    assertTrue(result.steps() > result.size().lowerBound());
  }

  /** An error of another status leaves the same behind, so that the walk need not begin anew. */
  @Test
  void walksGoOnWhereTheStateIsTheSame() {
    SceneResult result = check("errors", "zircon-2018", "doc", 0);
    assertEquals(Verdict.PASS, result.verdict());
    assertTrue(result.walksLeft() > result.size().walks());
    int setup = new Scene(MODULE, "errors").setup().size();
    assertTrue(result.steps() < result.size().lowerBound() + (long) result.walksLeft() * setup);
  }

  @Test
  void theOrderOfTheWalksIsDrawnFromTheSeed() {
    SceneResult result = check("deadlines", "reference", "doc", 42);
    assertEquals(Verdict.PASS, result.verdict());
    assertEquals(result.size().lowerBound(), result.steps());
  }

  @Test
  void theReferenceIsNoKernelOf2018() {
    SceneResult result = check("interrupt", "reference", "zircon-2018", 0);
    assertEquals(Verdict.FAIL, result.verdict());
    assertNotNull(result.rejections().get(0).reproduction());
    assertTrue(
        result.rejections().get(0).reproduction().lines().size() <= 8,
        result.rejections().get(0).reproduction()::toString);
  }

  @Test
  void aPassHasNoFailure() {
    assertEquals(List.of(), check("deadlines", "reference", "doc", 0).rejections());
  }

  private List<FailureGroup> failures(Function<Failure, Predicate<Failure>> alike) {
    Scene scene = new Scene(MODULE, "deadlines");
    SceneCheck check =
        new SceneCheck(
            SceneSuite.build(scene, new Semantics(MODULE, "reference")),
            new Semantics(MODULE, "zircon-2018"));
    check.goOn(MANY);
    check.groupBy(alike);
    return check.run(target, 0, steps -> {}).rejections();
  }

  private static int failingSteps(List<FailureGroup> groups) {
    return groups.stream().mapToInt(FailureGroup::count).sum();
  }

  @Test
  void whatLooksTheSameIsOneGroupUnlessItIsToldApart() {
    List<FailureGroup> together = failures(shown -> other -> true);
    List<FailureGroup> apart = failures(shown -> other -> false);
    assertEquals(failingSteps(together), failingSteps(apart));
    assertEquals(
        together.size(),
        together.stream().map(group -> group.failure().signature()).distinct().count());
    assertTrue(apart.size() > together.size(), () -> apart.size() + " " + together.size());
  }
}
