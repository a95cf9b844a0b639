package bindcheck.impl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bindcheck.call.Verdict;
import bindcheck.check.SceneCheck;
import bindcheck.check.SceneResult;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.suite.Scene;
import bindcheck.suite.SceneSuite;
import bindcheck.target.Target;
import bindcheck.target.Targets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the suites say of the reference, scene by scene and with no more walks than those that cover
 * each graph: the only test when the reference is changed bit by bit.
 */
@Tag("long") // other tests check the reference by the command line
class SuiteTest {
  private static final SpecModule MODULE = SpecModule.load("Evaluation");

  /** The choices that the reference makes. */
  private static final Semantics REFERENCE = new Semantics(MODULE, "reference");

  /** What is expensive is made once in a Java machine. */
  private static final Map<String, SceneSuite> SUITES = new HashMap<>();

  /** The scenes of the default suite, and of the larger one that which fills a port. */
  static List<String> scenes() {
    List<String> scenes = new ArrayList<>(Scene.ofSuite(MODULE, "small"));
    scenes.add("capacity");
    return scenes;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scenes")
  void passes(String scene) {
    try (Target reference = Targets.open(Targets.DEFAULT)) {
      SceneResult result = new SceneCheck(suite(scene), REFERENCE).run(reference, 0, steps -> {});
      assertEquals(Verdict.PASS, result.verdict());
    }
  }

  private static SceneSuite suite(String scene) {
    return SUITES.computeIfAbsent(
        scene, name -> SceneSuite.build(new Scene(MODULE, name), REFERENCE));
  }
}
