package bindcheck.history.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.call.Call;
import bindcheck.call.Deadline;
import bindcheck.call.Op;
import bindcheck.call.Reply;
import bindcheck.call.Status;
import bindcheck.history.Event;
import bindcheck.history.model.Operation;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Stretches of a history, their numbers, and what they say of calls. */
class SectionTest {
  private static final List<String> THREADS = List.of("A", "B");
  private static final Event A_READS =
      new Event.Called("A", Call.of(Op.PORT_WAIT, 1, Deadline.INFINITE.raw()));
  private static final Event B_QUEUES = new Event.Called("B", Call.of(Op.PORT_QUEUE, 1, 2, 3));
  private static final Event A_HAS_READ = new Event.Returned("A", Reply.userPacket(2, 3));
  private static final Event B_HAS_QUEUED = new Event.Returned("B", Reply.of(Status.OK));
  private static final Event QUIESCENT = new Event.Quiescent();
  private static final Event RESET = new Event.Reset();

  /** Two sections: the second begins with the event of number 2. */
  private static Section second(Event... events) {
    SectionBuilder builder = new SectionBuilder(THREADS);
    builder.add(A_READS);
    builder.add(QUIESCENT);
    builder.cut(false);
    for (Event event : events) {
      builder.add(event);
    }
    return builder.cut(true);
  }

  private static Section first(Event... events) {
    SectionBuilder builder = new SectionBuilder(THREADS);
    List.of(events).forEach(builder::add);
    return builder.cut(true);
  }

  private static List<Event> events(Section section) {
    return section.items().stream().map(Section.Item::event).toList();
  }

  @Test
  void eventsKeepTheNumbersThatTheyHaveInTheHistory() {
    Section section = second(B_QUEUES, B_HAS_QUEUED, A_HAS_READ);
    assertEquals(2, section.first());
    assertEquals(5, section.end());
    assertSame(B_HAS_QUEUED, section.item(3).event());
    assertSame(A_HAS_READ, section.last().event());
    assertEquals(List.of(B_HAS_QUEUED, A_HAS_READ), events(section.from(3)));
    assertEquals(3, section.from(3).first());
    assertEquals(List.of(B_QUEUES), events(section.upTo(3)));
    assertEquals(2, section.upTo(3).first());
  }

  @Test
  void aCallKnowsWhatItReturnsAndWhere() {
    Section section = second(B_QUEUES, B_HAS_QUEUED, A_HAS_READ);
    Operation queues = section.item(2).call();
    assertSame(queues, section.item(3).call());
    assertEquals(3, queues.returnsAt);
    assertEquals(Reply.of(Status.OK), queues.reply);
    assertEquals(4, section.item(4).call().returnsAt);
    Operation reads = first(A_READS).item(0).call();
    assertEquals(Operation.NEVER, reads.returnsAt);
    assertNull(reads.reply);
  }

  @Test
  void aCallKnowsWhereItWasLastSeenToBeBlocked() {
    Section section = first(A_READS, QUIESCENT, B_QUEUES, B_HAS_QUEUED, A_HAS_READ, QUIESCENT);
    assertEquals(1, section.item(0).call().blockedAt);
    assertEquals(-1, section.item(2).call().blockedAt);
    assertEquals(2, first(A_READS, QUIESCENT, QUIESCENT).item(0).call().blockedAt);
    assertEquals(1, first(A_READS, new Event.End(true)).item(0).call().blockedAt);
    assertEquals(-1, first(A_READS, new Event.End(false)).item(0).call().blockedAt);
  }

  @Test
  void anExpiryIsOfTheCallInProgress() {
    Section section = first(A_READS, new Event.Expired("A"), A_HAS_READ);
    assertSame(section.item(0).call(), section.item(1).call());
    assertSame(section.item(0).call(), section.item(2).call());
  }

  @Test
  void whatIsForeseenOfACallIsKnownBeforeItReturns() {
    SectionBuilder builder =
        new SectionBuilder(THREADS)
            .foresee(Map.of(1L, new Lookahead(Reply.userPacket(2, 3), 7, 5)));
    builder.add(B_QUEUES);
    builder.add(A_READS);
    Section section = builder.cut(false);
    Operation reads = section.item(1).call();
    assertEquals(7, reads.returnsAt);
    assertEquals(5, reads.blockedAt);
    assertEquals(Reply.userPacket(2, 3), reads.reply);
    assertEquals(Operation.NEVER, section.item(0).call().returnsAt);
  }

  @Test
  void aSectionEndsBeforeAFreshKernelAndWhereItIsLong() {
    assertTrue(SectionBuilder.isCutBefore(RESET, 1));
    assertFalse(SectionBuilder.isCutBefore(RESET, 0));
    assertFalse(SectionBuilder.isCutBefore(A_READS, 1));
    assertFalse(SectionBuilder.isCutBefore(A_READS, 9_999));
    assertTrue(SectionBuilder.isCutBefore(A_READS, 10_000));
    SectionBuilder builder = new SectionBuilder(THREADS);
    builder.add(A_READS);
    assertEquals(1, builder.size());
    builder.cut(true);
    assertEquals(0, builder.size());
  }

