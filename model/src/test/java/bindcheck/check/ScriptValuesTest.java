package bindcheck.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.script.Script;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.suite.Scene;
import bindcheck.suite.SceneSuite;
import bindcheck.target.Altered;
import bindcheck.target.CutsKeys;
import bindcheck.target.InProcess;
import bindcheck.target.QueuesNothing;
import bindcheck.target.Target;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A walk has values of any size, a script that was shrunk has small ones wherever these do. */
@Timeout(200)
class ScriptValuesTest {
  private static final Pattern WIDE = Pattern.compile("-?\\d{3,}");

  private static String script(Class<? extends Altered> type) {
    SpecModule module = SpecModule.load("Evaluation");
    SceneSuite part =
        SceneSuite.build(new Scene(module, "deadlines"), new Semantics(module, "reference"));
    SceneCheck check = new SceneCheck(part, new Semantics(module, "doc"));
    try (Target target = InProcess.open(type)) {
      SceneResult result = check.run(target, 0, steps -> {});
      return new Script(result.rejections().get(0).reproduction().lines()).toString();
    }
  }

  @Test
  void smallOnesAreLeftWhereAnyValueFails() {
    String script = script(QueuesNothing.class);
    assertTrue(WIDE.matcher(script).results().findAny().isEmpty(), script);
  }

  @Test
  void theOneThatMattersIsLeft() {
    String script = script(CutsKeys.class);
    assertEquals(1, WIDE.matcher(script).results().count(), script);
  }
}
