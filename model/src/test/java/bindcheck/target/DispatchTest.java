package bindcheck.target;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bindcheck.call.Call;
import bindcheck.call.Op;
import org.junit.jupiter.api.Test;

/** A call in a message has the numbers that a script has. */
class DispatchTest {
  @Test
  void aKeyIsUnsignedAndATimestampSigned() {
    assertEquals(
        "interrupt_bind(0x2, 0x1, 18446744073709551615, 0)",
        Call.of(Op.INTERRUPT_BIND, 2, 1, -1, 0).toString());
    assertEquals(
        "interrupt_trigger(0x2, 0, -1)", Call.of(Op.INTERRUPT_TRIGGER, 2, 0, -1).toString());
  }
}
