package bindcheck.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bindcheck.api.RaceOutcome;
import bindcheck.api.Races;
import bindcheck.call.Verdict;
import bindcheck.litmus.Program;
import bindcheck.target.Targets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Concurrent programs that jqwik draws can be run, and are judged. */
class ProgramsTest {
  private static Races races;

  @BeforeContainer
  static void open() {
    races = Races.stress(Targets.DEFAULT, List.of(), 20);
  }

  @AfterContainer
  static void close() {
    races.close();
  }

  @Property(tries = 40)
  void theReferenceEndsAsIsAllowed(@ForAll Program program) {
    RaceOutcome outcome = races.run(program);
    assertEquals(Verdict.PASS, outcome.verdict(), outcome::toString);
  }

  @Property(tries = 100)
  void theirTextIsAProgramOnceItForbidsSomething(@ForAll Program program) {
    String text =
        "Drawn\n\nNothing.\n\n" + program.written() + "\nforbidden: T1: blocked\n  R-bind: no.\n";
    Program parsed = Program.parse("drawn.litmus", text);
    assertEquals(program.setup(), parsed.setup());
    assertEquals(program.threads(), parsed.threads());
  }
}
