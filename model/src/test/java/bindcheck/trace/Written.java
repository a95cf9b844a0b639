package bindcheck.trace;

import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.suite.Scene;
import bindcheck.suite.SceneSuite;

/** The traces that the tests write. */
final class Written {
  private Written() {}

  /** Made from nothing, as another run would. */
  static Traces traces(String scene, String covered, String judge) {
    SpecModule module = SpecModule.load("Evaluation");
    SceneSuite part = SceneSuite.build(module, new Scene(module, scene), covered);
    return new Traces(part, covered, new Semantics(module, judge), judge);
  }
}
