package bindcheck.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import bindcheck.script.Line;
import bindcheck.script.Script;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class CallTest {
  private static final Argument P = new Argument.Handle("p");
  private static final Argument ONE = new Argument.Number(1);

  @Test
  void argumentsMustFit() {
    assertRefused(() -> Call.of(Op.PORT_WAIT, P));
    assertRefused(() -> Call.of(Op.PORT_WAIT, new Argument.Number(1L << 32), ONE));
    assertRefused(() -> Call.of(Op.PORT_WAIT, P, P));
    assertRefused(() -> Call.of(Op.PORT_CREATE, new Argument.Number(1L << 32)));
    assertRefused(() -> new Call(Op.HANDLE_CLOSE, List.of(P), true));
    assertRefused(() -> new Argument.Handle("INVALID"));
    assertRefused(() -> new Argument.Handle("a b"));
  }

  @Test
  void linesMustFit() {
    Call close = Call.of(Op.HANDLE_CLOSE, P);
    assertRefused(() -> new Line("main", Optional.of("q"), close, 1));
    assertRefused(() -> new Line("a b", Optional.empty(), close, 1));
    assertRefused(() -> new Line("T1", Optional.empty(), new Statement.Expire("T2"), 1));
    assertRefused(() -> new Script(List.of()));
  }

  @Test
  void opsKnowTheirNames() {
    for (Op op : Op.values()) {
      assertEquals(Optional.of(op), Op.named(op.scriptName()));
    }
    assertEquals("port_queue(porth, key, payload)", Op.PORT_QUEUE.signature(false));
    assertEquals("port_queue(porth, NULL)", Op.PORT_QUEUE.signature(true));
    assertEquals(
        "interrupt_create(src_obj, src_num, options)", Op.INTERRUPT_CREATE.signature(false));
  }

  private static void assertRefused(Executable executable) {
    assertThrows(IllegalArgumentException.class, executable);
  }
}
