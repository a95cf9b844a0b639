package bindcheck.history.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bindcheck.call.Call;
import bindcheck.call.Op;
import bindcheck.call.Reply;
import bindcheck.call.Status;
import bindcheck.history.linear.LinearSearch.End;
import bindcheck.spec.Policies;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Threads that wait for interrupts, and whom a trigger releases. */
class WaitersTest {
  private static final int FIRST = 0x21;
  private static final int SECOND = 0x22;

  private static End end(Told told) {
    LinearSearch search = new LinearSearch(told.moves, told.section(), true);
    return search.run(
        Set.of(told.moves.fresh(Told.THREADS.size(), Policies.ALL_OPEN)),
        1,
        new Budget(10_000, Duration.ofDays(1)));
  }

  private static void assertExplained(Told told) {
    assertEquals(End.ENOUGH, end(told));
  }

  private static void assertRejected(Told told) {
    assertEquals(End.EXHAUSTED, end(told));
  }

  /** A waits for the first interrupt, then B for the second. */
  private static Told both() {
    return new Told().creates(FIRST).creates(SECOND).waits("A", FIRST).waits("B", SECOND);
  }

  @Test
  void whoWaitsReturnsWithTheTimeOfTheTrigger() {
    assertExplained(
        new Told().creates(FIRST).waits("A", FIRST).quiesces().triggers(FIRST, 5).waited("A", 5));
    assertRejected(
        new Told().creates(FIRST).waits("A", FIRST).quiesces().triggers(FIRST, 5).waited("A", 6));
  }

  @Test
  void eachIsReleasedByItsOwnInterrupt() {
    assertExplained(
        both()
            .quiesces()
            .triggers(SECOND, 7)
            .triggers(FIRST, 5)
            .waited("A", 5)
            .waited("B", 7)
            .quiesces());
    assertRejected(
        both().quiesces().triggers(SECOND, 7).triggers(FIRST, 5).waited("A", 7).waited("B", 5));
  }

  @Test
  void whoseInterruptIsNotTriggeredGoesOnWaiting() {
    assertExplained(both().quiesces().triggers(SECOND, 7).waited("B", 7).quiesces());
    assertRejected(both().quiesces().triggers(FIRST, 7).waited("B", 7));
    assertRejected(both().quiesces().triggers(SECOND, 7).waited("B", 7).waited("A", 7));
  }

  @Test
  void whoeverWaitsStaysTheSameWhenAnObjectIsDropped() {
    int port = 0x23;
    assertExplained(
        new Told()
            .creates(FIRST)
            .waits("A", FIRST)
            .quiesces()
            .calls("B", Call.of(Op.PORT_CREATE, 0))
            .returns("B", Reply.ok(new Reply.Handle(port)))
            .calls("B", Call.of(Op.HANDLE_CLOSE, port))
            .returns("B", Reply.of(Status.OK))
            .triggers(FIRST, 5)
            .waited("A", 5)
            .quiesces());
  }
}
