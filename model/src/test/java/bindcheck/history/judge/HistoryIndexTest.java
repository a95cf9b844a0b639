package bindcheck.history.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.call.Call;
import bindcheck.call.Deadline;
import bindcheck.call.Op;
import bindcheck.call.Reply;
import bindcheck.call.Status;
import bindcheck.call.Verdict;
import bindcheck.file.InputException;
import bindcheck.history.Event;
import bindcheck.history.Header;
import bindcheck.history.HistoryWriter;
import bindcheck.history.linear.Budget;
import bindcheck.history.linear.Lookahead;
import bindcheck.history.model.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is known of a file before it is judged, and of calls that go on in a later section. */
class HistoryIndexTest {
  private static final int SECTION = 10_000;
  private static final int PORT = 3;
  private static final Header HEADER = new Header("t", true);

  @TempDir Path folder;

  private final List<Event> events = new ArrayList<>();

  private Path file() throws IOException {
    Path file = folder.resolve("some.history");
    try (HistoryWriter writer = new HistoryWriter(Files.newOutputStream(file), HEADER)) {
      events.forEach(writer::write);
      writer.write(new Event.End(true));
    }
    return file;
  }

  private void calls(String thread, Op op, long... arguments) {
    events.add(new Event.Called(thread, Call.of(op, arguments)));
  }

  private void returns(String thread, Reply reply) {
    events.add(new Event.Returned(thread, reply));
  }

  private void fillSection() {
    while (events.size() < SECTION) {
      events.add(new Event.Quiescent());
    }
  }

  private void reads(String thread) {
    calls(thread, Op.PORT_WAIT, PORT, Deadline.INFINITE.raw());
  }

  private void creates() {
    calls("M", Op.PORT_CREATE, 1);
    returns("M", Reply.ok(new Reply.Handle(PORT)));
  }

  private void queues() {
    calls("M", Op.PORT_QUEUE, PORT, 5, 5);
    returns("M", Reply.of(Status.OK));
  }

  @Test
  void eventsAndCallsAreCounted() throws IOException {
    creates();
    reads("A");
    HistoryIndex index = HistoryIndex.of(file());
    assertEquals(4, index.events());
    assertEquals(2, index.calls());
    assertEquals(List.of("M", "A"), index.threads());
    assertEquals(HEADER, index.header());
    assertEquals(Map.of(), index.foresight());
  }

  @Test
  void ofACallThatReturnsInALaterSectionItsReplyIsForeseen() throws IOException {
    creates();
    reads("A");
    fillSection();
    queues();
    returns("A", Reply.userPacket(5, 5));
    assertEquals(
        Map.of(2L, new Lookahead(Reply.userPacket(5, 5), SECTION + 2L, -1)),
        HistoryIndex.of(file()).foresight());
  }

  @Test
  void ofOneThatIsBlockedThereWhereItWasSeenToBeLast() throws IOException {
    creates();
    reads("A");
    reads("B");
    fillSection();
    events.add(new Event.Quiescent());
    events.add(new Event.Quiescent());
    queues();
    returns("A", Reply.userPacket(5, 5));
    Map<Long, Lookahead> foresight = HistoryIndex.of(file()).foresight();
    assertEquals(
        new Lookahead(Reply.userPacket(5, 5), SECTION + 4L, SECTION + 1L), foresight.get(2L));
    assertEquals(new Lookahead(null, Operation.NEVER, SECTION + 5L), foresight.get(3L));
  }

  private HistoryJudge judge() throws IOException {
    return new HistoryJudge(
        file(),
        Map.of("reference", Recorded.variant("reference")),
        () -> new Budget(100_000, Duration.ofDays(1)));
  }

  @Test
  void whatIsForeseenIsJudgedInEachSection() throws IOException {
    creates();
    reads("A");
    fillSection();
    queues();
    returns("A", Reply.userPacket(5, 5));
    HistoryJudge judge = judge();
    assertEquals(events.size() + 1, judge.events());
    assertEquals(3, judge.calls());
    assertEquals(HEADER, judge.header());
    assertEquals(Verdict.PASS, judge.judge().get("reference").verdict());
    events.set(events.size() - 1, new Event.Returned("A", Reply.userPacket(6, 5)));
    SectionJudge other = judge().judge().get("reference");
    assertEquals(Verdict.FAIL, other.verdict());
    assertEquals(events.size() - 1, other.rejections().get(0).event());
  }

  /** Four queue at the same time; in a later section M reads what was first. */
  private void readsAfterMany(long key) {
    creates();
    List<String> queueing = List.of("A", "B", "C", "D");
    for (int i = 0; i < queueing.size(); i++) {
      calls(queueing.get(i), Op.PORT_QUEUE, PORT, i + 1, i + 1);
    }
    queueing.forEach(thread -> returns(thread, Reply.of(Status.OK)));
    fillSection();
    reads("M");
    returns("M", Reply.userPacket(key, key));
  }

  @Test
  void whereAFewStatesDoNotSufficeItReadsTheFileAgain() throws IOException {
    readsAfterMany(9);
    SectionJudge judge = judge().judge().get("reference");
    assertEquals(Verdict.FAIL, judge.verdict());
    assertEquals(SECTION + 1, judge.rejections().get(0).event());
  }

  @Test
  void itGoesOnAfterARejectionWhereItIsToldTo() throws IOException {
    creates();
    for (int i = 0; i < 3; i++) {
      calls("M", Op.PORT_QUEUE, PORT, 5, 5);
      returns("M", Reply.of(Status.BAD_HANDLE));
    }
    assertEquals(1, judge().judge().get("reference").rejections().size());
    assertEquals(2, judge().goOn(2).judge().get("reference").rejections().size());
  }

  @Test
  void aFileThatHasBeenChangedSinceIsRefused() throws IOException {
    creates();
    HistoryJudge judge = judge();
    Files.writeString(
        folder.resolve("some.history"),
        Files.readString(folder.resolve("some.history")).replace("port_create", "fork"));
    assertThrows(InputException.class, judge::judge);
  }

  @Test
  void aKernelIsASectionOfItsOwn() throws IOException {
    creates();
    events.add(new Event.Reset());
    creates();
    assertTrue(judge().judge().get("reference").rejections().isEmpty());
  }
}
