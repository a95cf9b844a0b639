package bindcheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.target.library.CCompiler;
import bindcheck.target.process.Programs;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The races of the examples, which no call after the other shows, are found under load. */
@Timeout(300)
class ExampleRacesTest {
  private static final String ROUNDS = "10000";

  private static void isFound(String target) {
    Run run = Run.of("hunt", "--target", target, "--time", "1200", "--rounds", ROUNDS);
    assertEquals(1, run.code(), run.out() + run.err());
    assertTrue(run.out().contains("in the round of --seed"), run.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"READ_TWICE", "LOST_WAKEUP"})
  void inC(String fault) {
    isFound("process:'" + CCompiler.exampleProgram(fault) + "'");
  }

  @Test
  @Tag("long") // a minute
  void onesThatTakeLongerInC() {
    inC("TRIGGERED_TWICE");
  }

  /** As the kernel of 2018 has it. */
  @Test
  @Tag("long") // half a minute
  void ofTheKernelInC() {
    inC("SLEEPS_ON");
  }

  @ParameterizedTest
  @Tag("long") // up to two minutes each
  @ValueSource(strings = {"COUNT_HELD", "CLOSE_SPARES"})
  void rarerOnesOfTheKernelInC(String fault) {
    inC(fault);
  }

  @ParameterizedTest
  @Tag("long") // a quarter of a minute each
  @ValueSource(strings = {"race-two-packets", "race-lost-packet"})
  void inPython(String fault) {
    Programs.assumePython();
    isFound("process:python3 examples/python/kernel_adapter.py --fault " + fault);
  }
}
