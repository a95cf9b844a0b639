package bindcheck.litmus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.call.PortPacket;
import bindcheck.call.Reply;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomeTest {
  @Test
  void theTextParsesBack() {
    Outcome outcome =
        new Outcome(
            new TreeMap<>(
                Map.of(
                    "T1",
                    new Ending(List.of(Reply.of(0), Reply.of(-23)), true),
                    "T2",
                    new Ending(List.of(Reply.interruptPacket(-1, Long.MIN_VALUE)), false),
                    "T3",
                    new Ending(List.of(Reply.userPacket(7, -1), Reply.of(-999)), false),
                    "T4",
                    new Ending(
                        List.of(
                            Reply.ok(new Reply.Timestamp(-5)),
                            Reply.ok(new PortPacket(3, 1, -1, 2))),
                        true))));
    assertEquals(outcome, Outcome.parse(outcome.toString()));
  }

  @Test
  void theTextIsWhatAPersonWouldWrite() {
    Outcome outcome = Outcome.parse("T2: OK timestamp(5), blocked||T1: BAD_STATE");
    assertEquals("T1: BAD_STATE || T2: OK timestamp(5), blocked", outcome.toString());
  }

  @Test
  void theValueOfAHandleIsNotShown() {
    assertEquals("OK", new Ending(List.of(Reply.ok(new Reply.Handle(17))), false).toString());
  }

  @Test
  void aPatternSaysNothingOfOtherThreads() {
    Outcome outcome = Outcome.parse("T1: OK || T2: blocked");
    assertTrue(outcome.matches(Outcome.parse("T2: blocked")));
    assertFalse(outcome.matches(Outcome.parse("T2: OK")));
    assertFalse(outcome.matches(Outcome.parse("T3: OK")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "T1",
        "T1: ",
        "T1: OK,",
        "T1: OK OK",
        "T1: blocked, OK",
        "T1: NO_SUCH_STATUS",
        "T1: OK || T1: OK",
        "T1: OK timestamp()",
        "T1: OK timestamp(9223372036854775808)",
        "T1: OK packet(INTERRUPT, key=1, payload=5)",
        "T1: OK packet(INTERRUPT, key=18446744073709551616, timestamp=5)"
      })
  void anythingElseIsRefused(String text) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Outcome.parse(text));
    assertTrue(e.getMessage().startsWith("expected "), e.getMessage());
  }
}