  @Test
  void itIsWholeWithAKernelsBeginningAndEnd() {
    assertTrue(first(RESET, A_READS).isWhole());
    assertFalse(first(A_READS).isWhole());
    SectionBuilder goesOn = new SectionBuilder(THREADS);
    goesOn.add(RESET);
    assertFalse(goesOn.cut(false).isWhole());
  }

  @Test
  void callsInProgressAreThoseThatHaveBegunAndNotReturned() {
    Section section = first(A_READS, B_QUEUES, B_HAS_QUEUED, RESET, B_QUEUES);
    Operation[] none = new Operation[2];
    assertEquals(Map.of(), section.openAt(0, none));
    assertEquals(Map.of("A", section.item(0).call()), section.openAt(1, none));
    assertEquals(Set.of("A", "B"), section.openAt(2, none).keySet());
    assertEquals(Set.of("A"), section.openAt(3, none).keySet());
    assertEquals(Set.of(), section.openAt(4, none).keySet());
    Operation before = new Operation(0, "A", ((Event.Called) A_READS).call(), 0);
    Section later = second(B_QUEUES, B_HAS_QUEUED);
    assertEquals(Set.of("A", "B"), later.openAt(3, new Operation[] {before, null}).keySet());
    assertEquals(Map.of("A", before), later.openAt(4, new Operation[] {before, null}));
  }

  @Test
  void callsAreLeftOutWithTheirReturns() {
    Section section = first(A_READS, B_QUEUES, B_HAS_QUEUED, A_HAS_READ);
    Section rest = section.without(Set.of(section.item(1).call()), THREADS);
    assertEquals(List.of(A_READS, A_HAS_READ), events(rest));
    assertEquals(1, rest.item(0).call().returnsAt);
    assertNotSame(section.item(0).call(), rest.item(0).call(), "numbered anew");
    assertTrue(rest.isLastOfKernel());
  }

  @Test
  void theLastEventIsKept() {
    Section section = first(A_READS, QUIESCENT, B_QUEUES, B_HAS_QUEUED, QUIESCENT);
    assertEquals(
        List.of(A_READS, B_QUEUES, B_HAS_QUEUED, QUIESCENT), events(section.withoutMarks(THREADS)));
    Section reads = first(A_READS, A_HAS_READ);
    assertEquals(List.of(A_HAS_READ), events(second(A_HAS_READ).without(Set.of(), THREADS)));
    assertEquals(2, reads.without(Set.of(), THREADS).items().size());
  }

  @Test
  void whatWasPutInTheWayOfNothingIsLeftOut() {
    Section section =
        new Section(
            0, List.of(Section.NOTHING, first(RESET).item(0), first(QUIESCENT).item(0)), true);
    assertEquals(List.of(RESET, QUIESCENT), events(section.withoutMarks(THREADS)));
  }

  @Test
  void aCallThatBeganBeforeTheSectionStaysTheSame() {
    Section section = second(B_QUEUES, B_HAS_QUEUED, A_HAS_READ, QUIESCENT);
    Operation reads = section.item(4).call();
    Section rest = section.without(Set.of(section.item(2).call()), THREADS);
    assertEquals(List.of(A_HAS_READ, QUIESCENT), events(rest));
    assertSame(reads, rest.item(2).call());
  }

  @Test
  void anotherCallTakesThePlaceOfOne() {
    Section section = first(A_READS, B_QUEUES, B_HAS_QUEUED, A_HAS_READ);
    Operation reads = section.item(0).call();
    Operation other = reads.ending(Reply.userPacket(8, 9), 3, -1);
    Section changed = section.ending(reads, other);
    assertEquals(
        List.of(A_READS, B_QUEUES, B_HAS_QUEUED, new Event.Returned("A", Reply.userPacket(8, 9))),
        events(changed));
    assertSame(other, changed.item(0).call());
    assertSame(other, changed.item(3).call());
    assertSame(section.item(1), changed.item(1));
  }

  private static List<String> beginnings(Section section) {
    return section.calls().stream().map(call -> call.name + " at " + call.calledAt).toList();
  }

  @Test
  void eachCallIsListedOnceInTheOrderOfTheFirstEvents() {
    Section section = first(A_READS, B_QUEUES, B_HAS_QUEUED, A_HAS_READ, A_READS);
    assertEquals(List.of("A at 0", "B at 1", "A at 4"), beginnings(section));
  }

  @Test
  void aCallThatBeganBeforeIsListedOnce() {
    Section section = second(new Event.Expired("A"), A_HAS_READ, A_READS);
    assertEquals(List.of("A at 0", "A at 4"), beginnings(section));
  }
}
