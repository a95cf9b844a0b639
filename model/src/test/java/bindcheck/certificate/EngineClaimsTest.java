package bindcheck.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import bindcheck.litmus.Allowances;
import bindcheck.spec.SpecModule;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The specification allows every outcome that an engine has met. */
class EngineClaimsTest {
  @TestFactory
  Stream<DynamicTest> allOutcomesThatAreKeptAreAllowed() {
    EngineClaims engines = new EngineClaims(new Allowances(SpecModule.load("Evaluation")));
    return engines.names().stream()
        .map(name -> dynamicTest(name, () -> assertAllowed(engines.see(name))));
  }

  private static void assertAllowed(Map<String, String> seen) {
    assertEquals(seen.get("outcomes"), seen.get("allowed"));
  }
}
