package bindcheck.history.linear;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.call.Call;
import bindcheck.call.Op;
import bindcheck.call.Reply;
import bindcheck.call.Status;
import bindcheck.history.model.Member;
import bindcheck.spec.Policies;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Executions that are found without going back, and those that are not. */
class GreedySearchTest {
  private static final Reply OK = Reply.of(Status.OK);

  private static Member start(Told told) {
    return told.moves.fresh(Told.THREADS.size(), Policies.ALL_OPEN);
  }

  private static Member found(Told told, Section section) {
    return new GreedySearch(told.moves, section, true).from(start(told));
  }

  private static boolean isFound(Told told) {
    return found(told, told.section()) != null;
  }

  private static LinearSearch searched(Told told, Section section) {
    LinearSearch search = new LinearSearch(told.moves, section, true).keepingAll();
    search.run(Set.of(start(told)), Integer.MAX_VALUE, new Budget(100_000, Duration.ofDays(1)));
    return search;
  }

  private static Told queueing(String thread, long key) {
    return new Told().calls(thread, Call.of(Op.PORT_QUEUE, Told.PORT, key, key));
  }

  @Test
  void aReaderThatWasBlockedGoesOn() {
    assertTrue(isFound(new Told().reads("A", Told.PORT).triggers(1).showsTrigger("A", 1)));
  }

  @Test
  void whatIsReadBeforeItsCallReturnsWasQueuedBefore() {
    assertTrue(isFound(queueing("A", 1).reads("B", Told.PORT).shows("B", 1).returns("A", OK)));
  }

  @Test
  void anotherReaderTookWhatWasInTheWay() {
    Told told = new Told().queues(Told.PORT, 1).queues(Told.PORT, 2);
    told.reads("A", Told.PORT).reads("B", Told.PORT).shows("B", 2).shows("A", 1);
    assertTrue(isFound(told));
  }

  @Test
  void whatIsFoundIsOneOfWhatASearchFinds() {
    Told told = queueing("A", 1).reads("B", Told.PORT).triggers(5).showsTrigger("B", 5);
    told.returns("A", OK).acks();
    Section section = told.section();
    assertTrue(searched(told, section).ends().contains(found(told, section)));
  }

  @Test
  void whatIsSettledStaysSo() {
    Told told = queueing("A", 1).calls("B", Call.of(Op.PORT_QUEUE, Told.PORT, 2, 2));
    told.returns("A", OK).returns("B", OK).reads("C", Told.PORT).shows("C", 2);
    Section section = told.section();
    assertEquals(1, searched(told, section).ends().size());
    assertFalse(found(told, section) != null);
  }

  @Test
  void aCallThatWasSeenToBeBlockedHasNotEndedBefore() {
    Told told = new Told().triggers(1).reads("A", Told.PORT).quiesces().showsTrigger("A", 1);
    assertFalse(isFound(told));
  }

  @Test
  void whoeverIsBlockedHasGoneOnUntilThere() {
    assertTrue(
        isFound(new Told().reads("A", Told.PORT).quiesces().triggers(1).showsTrigger("A", 1)));
  }

  @Test
  void aReaderIsNotBlockedByAPortWithAPacket() {
    assertFalse(isFound(new Told().reads("A", Told.PORT).triggers(1).quiesces()));
  }

  @Test
  void aDeadlinePassesWhereItIsRecorded() {
    Reply late = Reply.of(Status.TIMED_OUT);
    assertTrue(
        isFound(new Told().readsInTime("A", Told.PORT).quiesces().expires("A").returns("A", late)));
    assertFalse(isFound(new Told().readsInTime("A", Told.PORT).quiesces().returns("A", late)));
  }

  @Test
  void afterAResetThereIsNoHandle() {
    Told told = new Told().resets().calls("A", Call.of(Op.INTERRUPT_ACK, Told.INTERRUPT));
    assertTrue(isFound(told.returns("A", Reply.of(Status.BAD_HANDLE))));
  }

  @Test
  void nothingIsFoundWhereNothingIsAllowed() {
    assertFalse(isFound(new Told().reads("A", Told.PORT).triggers(1).showsTrigger("A", 2)));
  }
}
