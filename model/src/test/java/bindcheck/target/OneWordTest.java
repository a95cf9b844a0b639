package bindcheck.target;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bindcheck.call.Verdict;
import bindcheck.check.SceneCheck;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.suite.Scene;
import bindcheck.suite.SceneSuite;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A class that keeps one word of a packet is asked for no more; one that keeps some, for all. */
@Timeout(120)
class OneWordTest {
  private static final SpecModule MODULE = SpecModule.load("Evaluation");

  @ParameterizedTest
  @CsvSource({
    "ReferenceTarget, true, PASS",
    "KeepsOneWord, false, PASS",
    "KeepsNoStatus, true, FAIL"
  })
  void isToldByAPacket(String type, boolean isWhole, Verdict verdict) {
    SceneSuite part =
        SceneSuite.build(new Scene(MODULE, "deadlines"), new Semantics(MODULE, "reference"));
    try (Target target = Targets.open("java:bindcheck.target." + type)) {
      assertEquals(isWhole, target.support().wholePackets());
      SceneCheck check = new SceneCheck(part, new Semantics(MODULE, "doc"));
      assertEquals(verdict, check.run(target, 0, steps -> {}).verdict());
    }
  }
}
