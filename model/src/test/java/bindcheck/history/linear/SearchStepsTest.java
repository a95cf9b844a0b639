package bindcheck.history.linear;

import static bindcheck.history.linear.Told.INTERRUPT;
import static bindcheck.history.linear.Told.PORT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.call.Call;
import bindcheck.call.Deadline;
import bindcheck.call.Op;
import bindcheck.call.Reply;
import bindcheck.call.Status;
import bindcheck.history.Event;
import bindcheck.history.linear.LinearSearch.End;
import bindcheck.history.model.Member;
import bindcheck.history.model.Moves;
import bindcheck.history.model.Operation;
import bindcheck.spec.Policies;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which steps a search takes, and which it does not. */
class SearchStepsTest {
  private static final Reply OK = Reply.of(Status.OK);
  private static final Reply LATE = Reply.of(Status.TIMED_OUT);
  private static final Reply CANCELED = Reply.of(Status.CANCELED);

  private static End run(LinearSearch search, Moves moves) {
    Member start = moves.fresh(Told.THREADS.size(), Policies.ALL_OPEN);
    return search.run(Set.of(start), 1, new Budget(10_000, Duration.ofDays(1)));
  }

  private static End withoutDeadlines(Told told) {
    return run(new LinearSearch(told.moves, told.section(), false), told.moves);
  }

  @Test
  void aTimeOutThatIsTheLastEventKnownNeedsItsDeadline() {
    Told told = new Told().readsInTime("A", PORT).returns("A", LATE);
    long end = told.next();
    told.acks();
    LinearSearch search = new LinearSearch(told.moves, told.section(), false).before(end);
    assertEquals(End.ENOUGH, run(search, told.moves));
  }

  @Test
  void aDeadlineThatNobodyRecordedPassesAfterTheCallWasSeenToBeBlocked() {
    assertEquals(
        End.ENOUGH,
        withoutDeadlines(new Told().readsInTime("A", PORT).quiesces().returns("A", LATE)));
    assertEquals(
        End.EXHAUSTED,
        withoutDeadlines(
            new Told().queues(PORT, 1).readsInTime("A", PORT).quiesces().returns("A", LATE)));
    assertEquals(
        End.EXHAUSTED, withoutDeadlines(new Told().reads("A", PORT).quiesces().returns("A", LATE)));
  }

  @Test
  void whoBlockedBeforeItsDeadlineMayBeCanceledAfterIt() {
    assertEquals(
        End.ENOUGH,
        withPoliciesOpen(
            true,
            new Event.Called("A", Call.of(Op.PORT_WAIT, PORT, Deadline.FINITE.raw())),
            new Event.Expired("A"),
            new Event.Called("B", Call.of(Op.HANDLE_CLOSE, PORT)),
            new Event.Returned("B", OK),
            new Event.Returned("A", CANCELED)));
  }

  /** The replies that C's read may come to, before a quiescence at which it is blocked. */
  private static Set<Reply> beforeItIsBlocked(long eventsKnown) {
    Told told = new Told().queues(PORT, 1).reads("C", PORT);
    long reads = told.next() - 1;
    told.reads("A", PORT);
    told.returns("A", Reply.userPacket(9, 9));
    told.quiesces();
    Section section = told.section();
    Set<Reply> replies = new HashSet<>();
    LinearSearch search =
        new LinearSearch(told.moves, section, true)
            .before(section.end() - 2 + eventsKnown)
            .watching(section.item(reads).call(), (reply, by) -> replies.add(reply));
    run(search, told.moves);
    return replies;
  }

  @Test
  void aCallThatWillBeSeenToBeBlockedReturnsNothingBefore() {
    assertEquals(Set.of(), beforeItIsBlocked(2));
  }

  @Test
  void luckDecidesWhoGoesFirstWhereAnyMay() {
    Set<Integer> first = new HashSet<>();
    Random seeds = new Random(1);
    for (int i = 0; i < 40; i++) {
      Told told = new Told();
      for (String thread : List.of("B", "C", "D")) {
        told.calls(thread, Call.of(Op.INTERRUPT_DESTROY, INTERRUPT));
      }
      long event = told.next();
      told.calls("A", Call.of(Op.INTERRUPT_ACK, INTERRUPT)).returns("A", CANCELED);
      LinearSearch search =
          new LinearSearch(told.moves, told.section(), true)
              .shuffled(seeds.nextLong())
              .remembering();
      assertEquals(End.ENOUGH, run(search, told.moves));
      search.way().stream()
          .filter(effect -> effect.at() > event)
          .findFirst()
          .ifPresent(effect -> first.add(effect.thread()));
    }
    assertEquals(Set.of(2, 3, 4), first);
  }

  private static End withPoliciesOpen(boolean fixing, Event... last) {
    Moves moves = new Moves(new Semantics(SpecModule.load("Evaluation"), "doc"));
    SectionBuilder builder = new SectionBuilder(Told.THREADS);
    Told told = new Told();
    told.section().items().forEach(item -> builder.add(item.event()));
    List.of(last).forEach(builder::add);
    LinearSearch search = new LinearSearch(moves, builder.cut(true), true);
    return run(fixing ? search : search.fixingNothing(), moves);
  }

  @Test
  void wherePoliciesAreToStayOpenNoStepFixesOne() {
    Event acks = new Event.Called("A", Call.of(Op.INTERRUPT_ACK, INTERRUPT));
    Event acked = new Event.Returned("A", OK);
    assertEquals(End.ENOUGH, withPoliciesOpen(true, acks, acked));
    assertEquals(End.EXHAUSTED, withPoliciesOpen(false, acks, acked));
    Event triggers = new Event.Called("A", Call.of(Op.INTERRUPT_TRIGGER, INTERRUPT, 0, 5));
    assertEquals(End.ENOUGH, withPoliciesOpen(false, triggers, acked));
  }

  @Test
  void whatTimesOutWithoutAnEffectIsNotWaitedWith() {
    Told told = new Told();
    for (String thread : List.of("A", "B", "C", "D")) {
      told.calls(thread, Call.of(Op.PORT_WAIT, PORT, 0));
    }
    told.calls("E", Call.of(Op.INTERRUPT_ACK, INTERRUPT)).returns("E", CANCELED);
    for (String thread : List.of("A", "B", "C", "D")) {
      told.returns(thread, LATE);
    }
    LinearSearch search = new LinearSearch(told.moves, told.section(), true);
    long before = told.next() - 10;
    assertEquals(End.EXHAUSTED, run(search, told.moves));
    long most = before / 2 + 1;
    assertEquals(most, search.looked(), "a state each call so far, and one that leads nowhere");
  }

  @Test
  void whatLosesAPacketThatIsToBeShownIsNotTried() {
    Told told = new Told().queues(PORT, 5).reads("C", PORT);
    told.calls("B", Call.of(Op.HANDLE_CLOSE, PORT)).returns("B", OK).shows("C", 5);
    LinearSearch search = new LinearSearch(told.moves, told.section(), true);
    assertEquals(End.ENOUGH, run(search, told.moves));
    assertTrue(search.looked() <= 9, () -> search.looked() + " states");
  }

  @Test
  void aCallThatNeverReturnsIsInProgressAtTheEnd() {
    Told told = new Told().readsInTime("A", PORT).quiesces();
    LinearSearch search = new LinearSearch(told.moves, told.section(), false);
    assertEquals(End.ENOUGH, run(search, told.moves));
    assertEquals(Operation.NEVER, search.ends().iterator().next().open[1].returnsAt);
  }
}
