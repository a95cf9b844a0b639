package bindcheck.history.linear;

import static bindcheck.history.linear.Told.INTERRUPT;
import static bindcheck.history.linear.Told.OTHER_PORT;
import static bindcheck.history.linear.Told.PORT;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.call.Call;
import bindcheck.call.Op;
import bindcheck.call.Reply;
import bindcheck.call.Status;
import bindcheck.history.model.Operation;
import org.junit.jupiter.api.Test;

/** What is in the way of a packet that must be shown, and what may be. */
class QueuesTest {
  private static boolean blocks(Told told, long horizon) {
    Section section = told.section();
    return new Queues(section, told.moves.keeping())
        .block(told.member(section), told.at(), horizon);
  }

  private static void assertBlocks(Told told) {
    assertTrue(blocks(told, Operation.NEVER));
  }

  private static void assertLeavesTheWay(Told told) {
    assertFalse(blocks(told, Operation.NEVER));
  }

  /** One packet is in the port, and its reader begins after another packet has been shown. */
  private static Told late() {
    return new Told().queues(PORT, 1).now();
  }

  @Test
  void aPacketThatNobodyShowsIsInTheWayOfAllThatComeLater() {
    assertBlocks(late().reads("A", PORT).shows("A", 2));
    assertLeavesTheWay(late().reads("A", PORT).shows("A", 1));
    assertLeavesTheWay(late().reads("A", PORT));
    assertLeavesTheWay(late());
  }

  @Test
  void nothingIsInTheWayInAnEmptyPort() {
    assertLeavesTheWay(new Told().now().reads("A", PORT).shows("A", 2));
    assertLeavesTheWay(
        new Told()
            .queues(PORT, 1)
            .reads("B", PORT)
            .shows("B", 1)
            .now()
            .reads("A", PORT)
            .shows("A", 2));
  }

  @Test
  void aPacketIsInTheWayOfOneShownBeforeItsReaderBegins() {
    assertBlocks(late().reads("A", PORT).shows("A", 2).reads("B", PORT).shows("B", 1));
    assertLeavesTheWay(late().reads("A", PORT).reads("B", PORT).shows("A", 2).shows("B", 1));
    assertLeavesTheWay(late().reads("A", PORT).shows("A", 1).reads("B", PORT).shows("B", 2));
  }

  @Test
  void soIsOneThatIsQueuedAheadOfIt() {
    Told both = new Told().queues(PORT, 1).queues(PORT, 2).now();
    assertBlocks(both.reads("A", PORT).shows("A", 2).reads("B", PORT).shows("B", 1));
    Told overlapping = new Told().queues(PORT, 1).queues(PORT, 2).now();
    assertLeavesTheWay(overlapping.reads("A", PORT).reads("B", PORT).shows("A", 2).shows("B", 1));
  }

  @Test
  void oneThatIsBehindAPacketThatNobodyShowsCannotBeShown() {
    assertBlocks(new Told().queues(PORT, 1).queues(PORT, 2).now().reads("A", PORT).shows("A", 2));
    assertLeavesTheWay(
        new Told().queues(PORT, 2).queues(PORT, 1).now().reads("A", PORT).shows("A", 2));
  }

  @Test
  void aReaderTakesOneOfTwoPacketsAlikeAndTheOtherStays() {
    assertLeavesTheWay(
        new Told().queues(PORT, 1).queues(PORT, 1).now().reads("A", PORT).shows("A", 1));
    assertBlocks(
        new Told()
            .queues(PORT, 1)
            .queues(PORT, 1)
            .now()
            .reads("A", PORT)
            .shows("A", 1)
            .reads("B", PORT)
            .shows("B", 2));
  }

  @Test
  void whereTwoReadersShowAPacketAlikeNothingIsKnown() {
    assertLeavesTheWay(
        late()
            .reads("A", PORT)
            .shows("A", 2)
            .reads("B", PORT)
            .shows("B", 1)
            .reads("C", PORT)
            .shows("C", 1));
  }

  @Test
  void aReaderWhoseCallHasReturnedIsNotToCome() {
    assertBlocks(
        new Told()
            .queues(PORT, 1)
            .reads("A", PORT)
            .shows("A", 1)
            .queues(PORT, 1)
            .now()
            .reads("B", PORT)
            .shows("B", 2));
  }

  @Test
  void aReaderThatIsToReturnNowIsToCome() {
    assertLeavesTheWay(new Told().queues(PORT, 1).reads("A", PORT).now().shows("A", 1));
    assertBlocks(new Told().queues(PORT, 1).reads("A", PORT).now().shows("A", 2));
  }

  @Test
  void packetsOfUsersAreNotInTheWayOfThoseOfInterrupts() {
    assertLeavesTheWay(late().reads("A", PORT).showsTrigger("A", 5));
    assertBlocks(new Told().triggers(1).now().reads("A", PORT).showsTrigger("A", 5));
    assertBlocks(new Told().triggers(1).now().reads("A", PORT).shows("A", 2));
    assertBlocks(
        new Told().triggers(1).queues(PORT, 1).now().reads("A", PORT).showsTrigger("A", 5));
    assertLeavesTheWay(
        new Told()
            .triggers(1)
            .queues(PORT, 1)
            .now()
            .reads("A", PORT)
            .showsTrigger("A", 1)
            .reads("B", PORT)
            .showsTrigger("B", 5));
  }

  @Test
  void ofAnInterruptsPacketThatIsToBeShownNextNothingIsKnown() {
    assertLeavesTheWay(new Told().queues(PORT, 1).reads("A", PORT).now().showsTrigger("A", 5));
  }

