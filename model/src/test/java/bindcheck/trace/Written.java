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
    SceneSuite part = SceneSuite.build(new Scene(module, scene), new Semantics(module, covered));
    return new Traces(part, new Semantics(module, judge));
  }
}
