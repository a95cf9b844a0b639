package bindcheck.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import bindcheck.file.InputException;
import bindcheck.script.Script;
import bindcheck.target.ForwardingTarget;
import bindcheck.target.JavaTarget;
import bindcheck.target.ReferenceTarget;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a script's history says, event by event. */
class RecordedScriptTest {
  private static final String WAITS =
      """
      port_create(0)
      p = port_create(0)
      T1: port_wait(p, FINITE)
      """;

  private final List<String> asked = new ArrayList<>();

  private final class Spied extends ForwardingTarget {
    Spied() {
      super(new JavaTarget("reference", ReferenceTarget::new));
    }

    @Override
    public void abandon() {
      asked.add("abandon");
      super.abandon();
    }
  }

  private List<String> record(String text) {
    StringWriter out = new StringWriter();
    try (Spied target = new Spied()) {
      Script script = Script.parse("s", text);
      ScriptRecording.record("s", script, target, new HistoryWriter(out, new Header("t", true)));
    }
    return out.toString().lines().skip(1).map(line -> line.replace("\"", "")).toList();
  }

  @Test
  void eachLineIsACallWithItsReturnAndAQuiescence() {
    List<String> lines = record(WAITS + "expire(T1)\n");
    assertEquals(12, lines.size(), lines::toString);
    assertEquals("{event:call,thread:main,op:port_create,args:{options:0}}", lines.get(3));
    String created = lines.get(4);
    String handle = created.substring(created.lastIndexOf(':') + 1, created.length() - 1);
    assertEquals("{event:quiescent}", lines.get(5));
    assertEquals(
        "{event:call,thread:T1,op:port_wait,args:{porth:"
            + handle
            + ",deadline:4611686018427387904}}",
        lines.get(6));
    assertEquals("{event:quiescent}", lines.get(7));
    assertEquals("{event:expire,thread:T1}", lines.get(8));
    assertEquals("{event:return,thread:T1,status:TIMED_OUT}", lines.get(9));
    assertEquals("{event:quiescent}", lines.get(10));
    assertEquals("{event:end,quiescent:true}", lines.get(11));
  }

  @Test
  void whatIsStillBlockedIsGivenUp() {
    record(WAITS);
    assertEquals(List.of("abandon"), asked);
  }

  @Test
  void aThreadThatIsBlockedMakesNoCallAndOneThatIsIdleHasNoDeadline() {
    assertEquals(
        "s:4: expected an idle thread, but T1 is blocked here",
        assertThrows(InputException.class, () -> record(WAITS + "T1: port_wait(p, PAST)\n"))
            .getMessage());
    assertEquals(
        "s:5: expected a thread that waits with a finite deadline, found T1",
        assertThrows(
                InputException.class, () -> record(WAITS + "port_queue(p, 1, 2)\nexpire(T1)\n"))
            .getMessage());
  }
}
