package bindcheck.spec.tlc;

import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.spec.EvaluatorComparison;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What this program evaluates is what TLC evaluates: two readings of the same text that have the
 * parser in common, and no more.
 */
@Timeout(300)
class EvaluationAgreesWithTlcTest {
  private static final String SEED = System.getProperty("bindcheck.seed", "1");

  @Test
  void onEveryConstantAndAlongWalksThroughEveryScene() {
    assertAgree("10");
  }

  @Test
  @Tag("long")
  void alongLongerWalks() {
    assertAgree(System.getProperty("bindcheck.calls", "25"));
  }

  private static void assertAgree(String calls) {
    String output = OtherMachine.outputOf(EvaluatorComparison.class, List.of(SEED, calls));
    assertTrue(output.matches("[0-9]{4,} answers, 0 differ"), "seed " + SEED + ": " + output);
  }
}
