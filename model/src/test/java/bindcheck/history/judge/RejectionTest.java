package bindcheck.history.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.call.Op;
import bindcheck.call.Reply;
import bindcheck.call.Status;
import bindcheck.history.Event;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is said of an event that cannot be: what was seen there, and what might have been. */
class RejectionTest {
  private static List<String> allowed(String variant, Recorded recorded) {
    return recorded.rejection(variant).allowed().stream()
        .map(allowed -> allowed.observation().toString())
        .toList();
  }

  private static List<String> allowed(Recorded recorded) {
    return allowed("reference", recorded);
  }

  @Test
  void aCallThatReturnsFromNothingHadToBlock() {
    Recorded recorded = new Recorded().resets().createsPort().reads("A").shows("A", 5);
    assertEquals(List.of("blocked: A"), allowed(recorded));
  }

  @Test
  void aReplyMayDependOnWhoCameFirst() {
    Recorded recorded =
        new Recorded().resets().createsPort().queues("B", 1).queues("C", 2).reads("A");
    assertEquals(
        List.of("A: OK packet(USER, key=1, payload=1)", "A: OK packet(USER, key=2, payload=2)"),
        allowed(recorded.shows("A", 3)));
  }

  @Test
  void ofRepliesThatDifferAlikeTheFirstInTheAlphabetComesFirst() {
    Recorded recorded =
        new Recorded().resets().createsPort().queues("B", 2).queues("C", 1).reads("A");
    assertEquals("A: OK packet(USER, key=1, payload=1)", allowed(recorded.shows("A", 3)).get(0));
  }

  @Test
  void aCallThatIsStillBlockedComesLast() {
    Recorded recorded = new Recorded().resets().createsPort().queues("M", 1);
    recorded.returns("M", Recorded.OK).reads("A").reads("B").returns("A", Status.TIMED_OUT);
    assertEquals(List.of("A: OK packet(USER, key=1, payload=1)", "blocked: A"), allowed(recorded));
    Recorded lost = new Recorded().resets().createsPort().reads("A").reads("B").quiesces();
    lost.queues("M", 1).returns("M", Recorded.OK).quiesces();
    assertEquals(
        List.of(
            "A: OK packet(USER, key=1, payload=1)",
            "B: OK packet(USER, key=1, payload=1)",
            "blocked: A",
            "blocked: B"),
        allowed(lost));
  }

  @Test
  void whatDiffersLessFromWhatWasSeenComesFirst() {
    Recorded oneValue =
        new Recorded().resets().createsPort().queues("B", 1).queues("C", 2).reads("A");
    assertEquals(
        "A: OK packet(USER, key=2, payload=2)",
        allowed(oneValue.returns("A", Reply.userPacket(2, 3))).get(0));
    Recorded ack =
        new Recorded().resets().binds().does(Reply.of(Status.BAD_HANDLE), Op.INTERRUPT_ACK, 0x12);
    assertEquals(List.of("M: BAD_STATE", "M: OK"), allowed("doc", ack));
  }

  @Test
  void whoHadToBeWokenIsNamedWithWhatItWouldHaveSeen() {
    Recorded recorded = new Recorded().resets().createsPort().reads("A").quiesces();
    recorded.queues("M", 1).returns("M", Recorded.OK).quiesces();
    Rejection rejection = recorded.rejection("reference");
    assertEquals(recorded.last(), rejection.event());
    assertEquals("A is blocked at a quiescence", rejection.observed());
    assertEquals("blocked: A", rejection.seen().toString());
    assertEquals(Set.of("A"), rejection.calls().keySet());
    assertEquals(
        "A: OK packet(USER, key=1, payload=1)",
        rejection.allowed().get(0).observation().toString());
  }

  @Test
  void aRejectedReturnIsTold() {
    Recorded recorded = new Recorded().resets().createsPort().queues("M", 1);
    recorded.returns("M", Status.BAD_HANDLE);
    Rejection rejection = recorded.rejection("reference");
    assertEquals("M: port_queue(0x11, 1, 1) returns BAD_HANDLE", rejection.observed());
    assertEquals("port_queue returns BAD_HANDLE", rejection.kind());
    assertEquals("M: BAD_HANDLE", rejection.seen().toString());
    assertEquals(Op.PORT_QUEUE, rejection.calls().get("M"));
  }

