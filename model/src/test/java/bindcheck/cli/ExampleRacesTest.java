package bindcheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.target.ExampleFaults;
import bindcheck.target.library.CCompiler;
import bindcheck.target.process.Programs;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The races of the examples, which no call after the other shows, are found under load. */
@Timeout(300)
class ExampleRacesTest {
  private static final String QUICK_ONE_IN_C = "LOST_WAKEUP";
  private static final String ROUNDS = "10000";

  private static void isFound(String target) {
    isFound(target, "8");
  }

  private static void isFound(String target, String threads) {
    Run run =
        Run.of(
            "hunt", "--target", target, "--threads", threads, "--time", "1200", "--rounds", ROUNDS);
    assertEquals(1, run.code(), run.out() + run.err());
    assertTrue(run.out().contains("in the round of --seed"), run.out());
  }

  static Set<String> longerOnesInC() {
    Set<String> longer = ExampleFaults.racesInC();
    longer.remove(QUICK_ONE_IN_C);
    return longer;
  }

  /** With few threads, whose histories take less time to be made small. */
  @Test
  void oneOfAFewThreadsInC() {
    isFound("process:'" + CCompiler.exampleProgram(QUICK_ONE_IN_C) + "'", "3");
  }

  /** Three of them as the kernel of 2018 has them. */
  @ParameterizedTest
  @Tag("long") // up to two minutes each
  @MethodSource("longerOnesInC")
  void onesThatTakeLongerInC(String fault) {
    isFound("process:'" + CCompiler.exampleProgram(fault) + "'");
  }

  @ParameterizedTest
  @Tag("long") // a quarter of a minute each
  @MethodSource("bindcheck.target.ExampleFaults#racesInPython")
  void inPython(String fault) {
    Programs.assumePython();
    isFound("process:python3 examples/python/kernel_adapter.py --fault " + fault);
  }

  @ParameterizedTest
  @Tag("long")
  @MethodSource("bindcheck.target.ExampleFaults#racesInNode")
  void inJavaScript(String fault) {
    Programs.assumeNode();
    isFound("process:node examples/node/adapter.mjs --fault " + fault);
  }

  @ParameterizedTest
  @Tag("long")
  @MethodSource("bindcheck.target.ExampleFaults#racesInRust")
  void inRust(String fault) {
    isFound("process:'" + Programs.rustExample() + "' --fault " + fault);
  }
}
