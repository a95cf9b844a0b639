package bindcheck.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.target.process.Programs;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a hunt finds of calls that were taken to be blocked is looked for with far more time. */
@Timeout(300)
@Tag("long") // each waits, again and again, for calls that are slow
class HuntSettleTest {
  @BeforeAll
  static void needsPython() {
    Programs.assumePython();
  }

  /** In seconds; the settle time is a twentieth of one. */
  @ParameterizedTest
  @CsvSource({"0.15, 3, it does not fail", "1000, 1, it fails as well"})
  void aSlowCallIsNoFault(String takes, int code, String said) {
    String target = "process:python3 src/test/resources/slow_adapter.py " + takes;
    String[] hunt = {
      "hunt",
      "--target",
      target,
      "--settle",
      "50",
      "--threads",
      "3",
      "--round",
      "4",
      "--rounds",
      "40",
      "--calls",
      "wait=1,trigger=3",
      "--no-perturb"
    };
    Run run = Run.of(hunt);
    assertEquals(code, run.code(), run.out() + run.err());
    assertTrue(run.out().replaceAll("\\s+", " ").contains(said), run.out());
  }
}
