package bindcheck.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import bindcheck.file.InputException;
import bindcheck.script.Line;
import bindcheck.script.Script;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What may be observed at the lines of a script, and which states are possible at its end. */
class ExplanationTest {
  private static final SpecModule MODULE = SpecModule.load("Evaluation");
  private static final String PAIR =
      """
      p = port_create(BIND_TO_INTERRUPT)
      i = interrupt_create(INVALID, 0, VIRTUAL)
      """;

  private static Explanation explanation(String variant, String script) {
    List<Line> lines = script.isEmpty() ? List.of() : Script.parse("script", script).lines();
    return Explanation.whole("script", lines, new Semantics(MODULE, variant));
  }

  private static List<List<String>> states(String script) {
    return explanation("reference", script).states();
  }

  private static List<String> allowed(String variant, String script) {
    List<Explanation.Step> steps = explanation(variant, script).steps();
    return steps.get(steps.size() - 1).allowed().stream()
        .map(allowed -> allowed.observation().toString())
        .sorted()
        .toList();
  }

  @Test
  void withoutALineThereIsNoObject() {
    assertEquals(List.of(List.of("no object")), states(""));
  }

  @Test
  void aStateSaysOfEachObjectWhatItHolds() {
    assertEquals(
        List.of(
            List.of(
                "p: port; packets: none",
                "i: interrupt; not bound; armed; triggers remembered: none")),
        states(PAIR));
    assertEquals(
        List.of(
            List.of(
                "p: port; packets: packet(INTERRUPT, key=7, timestamp=5)",
                "i: interrupt; bound to p, key 7; not armed; triggers remembered: timestamp(6)")),
        states(
            PAIR
                + """
                interrupt_bind(i, p, 7, 0)
                interrupt_trigger(i, 0, 5)
                interrupt_trigger(i, 0, 6)
                """));
    assertEquals(
        List.of(
            List.of(
                "p: port; packets: none",
                "i: interrupt; not bound; destroyed; triggers remembered: none",
                "q: port that takes no interrupts; packets: none",
                "e: event")),
        states(PAIR + "q = port_create(0)\ne = event_create(0)\ninterrupt_destroy(i)\n"));
  }

  @Test
  void aStateSaysWhoIsBlockedAndWhoWaits() {
    assertEquals(
        List.of(
            List.of(
                "p: port; packets: none",
                "i: interrupt; not bound; armed; triggers remembered: none; waits: T1",
                "T1: blocked",
                "T2: blocked")),
        states(PAIR + "T1: interrupt_wait(i)\nT2: port_wait(p, INFINITE)\n"));
  }

  @Test
  void aStateNamesAnObjectByItsHandles() {
    assertEquals(
        List.of(
            List.of(
                "p, q: port; packets: none",
                "i: interrupt; not bound; armed; triggers remembered: none")),
        states(PAIR + "q = handle_duplicate(p, SAME_RIGHTS)\n"));
    assertEquals(
        List.of(
            List.of(
                "without a handle: port, closed; packets: none",
                "i: interrupt; not bound; armed; triggers remembered: none",
                "T1: blocked")),
        states(PAIR + "T1: port_wait(p, FINITE)\nhandle_close(p)\n"));
    assertEquals(
        List.of(List.of("a handle without a name: port; packets: none", "p: port; packets: none")),
        states("p = port_create(1)\np = port_create(1)\n"));
  }

  @Test
  void statesThatLookAlikeAreOne() {
    assertEquals(1, explanation("doc", PAIR).states().size());
    assertEquals(
        List.of("main: BAD_STATE", "main: OK"),
        allowed("doc", PAIR + "interrupt_bind(i, p, 7, 0)\ninterrupt_ack(i)\n"));
  }

  @Test
  void whatIsAllowedGoesOnFromAllThatWas() {
    String script =
        PAIR
            + """
            interrupt_trigger(i, 0, 1)
            interrupt_trigger(i, 0, 2)
            T1: interrupt_wait(i)
            """;
    assertEquals(List.of("T1: OK timestamp(1)"), allowed("reference", script));
    assertEquals(List.of("T1: OK timestamp(1)", "T1: OK timestamp(2)"), allowed("doc", script));
  }

  private static String refused(String script) {
    return assertThrows(InputException.class, () -> states(script)).getMessage();
  }

  @Test
  void aLineThatCanNeverBeMadeIsNamed() {
    assertEquals(
        "script:3: expected an idle thread, but T1 is blocked here",
        refused("p = port_create(0)\nT1: port_wait(p, INFINITE)\nT1: port_wait(p, INFINITE)\n"));
    assertEquals(
        "script:4: expected a thread that waits with a finite deadline, found T1",
        refused(
            """
            p = port_create(0)
            port_queue(p, 1, 2)
            T1: port_wait(p, FINITE)
            expire(T1)
            """));
  }

  @Test
  void aNameThatIsGivenAgainMeansTheNewerHandle() {
    assertEquals(
        List.of("main: TIMED_OUT"),
        allowed(
            "reference",
            """
            p = port_create(0)
            port_queue(p, 1, 2)
            p = port_create(0)
            port_wait(p, PAST)
            """));
  }

  @Test
  void aHandleThatNobodyNamesIsMadeAllTheSame() {
    assertEquals(
        List.of(List.of("a handle without a name: port that takes no interrupts; packets: none")),
        states("port_create(0)\n"));
  }

  @Test
  void eachLineHasAStep() {
    Script script = Script.parse("script", PAIR);
    assertEquals(2, Explanation.of("script", script, new Semantics(MODULE, "doc")).size());
  }
}
