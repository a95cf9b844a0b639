package bindcheck.target.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.call.Verdict;
import bindcheck.check.SceneCheck;
import bindcheck.check.SceneResult;
import bindcheck.script.Script;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.suite.Scene;
import bindcheck.suite.SceneSuite;
import bindcheck.target.Target;
import bindcheck.target.Targets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The example in C: it passes, as a library and as a process, and with each fault it fails. */
@Timeout(300)
class CExampleTest {
  private static final int MOST_CALLS = 8;
  private static final SpecModule MODULE = SpecModule.load("Evaluation");
  private static final Semantics DOC = new Semantics(MODULE, "doc");
  private static final Map<String, SceneSuite> SUITES = new HashMap<>();

  private static SceneResult check(String scene, Target target) {
    SceneSuite suite =
        SUITES.computeIfAbsent(
            scene,
            name -> SceneSuite.build(new Scene(MODULE, name), new Semantics(MODULE, "reference")));
    return new SceneCheck(suite, DOC).run(target, 0, steps -> {});
  }

  private static Target open(String kind, String fault) {
    return Targets.open(
        kind.equals("library")
            ? "library:" + CCompiler.exampleLibrary(fault)
            : "process:'" + CCompiler.exampleProgram(fault) + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"library", "process"})
  void itIsAllowedEverythingItDoes(String kind) {
    try (Target target = open(kind, "NONE")) {
      for (String scene : List.of("interrupt", "errors", "deadlines")) {
        SceneResult result = check(scene, target);
        assertEquals(Verdict.PASS, result.verdict(), () -> scene + ": " + result.rejections());
      }
      assertTrue(target.isExact(), "blocking is observed, not guessed");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "ACK_FORGETS, interrupt",
    "USER_FIRST, interrupt",
    "KEY_IN_32_BITS, interrupt",
    "ZERO_IS_NONE, interrupt",
    "PACKET_STAYS, interrupt",
    "NO_REARM, interrupt",
    "TABLE_LEAK, handles",
  })
  void aFaultIsFoundAndReproducedByAShortScript(String fault, String scene) {
    try (Target target = open("process", fault)) {
      SceneResult result = check(scene, target);
      assertEquals(Verdict.FAIL, result.verdict());
      assertNotNull(
          result.rejections().get(0).reproduction(),
          () -> "not reproduced: " + result.rejections());
      String script = new Script(result.rejections().get(0).reproduction().lines()).toString();
      assertTrue(
          result.rejections().get(0).reproduction().lines().size() <= MOST_CALLS,
          () -> "too long:\n" + script);
    }
  }
}
