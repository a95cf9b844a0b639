package bindcheck.faults;

import bindcheck.call.Verdict;
import bindcheck.check.SceneCheck;
import bindcheck.check.SceneResult;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.suite.Course;
import bindcheck.suite.Effort;
import bindcheck.suite.Scene;
import bindcheck.suite.SceneSuite;
import bindcheck.target.Target;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** The check that all these implementations are put to. What is expensive is made once. */
final class Scenes {
  static final SpecModule MODULE = SpecModule.load("Evaluation");
  static final Semantics DOC = new Semantics(MODULE, "doc");
  static final List<String> SMALL = Scene.ofSuite(MODULE, "small");

  private static final Map<String, SceneSuite> SUITES = new TreeMap<>();
  private static final Map<String, Course> COURSES = new TreeMap<>();

  private Scenes() {}

  /**
   * The first of the scenes that does not pass, judged by the document, else the last. A suite
   * begins with the walks that cover the graph: only what passes them in all scenes needs more.
   */
  static SceneResult check(List<String> scenes, Target target) {
    SceneResult covered = cover(scenes, target);
    return covered.verdict() == Verdict.PASS ? check(scenes, target, Scenes::course) : covered;
  }

  /** The same with no more walks than those that cover each scene's graph. */
  static SceneResult cover(List<String> scenes, Target target) {
    return check(scenes, target, scene -> Course.cover(suite(scene)));
  }

  private static SceneResult check(
      List<String> scenes, Target target, Function<String, Course> courses) {
    SceneResult result = null;
    for (String scene : scenes) {
      SceneCheck check = new SceneCheck(suite(scene), DOC);
      check.make(courses.apply(scene));
      result = check.run(target, 0, steps -> {});
      if (result.verdict() != Verdict.PASS) {
        return result;
      }
    }
    return result;
  }

  private static Course course(String scene) {
    return COURSES.computeIfAbsent(scene, name -> Course.of(suite(name), Effort.SMALL));
  }

  private static SceneSuite suite(String scene) {
    return SUITES.computeIfAbsent(
        scene,
        name -> SceneSuite.build(new Scene(MODULE, name), new Semantics(MODULE, "reference")));
  }
}
