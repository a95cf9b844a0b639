package bindcheck.target.library;

import static java.util.Map.entry;
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
import bindcheck.target.ExampleFaults;
import bindcheck.target.Some;
import bindcheck.target.Target;
import bindcheck.target.Targets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The example in C: it passes, as a library and as a process, and with each fault it fails. */
@Timeout(300)
class CExampleTest {
  private static final int MOST_CALLS = 8;
  private static final int SAMPLE = 5;
  private static final String OF_LIBRARIES = "OUT_IS_WRITTEN";

  /** The scene that finds each fault. */
  private static final Map<String, String> SCENES =
      Map.ofEntries(
          entry("ACK_FORGETS", "interrupt"),
          entry("USER_FIRST", "interrupt"),
          entry("KEY_IN_32_BITS", "interrupt"),
          entry("ZERO_IS_NONE", "interrupt"),
          entry("PACKET_STAYS", "interrupt"),
          entry("NO_REARM", "interrupt"),
          entry("WAIT_LEAVES", "interrupt"),
          entry("REFUSED_KEY", "interrupt"),
          entry("NO_DEADLINE", "deadlines"),
          entry("ANY_OPTIONS", "errors"),
          entry(OF_LIBRARIES, "deadlines"),
          entry("TABLE_LEAK", "inthandles"),
          entry("CLOSE_DESTROYS", "inthandles"),
          entry("OLD_RIGHTS", "inthandles"));

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
  @CsvSource({"library, deadlines", "process, interrupt"})
  void itIsAllowedEverythingItDoes(String kind, String scene) {
    assertAllowed(kind, List.of(scene));
  }

  @ParameterizedTest
  @Tag("long") // a quarter of a minute each
  @ValueSource(strings = {"library", "process"})
  void itIsAllowedEverythingItDoesInEveryScene(String kind) {
    assertAllowed(kind, SCENES.values().stream().distinct().toList());
  }

  private static void assertAllowed(String kind, List<String> scenes) {
    try (Target target = open(kind, "NONE")) {
      for (String scene : scenes) {
        SceneResult result = check(scene, target);
        assertEquals(Verdict.PASS, result.verdict(), () -> scene + ": " + result.rejections());
      }
      assertTrue(target.isExact(), "blocking is observed, not guessed");
    }
  }

  @Test
  void eachFaultIsFound() {
    assertEquals(ExampleFaults.inC(), SCENES.keySet());
  }

  static List<String> faults() {
    return Some.of(ExampleFaults.inC(), SAMPLE);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void aFaultIsFoundAndReproducedByAShortScript(String fault) {
    try (Target target = open(fault.equals(OF_LIBRARIES) ? "library" : "process", fault)) {
      SceneResult result = check(SCENES.get(fault), target);
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
