package bindcheck.target;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bindcheck.call.Op;
import org.junit.jupiter.api.Test;

/** A call in a message has the numbers that a script has. */
class InvocationTest {
  @Test
  void aKeyIsUnsignedAndATimestampSigned() {
    assertEquals(
        "interrupt_bind(2, 1, 18446744073709551615, 0)",
        Invocation.of(Op.INTERRUPT_BIND, 2, 1, -1, 0).toString());
    assertEquals(
        "interrupt_trigger(2, 0, -1)", Invocation.of(Op.INTERRUPT_TRIGGER, 2, 0, -1).toString());
  }
}
