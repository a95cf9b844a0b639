package bindcheck.history.linear;

import static bindcheck.history.linear.Told.INTERRUPT;
import static bindcheck.history.linear.Told.PORT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.call.Call;
import bindcheck.call.Op;
import bindcheck.call.Reply;
import bindcheck.call.Status;
import bindcheck.history.linear.LinearSearch.Effect;
import bindcheck.history.linear.LinearSearch.End;
import bindcheck.history.model.Member;
import bindcheck.history.model.Operation;
import bindcheck.spec.Policies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Executions of small histories. */
class LinearSearchTest {
  private static final Reply OK = Reply.of(Status.OK);

  private static Budget budget(int states) {
    return new Budget(states, Duration.ofDays(1));
  }

  private static LinearSearch search(Told told) {
    return new LinearSearch(told.moves, told.section(), true);
  }

  private static End run(LinearSearch search, Told told, int most) {
    Member start = told.moves.fresh(Told.THREADS.size(), Policies.ALL_OPEN);
    return search.run(Set.of(start), most, budget(100_000));
  }

  private static boolean isExplained(Told told) {
    LinearSearch search = search(told);
    run(search, told, 1);
    return !search.ends().isEmpty();
  }

  /** A and B queue at the same time, of which the order is free. */
  private static Told twoOrders() {
    return new Told()
        .calls("A", Call.of(Op.PORT_QUEUE, PORT, 1, 1))
        .calls("B", Call.of(Op.PORT_QUEUE, PORT, 2, 2))
        .returns("A", OK)
        .returns("B", OK);
  }

  @Test
  void aSearchEndsWithAsManyMembersAsAreAskedForOrWithAll() {
    Told told = twoOrders();
    LinearSearch search = search(told).keepingAll();
    assertEquals(End.ENOUGH, run(search, told, 1));
    assertEquals(1, search.ends().size());
    assertEquals(End.ENOUGH, search.goOn(2, budget(100_000)));
    assertEquals(2, search.ends().size());
    assertEquals(End.EXHAUSTED, search.goOn(3, budget(100_000)));
    assertEquals(2, search.ends().size());
  }

  @Test
  void whatNoEventShowsMakesNoDifferenceUnlessItIsKept() {
    Told told = twoOrders().acks();
    LinearSearch search = search(told);
    assertEquals(End.EXHAUSTED, run(search, told, 9));
    assertEquals(1, search.ends().size());
    Told again = twoOrders().acks();
    LinearSearch keeping = search(again).keepingAll();
    run(keeping, again, 9);
    assertEquals(2, keeping.ends().size());
  }

  @Test
  void aSearchThatMayLookAtNoMoreIsUndecided() {
    Told told = twoOrders();
    LinearSearch search = search(told);
    Member start = told.moves.fresh(Told.THREADS.size(), Policies.ALL_OPEN);
    assertEquals(End.BUDGET, search.run(Set.of(start), 1, budget(1)));
    assertTrue(search.looked() > 1);
    assertTrue(search.ends().isEmpty());
  }

  @Test
  void whereItFailsIsTheFirstEventThatNothingExplains() {
    Told told = new Told().calls("A", Call.of(Op.INTERRUPT_ACK, INTERRUPT));
    long shown = told.next();
    told.returns("A", Reply.of(Status.CANCELED)).queues(PORT, 3);
    LinearSearch search = search(told);
    assertEquals(End.EXHAUSTED, run(search, told, 1));
    assertEquals(shown, search.deepest());
  }

  @Test
  void whatIsExplainedToTheEndFailsNowhere() {
    Told told = new Told().queues(PORT, 1).reads("A", PORT).shows("A", 1);
    LinearSearch search = search(told);
    run(search, told, 1);
    assertEquals(told.next(), search.deepest());
  }

  @Test
  void beforeAnEventNothingIsKnownOfIt() {
    Told told = new Told().queues(PORT, 1).reads("A", PORT);
    long shown = told.next();
    told.shows("A", 2);
    LinearSearch search = search(told).before(shown);
    run(search, told, 1);
    assertEquals(1, search.ends().size());
  }

  @Test
  void upToAnEventWhatComesLaterIsKnown() {
    Told told = twoOrders().reads("C", PORT);
    long shown = told.next();
    told.shows("C", 2);
    LinearSearch search = search(told).upTo(shown);
    assertEquals(End.EXHAUSTED, run(search, told, 9));
    assertEquals(1, search.ends().size(), "B was first");
  }

  @Test
  void theWayIsTheOrderInWhichCallsTookEffect() {
    Told told = twoOrders();
    long called = told.next() - 4;
    told.reads("C", PORT).shows("C", 2).reads("C", PORT).shows("C", 1);
    LinearSearch search = search(told).remembering();
    run(search, told, 1);
    List<Integer> threads = new ArrayList<>();
    List<Long> at = new ArrayList<>();
    for (Effect effect : search.way()) {
      threads.add(effect.thread());
      at.add(effect.at());
    }
    assertEquals(List.of(0, 0, 0, 0, 2, 1, 3, 3), threads);
    assertEquals(List.of(1L, 3L, 5L, 7L), at.subList(0, 4));
    assertEquals(called + 2, at.get(4));
    assertEquals(List.of(called + 5, called + 7), at.subList(6, 8));
  }

