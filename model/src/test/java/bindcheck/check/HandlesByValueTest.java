package bindcheck.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bindcheck.call.Verdict;
import bindcheck.script.Script;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.target.Altered;
import bindcheck.target.JavaTarget;
import bindcheck.target.ReferenceTarget;
import bindcheck.target.Syscalls;
import bindcheck.target.Target;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Handles that a script gives by their value, or does not name at all. */
class HandlesByValueTest {
  private static final Semantics DOC = new Semantics(SpecModule.load("Evaluation"), "doc");

  private static Verdict verdict(Supplier<Syscalls> kernel, String... lines) {
    try (Target target = new JavaTarget("kernel", kernel)) {
      Script script = Script.parse("f", String.join("\n", lines));
      return new ScriptCheck(target, DOC).run(script).verdict();
    }
  }

  private static Verdict verdict(String... lines) {
    return verdict(ReferenceTarget::new, lines);
  }

  /** The handles of the reference are 1, 2, 3, and so on. */
  @Test
  void aValueThatTheTargetGaveIsThatHandle() {
    assertEquals(Verdict.PASS, verdict("p = port_create(0)", "port_wait(0x1, PAST)"));
    assertEquals(Verdict.PASS, verdict("port_create(0)", "port_wait(0x1, PAST)"));
    assertEquals(
        Verdict.PASS,
        verdict("a = port_create(0)", "a = event_create(0)", "port_queue(0x1, 1, 2)"));
  }

  @Test
  void aValueThatItDidNotGiveIsNoHandle() {
    assertEquals(Verdict.PASS, verdict("p = port_create(0)", "port_wait(0x2a, PAST)"));
    assertEquals(
        Verdict.PASS, verdict("p = port_create(0)", "handle_close(p)", "port_wait(0x1, PAST)"));
  }

  @Test
  void whoTakesAnyValueForAHandleFails() {
    Supplier<Syscalls> kernel =
        () ->
            new Altered() {
              @Override
              public int portWait(int porth, long deadline, bindcheck.target.Packet out) {
                return super.portWait(porth == 0 ? 0 : 1, deadline, out);
              }
            };
    assertEquals(Verdict.FAIL, verdict(kernel, "p = port_create(0)", "port_wait(0x2a, PAST)"));
  }

  @Test
  void aHandleWithoutANameIsNotTheInvalidOne() {
    assertEquals(Verdict.PASS, verdict("port_create(0)", "port_wait(INVALID, PAST)"));
  }

  @Test
  void handlesWithoutNamesDiffer() {
    assertEquals(
        Verdict.PASS,
        verdict(
            "port_create(0)",
            "port_create(0)",
            "handle_close(0x1)",
            "port_queue(0x2, 1, 1)",
            "port_wait(0x2, PAST)"));
  }
}
