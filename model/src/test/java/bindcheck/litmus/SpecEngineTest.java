package bindcheck.litmus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.file.InputException;
import bindcheck.spec.SpecModule;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** All outcomes of small programs that can be told by thinking. */
@Timeout(60)
class SpecEngineTest {
  private static Allowances allowances;

  @BeforeAll
  static void load() {
    allowances = new Allowances(SpecModule.load("Evaluation"));
  }

  private static Program program(String setup, String threads) {
    return Program.parse(
        "a.litmus",
        "title\n\nlesson\n\nset-up:\n"
            + setup
            + "\n\nthreads:\n"
            + threads
            + "\n\nforbidden: T2: INTERNAL\n  R-wait: never.\n");
  }

  private static Set<String> outcomes(String variant, Program program) {
    return allowances.of(variant).run(program).outcomes().keySet().stream()
        .map(Outcome::toString)
        .collect(Collectors.toSet());
  }

  @Test
  void everyOrderOfTwoCallsIsTried() {
    Program program =
        program(
            "i = interrupt_create(INVALID, 0, VIRTUAL)",
            "T1 || T2\ninterrupt_wait(i) || interrupt_destroy(i)\ninterrupt_destroy(i) ||");
    assertEquals(Set.of("T1: CANCELED, OK || T2: OK"), outcomes("reference", program));
    assertEquals(
        Set.of("T1: CANCELED, OK || T2: OK", "T1: CANCELED, NOT_FOUND || T2: OK"),
        outcomes("doc", program));
  }

  @Test
  void aCallAfterABlockedOneIsNotMade() {
    Program program =
        program(
            "p = port_create(0)",
            "T1 || T2\nport_wait(p, INFINITE) || port_wait(p, PAST)\nport_queue(p, 1, 1) ||");
    assertEquals(Set.of("T1: blocked || T2: TIMED_OUT"), outcomes("doc", program));
  }

  @Test
  void aFiniteDeadlineAlwaysPasses() {
    Program program =
        program("p = port_create(0)", "T1 || T2\nport_wait(p, FINITE) || port_wait(p, INFINITE)");
    assertEquals(Set.of("T1: TIMED_OUT || T2: blocked"), outcomes("doc", program));
  }

  @Test
  void aHandleThatWasNotMadeIsInvalid() {
    Program program =
        program(
            "i = interrupt_create(INVALID, 0, VIRTUAL)\nj = handle_replace(i, WAIT)",
            "T1 || T2\nh = handle_duplicate(j, WAIT) || interrupt_ack(j)\nhandle_close(h) ||");
    assertEquals(
        Set.of("T1: ACCESS_DENIED, OK || T2: ACCESS_DENIED"), outcomes("reference", program));
  }

  @Test
  void eachOutcomeKnowsTheChoicesThatItRestsOn() {
    Program program =
        program(
            "p = port_create(BIND_TO_INTERRUPT)\ni = interrupt_create(INVALID, 0, VIRTUAL)\n"
                + "interrupt_bind(i, p, 1, 0)",
            "T1 || T2\ninterrupt_ack(i) || port_wait(p, PAST)");
    AllowedOutcomes allowed = allowances.of("doc").allowed(program);
    assertEquals(
        Set.of(Set.of("C-idle-ack=BAD_STATE")),
        allowed.alternatives().get(Outcome.parse("T1: BAD_STATE || T2: TIMED_OUT")));
    assertTrue(allowed.by().contains("R-port-wait-timed-out"));
  }

  @Test
  void aSetUpThatFailsIsRefused() {
    Program program =
        program(
            "i = interrupt_create(INVALID, 0, VIRTUAL)\ninterrupt_ack(i)",
            "T1 || T2\ninterrupt_ack(i) || interrupt_ack(i)");
    InputException e = assertThrows(InputException.class, () -> allowances.of("doc").run(program));
    assertEquals("a:7: expected a set-up that answers OK, found BAD_STATE", e.getMessage());
  }
}