  @Test
  void aPacketOfAUserIsNoneOfAnInterruptWithTheSameValues() {
    long key = Told.BOUND_KEY;
    assertBlocks(new Told().triggers(key).now().reads("A", PORT).shows("A", key));
    assertLeavesTheWay(new Told().triggers(key).now().reads("A", PORT).showsTrigger("A", key));
  }

  @Test
  void packetsDifferInTheirKeysAndInTheirValues() {
    assertBlocks(late().reads("A", PORT).returns("A", Reply.userPacket(1, 2)));
    assertBlocks(late().reads("A", PORT).returns("A", Reply.userPacket(2, 1)));
    assertLeavesTheWay(late().reads("A", PORT).returns("A", Reply.userPacket(1, 1)));
    assertLeavesTheWay(
        new Told().queues(PORT, 0).now().reads("A", PORT).returns("A", Reply.userPacket(0, 0)));
  }

  @Test
  void anotherPortIsNotInTheWay() {
    assertLeavesTheWay(late().reads("A", OTHER_PORT).shows("A", 2));
    assertLeavesTheWay(new Told().queues(OTHER_PORT, 1).now().reads("A", PORT).shows("A", 2));
    assertBlocks(new Told().queues(OTHER_PORT, 1).now().reads("A", OTHER_PORT).shows("A", 2));
    assertLeavesTheWay(late().reads("A", OTHER_PORT).shows("A", 1).reads("B", PORT).shows("B", 2));
  }

  @Test
  void aCallThatMayTakeThePacketAndShowNoneLeavesItOpen() {
    assertLeavesTheWay(late().reads("B", PORT).reads("A", PORT).shows("A", 2));
    assertLeavesTheWay(
        late()
            .calls("B", Call.of(Op.INTERRUPT_DESTROY, INTERRUPT))
            .reads("A", PORT)
            .shows("A", 2)
            .returns("B", Reply.of(Status.OK)));
    assertLeavesTheWay(
        late()
            .calls("B", Call.of(Op.PORT_WAIT, true, PORT, 0))
            .reads("A", PORT)
            .shows("A", 2)
            .returns("B", Reply.of(Status.INVALID_ARGS)));
    assertLeavesTheWay(
        new Told()
            .queues(PORT, 1)
            .queues(PORT, 2)
            .now()
            .reads("B", PORT)
            .reads("A", PORT)
            .shows("A", 2));
  }

  @Test
  void butNotOneThatBeginsTooLateOrIsOver() {
    assertBlocks(late().reads("A", PORT).shows("A", 2).reads("B", PORT));
    assertBlocks(
        new Told()
            .calls("B", Call.of(Op.INTERRUPT_DESTROY, INTERRUPT))
            .returns("B", Reply.of(Status.OK))
            .queues(PORT, 1)
            .now()
            .reads("A", PORT)
            .shows("A", 2));
  }

  @Test
  void aCallThatLetsNoPacketLeaveKeepsItInTheWay() {
    assertBlocks(
        late()
            .calls("B", Call.of(Op.PORT_QUEUE, PORT, 3, 3))
            .reads("A", PORT)
            .shows("A", 2)
            .returns("B", Reply.of(Status.OK)));
  }

  @Test
  void aCallThatReturnsNowMayStillTakeThePacket() {
    assertLeavesTheWay(
        new Told()
            .queues(PORT, 1)
            .calls("B", Call.of(Op.INTERRUPT_DESTROY, INTERRUPT))
            .now()
            .returns("B", Reply.of(Status.OK))
            .reads("A", PORT)
            .shows("A", 2));
  }

  @Test
  void aReaderThatHasTakenItsPacketTakesNoOther() {
    assertBlocks(
        new Told()
            .queues(PORT, 1)
            .reads("A", PORT)
            .takes("A")
            .queues(PORT, 1)
            .now()
            .shows("A", 1)
            .reads("B", PORT)
            .shows("B", 2));
  }

  @Test
  void aReaderThatHasReturnedIsNotTakenForTheNextOfTheSame() {
    assertBlocks(
        new Told()
            .queues(PORT, 1)
            .reads("A", PORT)
            .shows("A", 1)
            .queues(PORT, 1)
            .now()
            .reads("C", PORT)
            .shows("C", 2)
            .reads("B", PORT)
            .shows("B", 1));
  }

  @Test
  void itIsTheOneThatReturnsFirstThatCannotWait() {
    assertBlocks(
        late()
            .reads("B", PORT)
            .reads("A", PORT)
            .shows("A", 2)
            .reads("C", PORT)
            .shows("C", 1)
            .shows("B", 3));
  }

  @Test
  void whatIsShownBehindTheHorizonIsNotKnown() {
    Told told = late().reads("A", PORT).shows("A", 2).reads("B", PORT).shows("B", 1);
    long last = told.next() - 1;
    Section section = told.section();
    Queues queues = new Queues(section, told.moves.keeping());
    assertTrue(queues.block(told.member(section), told.at(), last));
    assertFalse(queues.block(told.member(section), told.at(), last - 1), "B may show anything");
    long shown = told.at() + 1;
    assertFalse(queues.block(told.member(section), told.at(), shown - 1), "so may A");
  }

  @Test
  void aReaderThatReturnsBehindTheHorizonMayTakeWhatIsInTheWay() {
    Told told = late().reads("B", PORT).reads("A", PORT).shows("A", 2).quiesces().shows("B", 3);
    long last = told.next() - 1;
    Section section = told.section();
    Queues queues = new Queues(section, told.moves.keeping());
    assertFalse(queues.block(told.member(section), told.at(), last - 1));
    assertTrue(queues.block(told.member(section), told.at(), last));
  }

  @Test
  void whatIsShownAtTheHorizonIsKnown() {
    Told told = late().reads("A", PORT).shows("A", 2);
    assertTrue(blocks(told, told.next() - 1));
  }
}
