package bindcheck.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.call.PortPacket;
import bindcheck.call.Reply;
import bindcheck.call.Verdict;
import bindcheck.history.Event;
import bindcheck.history.Header;
import bindcheck.history.HistoryWriter;
import bindcheck.history.tlc.RecordedHistory;
import bindcheck.history.tlc.TlcJudge;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Histories that are made to be judged are allowed, and no longer so with one value changed. */
@Timeout(300)
class TrafficTest {
  private static final SpecModule MODULE = SpecModule.load("Evaluation");
  private static final Duration TIME = Duration.ofMinutes(4);
  private static final long OTHER_VALUE = 1L << 60;

  @TempDir private Path folder;

  private static List<Event> made(Traffic.Load load, long seed) {
    List<Event> events = new ArrayList<>();
    Traffic.make(load, seed, events::add);
    return events;
  }

  private static Traffic.Load load(Traffic.Overlap overlap, long events, int threads) {
    return new Traffic.Load(overlap, events, threads, threads);
  }

  /** The same, but for the value of the packet that was read last. */
  private static List<Event> changed(List<Event> events) {
    for (int i = events.size() - 1; i >= 0; i--) {
      if (events.get(i) instanceof Event.Returned returned
          && returned.reply().output() instanceof PortPacket packet) {
        PortPacket other =
            new PortPacket(packet.type(), packet.key(), packet.status(), OTHER_VALUE);
        List<Event> changed = new ArrayList<>(events);
        changed.set(i, new Event.Returned(returned.thread(), Reply.ok(other)));
        return changed;
      }
    }
    throw new AssertionError("nothing was read");
  }

  private String judged(List<Event> events, String variant) throws IOException {
    Path file = folder.resolve("history.jsonl");
    try (HistoryWriter out =
        new HistoryWriter(Files.newOutputStream(file), new Header("test", false))) {
      events.forEach(out::write);
    }
    return Alone.verdict(file, new Semantics(MODULE, variant), TIME);
  }

  @ParameterizedTest
  @CsvSource({"NAT, 1", "NAT, 4", "DENSE, 1", "DENSE, 3"})
  void isAllowed(Traffic.Overlap overlap, int threads) throws IOException {
    List<Event> events = made(load(overlap, 200, threads), 1);
    assertEquals("PASS", judged(events, "reference"));
    assertEquals("PASS", judged(events, "doc"));
  }

  @ParameterizedTest
  @EnumSource(Traffic.Overlap.class)
  void isRejectedWithOneValueChanged(Traffic.Overlap overlap) throws IOException {
    assertEquals("FAIL", judged(changed(made(load(overlap, 100, 2), 1)), "doc"));
  }

  @Test
  void tlcSaysTheSame() {
    List<Event> events = made(load(Traffic.Overlap.DENSE, 40, 2), 1);
    List<RecordedHistory> both =
        List.of(new RecordedHistory(false, events), new RecordedHistory(false, changed(events)));
    assertEquals(
        List.of(Verdict.PASS, Verdict.FAIL),
        TlcJudge.of(both, "reference", TIME).stream().map(TlcJudge.Opinion::verdict).toList());
  }

  @Test
  void followsFromTheSeed() {
    Traffic.Load load = load(Traffic.Overlap.DENSE, 200, 4);
    assertEquals(made(load, 1), made(load, 1));
    assertNotEquals(made(load, 1), made(load, 2));
  }

  @ParameterizedTest
  @EnumSource(Traffic.Overlap.class)
  void hasAboutTheEventsThatWereAskedFor(Traffic.Overlap overlap) {
    int events = made(load(overlap, 1_000, 4), 1).size();
    assertTrue(events >= 1_000 && events < 1_050, events + " events");
  }

  @Test
  void nearlyAllCallsOfDenseOnesOverlap() {
    long open = 0;
    long sum = 0;
    List<Event> events = made(load(Traffic.Overlap.DENSE, 1_000, 4), 1);
    for (Event event : events) {
      open += event instanceof Event.Called ? 1 : event instanceof Event.Returned ? -1 : 0;
      sum += open;
    }
    assertTrue(sum > 2L * events.size(), sum + " calls in progress at " + events.size());
  }
}
