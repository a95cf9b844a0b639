package bindcheck.history.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bindcheck.call.Op;
import bindcheck.call.Status;
import bindcheck.history.Event;
import bindcheck.history.linear.Section;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Events in words. */
class NarrationTest {
  private static final Section.Item QUIESCENT = item(new Event.Quiescent());
  private static final Section.Item END = item(new Event.End(true));

  private static Section.Item item(Event event) {
    return new Section.Item(event, null);
  }

  private static final Section READ =
      new Recorded().reads("A").add(new Event.Expired("A")).shows("A", 5).section();

  @Test
  void anEventSaysWhoDoesWhat() {
    assertEquals("A: port_wait(0x11, INFINITE)", Narration.of(READ.item(0)));
    assertEquals("A: the deadline passes", Narration.of(READ.item(1)));
    assertEquals(
        "A: port_wait(0x11, INFINITE) returns OK packet(USER, key=5, payload=5)",
        Narration.of(READ.item(2)));
    assertEquals("a fresh kernel", Narration.of(item(new Event.Reset())));
  }

  @Test
  void anEventSaysWhatIsKnownOfCallsInProgress() {
    assertEquals("quiescence: whatever has not returned is blocked", Narration.of(QUIESCENT));
    assertEquals("the end: whatever has not returned is blocked", Narration.of(END));
    assertEquals("the end, with calls running", Narration.of(item(new Event.End(false))));
  }

  @Test
  void whoWasSeenToBeBlockedIsNamed() {
    assertEquals("no thread is blocked at a quiescence", Narration.blocked(QUIESCENT, List.of()));
    assertEquals("A is blocked at the end", Narration.blocked(END, List.of("A")));
    assertEquals(
        "A, B are blocked at a quiescence", Narration.blocked(QUIESCENT, List.of("A", "B")));
  }

  @Test
  void theKindOfAnEventLeavesOutThreadsAndValues() {
    assertEquals("port_wait returns OK USER", Narration.kind(READ.item(2)));
    assertEquals("whatever has not returned is blocked", Narration.kind(QUIESCENT));
  }

  @Test
  void aCallThatReturnsAtOnceIsOneLine() {
    Section section =
        new Recorded()
            .calls("A", Op.INTERRUPT_ACK, 1)
            .calls("B", Op.INTERRUPT_ACK, 2)
            .returns("B", Status.OK)
            .returns("A", Status.OK)
            .calls("A", Op.INTERRUPT_ACK, 3)
            .section();
    assertEquals(
        List.of(
            "A: interrupt_ack(0x1)",
            "B: interrupt_ack(0x2) returns OK",
            "A: interrupt_ack(0x1) returns OK",
            "A: interrupt_ack(0x3)"),
        Narration.of(section));
  }

  @Test
  void aDeadlineThatPassesAtOnceIsALineOfItsOwn() {
    assertEquals(3, Narration.of(READ).size());
  }
}