  @Test
  void aCallWhoseEffectOthersSawHadToReturnWhatGoesWithIt() {
    Recorded recorded =
        new Recorded().resets().createsPort().queues("A", 1).reads("B").shows("B", 1);
    recorded.returns("A", Status.BAD_HANDLE);
    assertEquals(List.of("A: OK"), allowed(recorded));
  }

  @Test
  void soHadOneThatHadBegunInAnEarlierSection() {
    Recorded recorded = new Recorded().createsPort().queues("A", 1).cut();
    recorded.reads("B").shows("B", 1).returns("A", Status.BAD_HANDLE);
    assertEquals(List.of("A: OK"), allowed(recorded));
  }

  @Test
  void itIsTheFirstEventThatNothingExplains() {
    Recorded recorded = new Recorded().resets().createsPort().reads("A").shows("A", 5);
    long wrong = recorded.last();
    recorded.queues("M", 7).returns("M", Recorded.OK).quiesces().reads("B").shows("B", 9);
    assertEquals(wrong, recorded.rejection("reference").event());
    Recorded late = new Recorded().resets().createsPort().queues("A", 1).reads("B").shows("B", 1);
    late.returns("A", Recorded.OK).reads("B").quiesces().shows("B", 2);
    assertEquals(late.last(), late.rejection("reference").event(), "it was queued too late");
  }

  @Test
  void anOutcomeThatRestsOnBlockingSaysSo() {
    Recorded blocked = new Recorded().resets().createsPort().reads("A").quiesces();
    blocked.queues("M", 1).returns("M", Recorded.OK).quiesces();
    assertTrue(blocked.rejection("reference").contradiction().restsOnBlocking());
    Recorded idle = new Recorded().resets().createsPort().quiesces();
    idle.queues("M", 1).returns("M", Status.BAD_HANDLE);
    assertFalse(idle.rejection("reference").contradiction().restsOnBlocking());
  }

  private static List<Long> rejected(Recorded recorded) {
    SectionJudge judge = Recorded.judge("reference").goOn(9);
    recorded.sections().forEach(judge::accept);
    return judge.rejections().stream().map(Rejection::event).toList();
  }

  /** A wake-up is lost, and what comes after it is wrong as well. */
  private static void assertLostAndMended(Recorded reads) {
    Recorded recorded = reads.queues("M", 1).returns("M", Recorded.OK).quiesces();
    long lost = recorded.last();
    recorded.shows("A", 1).queues("M", 2).returns("M", Status.BAD_HANDLE);
    assertEquals(List.of(lost, recorded.last()), rejected(recorded));
  }

  @Test
  void aHistoryGoesOnAfterAMendedWakeUp() {
    assertLostAndMended(new Recorded().resets().createsPort().reads("A").quiesces());
    assertLostAndMended(new Recorded().createsPort().reads("A").quiesces().cut());
  }

  /** A reads where there is nothing, and B what is queued later. */
  private static void assertLeftOut(Recorded reads) {
    Recorded recorded = reads.shows("A", 5);
    long wrong = recorded.last();
    recorded.queues("M", 7).returns("M", Recorded.OK).reads("B").shows("B", 7);
    assertEquals(List.of(wrong), rejected(recorded.quiesces()));
  }

  @Test
  void aCallThatHadToGoOnBlockingIsLeftOut() {
    assertLeftOut(new Recorded().resets().createsPort().reads("A"));
    assertLeftOut(new Recorded().createsPort().reads("A").cut());
  }

  @Test
  void aMarkThatComesBeforeACallHasReturnedIsPassedOver() {
    Recorded recorded = new Recorded().resets().createsPort().queues("A", 1).reads("B");
    recorded.shows("B", 1).reads("B").quiesces();
    long early = recorded.last();
    recorded.returns("A", Recorded.OK).queues("M", 2).returns("M", Recorded.OK).shows("B", 2);
    assertEquals(early, rejected(recorded.quiesces()).get(0));
  }

  @Test
  void anEndAtWhichSomebodyShouldHaveBeenWokenIsMended() {
    Recorded recorded = new Recorded().resets().createsPort().reads("A").quiesces();
    recorded.queues("M", 1).returns("M", Recorded.OK).add(new Event.End(true));
    SectionJudge judge = Recorded.judge("reference").goOn(9);
    recorded.sections().forEach(judge::accept);
    assertEquals(1, judge.rejections().size());
    assertEquals("A is blocked at the end", judge.rejections().get(0).observed());
  }
}
