package bindcheck.history.linear;

import static bindcheck.history.linear.Told.BOUND_KEY;
import static bindcheck.history.linear.Told.INTERRUPT;
import static bindcheck.history.linear.Told.OTHER_PORT;
import static bindcheck.history.linear.Told.PORT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.call.Call;
import bindcheck.call.Op;
import bindcheck.call.Reply;
import bindcheck.call.Status;
import bindcheck.history.model.Member;
import bindcheck.history.model.Move;
import bindcheck.history.model.Operation;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which values are still to be shown, and what loses one. */
class SourcesTest {
  private static Member blurred(Told told, long horizon) {
    Section section = told.section();
    return new Sources(section).blurred(told.member(section), told.at(), horizon);
  }

  private static Member blurred(Told told) {
    return blurred(told, Operation.NEVER);
  }

  @Test
  void aValueThatIsToBeShownStays() {
    Member member = blurred(new Told().queues(PORT, 1).now().reads("A", PORT).shows("A", 1));
    assertTrue(member.has(1));
    assertFalse(member.has(BOUND_KEY));
    assertTrue(member.has(Long.MIN_VALUE), "stands for all others");
  }

  @Test
  void aTimestampThatIsToBeShownStays() {
    Told told = new Told();
    told.creates(0x14).triggers(0x14, 5).now();
    assertTrue(blurred(told.waits("A", 0x14).waited("A", 5)).has(5));
  }

  @Test
  void oneThatIsShownNoMoreMayAsWellBeAnyOther() {
    assertFalse(
        blurred(new Told().queues(PORT, 1).reads("A", PORT).shows("A", 1).queues(PORT, 1).now())
            .has(1));
    Told taken = new Told().queues(PORT, 1).reads("A", PORT).takes("A").queues(PORT, 1).now();
    assertFalse(blurred(taken.shows("A", 1)).has(1));
  }

  @Test
  void whatIsShownNowIsStillToBeShown() {
    assertTrue(blurred(new Told().queues(PORT, 1).reads("A", PORT).now().shows("A", 1)).has(1));
  }

  @Test
  void whatIsShownBehindTheHorizonIsNotKnownToBe() {
    Told told = new Told().queues(PORT, 1).now().reads("A", PORT).shows("A", 1);
    long last = told.next() - 1;
    Section section = told.section();
    Sources sources = new Sources(section);
    assertTrue(sources.blurred(told.member(section), told.at(), last).has(1));
    assertFalse(sources.blurred(told.member(section), told.at(), last - 1).has(1));
  }

  @Test
  void aMemberWithoutOthersStaysTheSame() {
    Told told = new Told().triggers(5).now().reads("A", PORT).showsTrigger("A", 5);
    Section section = told.section();
    Member member = told.member(section);
    Sources sources = new Sources(section);
    assertSame(member, sources.blurred(member, told.at(), Operation.NEVER));
    Member other = member.with(new long[] {Long.MIN_VALUE, 5});
    assertSame(other, sources.blurred(other, told.at(), Operation.NEVER));
  }

  @Test
  void whatStandsForAllOthersIsShownByNobody() {
    Told told =
        new Told().queues(PORT, Long.MIN_VALUE).now().reads("A", PORT).shows("A", Long.MIN_VALUE);
    Member member = blurred(told);
    assertTrue(member.has(Long.MIN_VALUE));
    assertTrue(member.has(Long.MIN_VALUE + 1));
  }

  @Test
  void callsAreListedByWhatTheyShowButForZero() {
    Told told =
        new Told()
            .queues(PORT, 1)
            .reads("A", PORT)
            .shows("A", 1)
            .reads("B", PORT)
            .returns("B", Reply.userPacket(1, 0))
            .reads("C", PORT);
    Sources sources = new Sources(told.section());
    assertEquals(Set.of(1L), sources.showing().keySet());
    assertEquals(2, sources.showing().get(1L).size());
  }

  /** Whether the thread's call loses a value if it takes effect now. */
  private static boolean loses(Told told, int thread) {
    Section section = told.section();
    Member member = told.member(section);
    Move last = told.moves.next(member, thread).get(0);
    while (!last.step().isDone()) {
      member = last.to();
      last = told.moves.next(member, thread).get(0);
    }
    return new Sources(section).loses(member, last, told.at(), Operation.NEVER);
  }

  private static Told destroyedBeside(int port, long timestamp) {
    return new Told()
        .triggers(timestamp)
        .calls("A", Call.of(Op.INTERRUPT_DESTROY, INTERRUPT))
        .now()
        .reads("B", port);
  }

  @Test
  void whatTakesAPacketAwayLosesWhatIsToBeShownOfIt() {
    assertTrue(loses(destroyedBeside(PORT, 5).showsTrigger("B", 5), 1));
    assertFalse(loses(destroyedBeside(PORT, 5), 1));
    assertFalse(loses(destroyedBeside(OTHER_PORT, 5).shows("B", 9), 1));
  }

  @Test
  void nothingIsLostThatIsBroughtAgain() {
    assertFalse(
        loses(
            destroyedBeside(PORT, 5)
                .queues(PORT, 5)
                .calls("M", Call.of(Op.INTERRUPT_BIND, INTERRUPT, PORT, BOUND_KEY, 0))
                .returns("M", Reply.of(Status.OK))
                .showsTrigger("B", 5),
            1));
  }

  @Test
  void aTriggerThatIsForgottenLosesItsOwnTime() {
    Told second = new Told().triggers(1).triggers(2);
    Told forgotten =
        second.calls("A", Call.of(Op.INTERRUPT_TRIGGER, INTERRUPT, 0, 5)).now().reads("B", PORT);
    assertTrue(loses(forgotten.showsTrigger("B", 5), 1));
    Told first = new Told();
    Told sent =
        first.calls("A", Call.of(Op.INTERRUPT_TRIGGER, INTERRUPT, 0, 5)).now().reads("B", PORT);
    assertFalse(loses(sent.showsTrigger("B", 5), 1));
  }
}