  @Test
  void whoWatchesACallIsToldOfItsReplies() {
    Told told = new Told().queues(PORT, 1).queues(PORT, 2).reads("C", PORT);
    long reads = told.next() - 1;
    told.reads("A", PORT).shows("A", 2);
    long returns = told.next();
    told.shows("C", 9);
    Section section = told.section();
    Set<Reply> replies = new HashSet<>();
    LinearSearch search =
        new LinearSearch(told.moves, section, true)
            .before(returns)
            .keepingAll()
            .watching(section.item(reads).call(), (reply, by) -> replies.add(reply));
    run(search, told, 9);
    assertEquals(Set.of(Reply.userPacket(1, 1)), replies);
  }

  @Test
  void luckFindsTheSame() {
    for (int seed = 0; seed < 10; seed++) {
      Told told = twoOrders().reads("C", PORT).shows("C", 2);
      LinearSearch search = search(told).shuffled(seed);
      run(search, told, 1);
      assertEquals(1, search.ends().size());
    }
  }

  @Test
  void aCallThatWasSeenToBeBlockedTakesEffectLater() {
    assertTrue(isExplained(new Told().reads("A", PORT).quiesces().queues(PORT, 1).shows("A", 1)));
    assertFalse(isExplained(new Told().queues(PORT, 1).reads("A", PORT).quiesces().shows("A", 1)));
    assertFalse(isExplained(new Told().queues(PORT, 1).reads("A", PORT).quiesces()));
  }

  @Test
  void aReaderShowsWhatIsQueuedBesideIt() {
    assertTrue(
        isExplained(
            new Told()
                .reads("A", PORT)
                .calls("B", Call.of(Op.PORT_QUEUE, PORT, 1, 1))
                .shows("A", 1)
                .returns("B", OK)));
    assertFalse(
        isExplained(
            new Told()
                .reads("A", PORT)
                .shows("A", 1)
                .calls("B", Call.of(Op.PORT_QUEUE, PORT, 1, 1))
                .returns("B", OK)));
  }

  @Test
  void aLookupMayComeBeforeAHandleIsClosed() {
    Call ack = Call.of(Op.INTERRUPT_ACK, INTERRUPT);
    Call close = Call.of(Op.HANDLE_CLOSE, INTERRUPT);
    Reply canceled = Reply.of(Status.CANCELED);
    assertTrue(
        isExplained(
            new Told().calls("A", ack).calls("B", close).returns("B", OK).returns("A", canceled)));
    assertFalse(
        isExplained(
            new Told().calls("B", close).returns("B", OK).calls("A", ack).returns("A", canceled)));
  }

  @Test
  void aMemberHoldsTheCallsThatGoOn() {
    Told told = new Told().reads("A", PORT).quiesces();
    LinearSearch search = search(told);
    run(search, told, 9);
    Member only = search.ends().iterator().next();
    assertTrue(only.isPending(1));
    assertFalse(only.isPending(0));
    assertEquals(Operation.NEVER, only.open[1].returnsAt);
  }

  @Test
  void aPacketMayBeTakenThoughTheDeadlineHasPassed() {
    assertTrue(
        isExplained(new Told().readsInTime("A", PORT).expires("A").queues(PORT, 1).shows("A", 1)));
    assertTrue(
        isExplained(
            new Told()
                .readsInTime("A", PORT)
                .calls("B", Call.of(Op.PORT_QUEUE, PORT, 1, 1))
                .expires("A")
                .shows("A", 1)
                .returns("B", OK)));
  }

  @Test
  void aCallTimesOutOnceItsDeadlineHasPassed() {
    Reply late = Reply.of(Status.TIMED_OUT);
    assertTrue(isExplained(new Told().readsInTime("A", PORT).expires("A").returns("A", late)));
    assertFalse(isExplained(new Told().readsInTime("A", PORT).returns("A", late)));
    Told unrecorded = new Told().readsInTime("A", PORT).returns("A", late);
    LinearSearch search = new LinearSearch(unrecorded.moves, unrecorded.section(), false);
    run(search, unrecorded, 1);
    assertEquals(1, search.ends().size());
    Told blocked = new Told().readsInTime("A", PORT).quiesces().returns("A", late);
    LinearSearch later = new LinearSearch(blocked.moves, blocked.section(), false);
    run(later, blocked, 1);
    assertEquals(1, later.ends().size());
  }

  /** Six packets are queued at the same time, and read in an order of their own. */
  private static Told dense(Told told) {
    List<String> all = Told.THREADS.subList(1, 7);
    for (int i = 0; i < all.size(); i++) {
      told.calls(all.get(i), Call.of(Op.PORT_QUEUE, PORT, i + 1, i + 1));
    }
    all.forEach(thread -> told.returns(thread, OK));
    for (int key : new int[] {4, 2, 6, 1, 5, 3}) {
      told.reads("M", PORT).shows("M", key);
    }
    return told;
  }

  private static void assertLooksAtFew(Told told, int most) {
    LinearSearch search = search(told);
    assertEquals(End.ENOUGH, run(search, told, 1));
    assertTrue(search.looked() <= most, () -> search.looked() + " states, a call or a read each");
  }

  @Test
  void whatIsShownLaterLeadsTheSearchStraightAhead() {
    assertLooksAtFew(dense(new Told()), 18);
  }

  @Test
  void itDoesSoWhereAPacketMayLeaveToNobody() {
    Told told = new Told().calls("G", Call.of(Op.INTERRUPT_DESTROY, INTERRUPT));
    assertLooksAtFew(dense(told), 18);
  }
}
