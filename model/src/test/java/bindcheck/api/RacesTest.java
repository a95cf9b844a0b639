package bindcheck.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.call.Verdict;
import bindcheck.litmus.Program;
import bindcheck.target.Targets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Litmus programs, as a program of others runs them. */
@Timeout(300)
class RacesTest {
  private static final Program PROGRAM = Races.programs("destroy-04-ack").get(0);

  private static RaceOutcome stressed(String target) {
    try (Races races = Races.stress(target, List.of(), 20)) {
      return races.run(PROGRAM);
    }
  }

  @Test
  void theReferenceEndsAsIsAllowed() {
    RaceOutcome outcome = stressed(Targets.DEFAULT);
    assertEquals(Verdict.PASS, outcome.verdict());
    assertEquals(Map.of(), outcome.forbidden());
    assertEquals(20, outcome.outcomes().values().stream().mapToLong(n -> n).sum());
  }

  @Test
  void aForbiddenEndIsToldWithItsReasonAndTheProgram() {
    RaceOutcome outcome = stressed("zoo:destroy-always-ok");
    assertEquals(Verdict.FAIL, outcome.verdict());
    assertFalse(outcome.forbidden().isEmpty());
    assertTrue(outcome.toString().contains("forbidden: "), outcome::toString);
    assertTrue(outcome.toString().contains(PROGRAM.written()), outcome::toString);
  }

  @Test
  void aThemeIsAllItsPrograms() {
    List<Program> programs = Races.programs("destroy");
    assertTrue(programs.size() > 1);
    assertTrue(programs.stream().allMatch(program -> program.theme().equals("destroy")));
  }

  @Test
  void aThemeThatThereIsNotIsToldWithThoseThatThereAre() {
    IllegalArgumentException unknown =
        assertThrows(IllegalArgumentException.class, () -> Races.programs("weather"));
    assertTrue(unknown.getMessage().contains("bind-wait"), unknown::getMessage);
  }
}
