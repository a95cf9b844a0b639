package bindcheck.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.call.Call;
import bindcheck.call.Payload;
import bindcheck.call.PortPacket;
import bindcheck.file.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Packets and handles that a script gives in full. */
class WholePacketTest {
  private static final String PORT = "p = port_create(0)\n";

  private static Call second(String line) {
    return Script.parse("f", PORT + line).lines().get(1).call();
  }

  private static String refusal(String line) {
    return assertThrows(InputException.class, () -> second(line)).getMessage();
  }

  @Test
  void allOfAPacketMayBeWritten() {
    assertEquals(
        new PortPacket(7, 5, -20, new Payload(1, 2, 3, -1)),
        second("port_queue(p, 5, [1, 2, 3, 0xffffffffffffffff], status=BAD_STATE, type=INTERRUPT)")
            .packet());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "port_queue(p, 5, [1, 2, 3, 4], status=BAD_STATE, type=INTERRUPT)",
        "port_queue(p, 5, [0, 0, 0, 1])",
        "port_queue(p, 5, 1, status=-77)",
        "port_queue(p, 5, 1, type=4294967295)",
        "port_queue(p, 5, 1)",
        "port_wait(0x2a, PAST)",
        "handle_close(0xffffffff)",
      })
  void whatIsPrintedParsesBack(String line) {
    assertEquals(line, second(line).toString());
    assertEquals(second(line), second(second(line).toString()));
  }

  @Test
  void wordsThatAre0NeedNotBeWritten() {
    Call call = second("port_queue(p, 5, [9, 0, 0, 0], status=OK, type=USER)");
    assertEquals("port_queue(p, 5, 9)", call.toString());
    assertFalse(call.hasWholePacket());
  }

  @Test
  void aHandleMayBeGivenByItsValue() {
    assertEquals(0xffff_ffffL, second("handle_close(0xffffffff)").argument(0));
    assertEquals(second("handle_close(INVALID)"), second("handle_close(0x0)"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "port_queue(p, 5, [1, 2, 3]); four of them in brackets",
        "port_queue(p, 5, [1, 2, 3, 4, 5]); four of them in brackets",
        "port_queue(p, 5, [1, 2, 3, x]); four of them in brackets",
        "port_queue(p, [1, 2, 3, 4], 5); expected key to be",
        "port_queue(p, 5, [1, 2, 3, 4); ',' or ']'",
        "port_queue(p, 5, []); an argument",
        "port_queue(p, 5, 1, status=NONSENSE); status to be",
        "port_queue(p, 5, 1, status=2147483648); status to be",
        "port_queue(p, 5, 1, type=-1); type to be",
        "port_queue(p, 5, 1, type=0, type=0); once each",
        "port_queue(p, 5, 1, kind=0); status=STATUS and type=TYPE",
        "port_queue(p, 5, status=1, 1); 3 arguments",
        "port_queue(p, NULL, status=1); no more arguments",
        "port_wait(p, PAST, status=1); no more arguments",
        "port_wait([p], PAST); expected porth to be",
        "handle_close(0x100000000); its value as 0x2a",
        "handle_close(42); its value as 0x2a",
      })
  void whatCannotBeMeantIsRefused(String line, String expected) {
    String message = refusal(line);
    assertTrue(message.contains(expected) && message.contains("f:2"), message);
  }
}
