package bindcheck.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bindcheck.call.Verdict;
import bindcheck.target.Target;
import bindcheck.target.Targets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the default suite says of the reference, as a test for whoever changes it bit by bit. */
@Tag("long") // other tests of a build check the reference by the command line
class SuiteOnReferenceTest {
  @Test
  void passes() {
    try (Target reference = Targets.open(Targets.DEFAULT)) {
      assertEquals(Verdict.PASS, Scenes.check(Scenes.SMALL, reference).verdict());
    }
  }
}
