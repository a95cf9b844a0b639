package bindcheck.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.target.ReferenceTarget;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.platform.testkit.engine.Events;

/**
 * A suite becomes tests: those of the reference pass, and one fails for each broken requirement.
 */
@Timeout(300)
class ConformanceTest {
  @TestFactory
  Stream<DynamicContainer> theReferenceConforms() {
    return Conformance.of(ReferenceTarget.class).suite("quick").tests();
  }

  @Test
  void aFaultFailsTheTestOfItsRequirementWithScriptAndChart() {
    Events tests = Cases.run("junit-jupiter", Cases.Conforming.class);
    List<String> messages = Cases.messages(tests);
    String key =
        messages.stream().filter(m -> m.contains("R-packet-key")).findFirst().orElseThrow();
    assertTrue(key.contains("port_create(BIND_TO_INTERRUPT)"), key);
    assertTrue(key.contains("<== not allowed"), key);
    assertTrue(tests.succeeded().count() > messages.size(), "most requirements are met");
  }

  @Test
  void aSuiteThatThereIsNotIsSaid() {
    Conformance enormous = Conformance.of("spec:reference").suite("enormous");
    IllegalArgumentException unknown =
        assertThrows(IllegalArgumentException.class, enormous::tests);
    assertEquals(
        "expected a suite out of complete, full, quick, small, found 'enormous'",
        unknown.getMessage());
  }
}
