package bindcheck.history.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bindcheck.call.Op;
import bindcheck.call.Verdict;
import bindcheck.history.Event;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Histories that the specification makes, every interleaving of its steps drawn at random, and the
 * same with one reply changed: the judge says of each what plain closure under all steps says, and
 * rejects at the same event.
 */
class JudgeAgreesWithBruteForceTest {
  private static final SpecModule MODULE = SpecModule.load("Evaluation");
  private static final List<String> THREADS = List.of("M", "A", "B");
  private static final int HISTORIES = 12;
  private static final Tally TALLY = new Tally();

  @AfterAll
  static void print() {
    System.out.println(TALLY);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "doc, interrupt, 7",
    "doc, handles, 6",
    "doc, deadlines, 7",
    "reference, interrupt, 12",
    "reference, handles, 10",
    "reference, pairs, 10",
    "zircon-2018, interrupt, 10",
    "zircon-2018, errors, 5",
    "zircon-2020, unbind, 10",
    "zircon-2025, unbind, 10"
  })
  void onRandomHistories(String variant, String scene, int calls) {
    agree(variant, scene, calls, true);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({"doc, deadlines, 7", "reference, deadlines, 10", "zircon-2018, deadlines, 10"})
  void whereNothingSaysWhenDeadlinesPass(String variant, String scene, int calls) {
    agree(variant, scene, calls, false);
  }

  /**
   * Then the order in which packets leave decides early; where many are alike, a reply does not say
   * which of them its reader took.
   */
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "doc, backlog, 9",
    "doc, shared, 9",
    "reference, backlog, 14",
    "reference, interrupt, 14",
    "reference, pairs, 14",
    "reference, shared, 14",
    "zircon-2018, backlog, 12",
    "zircon-2018, shared, 12",
    "zircon-2020, pairs, 12",
    "zircon-2021, shared, 12",
    "zircon-2025, pairs, 12",
    "zircon-2025, shared, 12"
  })
  void wherePacketsLeaveToReadersAlone(String variant, String scene, int calls) {
    agreeOnPackets(variant, scene, calls, false);
    agreeOnPackets(variant, scene, calls, true);
  }

  private static void agreeOnPackets(String variant, String scene, int calls, boolean alike) {
    Semantics semantics = new Semantics(MODULE, variant);
    Set<Op> keeping = semantics.callSteps().forms().keeping();
    for (long seed = first(); seed < first() + HISTORIES; seed++) {
      List<Event> events =
          RandomHistory.of(semantics, THREADS, scene, keeping::contains, alike, calls, seed);
      agree(semantics, events, true, seed);
      for (Mutation mutation : Mutation.values()) {
        agree(semantics, mutation.of(events, new Random(seed)), true, seed);
      }
    }
  }

  private static void agree(String variant, String scene, int calls, boolean deadlinesRecorded) {
    Semantics semantics = new Semantics(MODULE, variant);
    for (long seed = first(); seed < first() + HISTORIES; seed++) {
      List<Event> events = RandomHistory.of(semantics, THREADS, scene, calls, seed);
      if (!deadlinesRecorded) {
        events.removeIf(event -> event instanceof Event.Expired);
      }
      assertEquals(-1, agree(semantics, events, deadlinesRecorded, seed), told(seed, events));
      agree(semantics, RandomHistory.changed(events, new Random(seed)), deadlinesRecorded, seed);
    }
  }

  private static long first() {
    return Long.getLong("bindcheck.seed", 1) * HISTORIES;
  }

  /** The first event that fails, of which both say the same; -1 without one. */
  private static int agree(
      Semantics semantics, List<Event> events, boolean deadlinesRecorded, long seed) {
    int brute = BruteForce.firstFailure(semantics, THREADS, events, deadlinesRecorded);
    assertEquals(
        brute < 0 ? events.size() : brute,
        Explained.of(semantics, THREADS, events, deadlinesRecorded),
        told(seed, events));
    TALLY.agreed(semantics.variant().name(), brute < 0 ? Verdict.PASS : Verdict.FAIL);
    return brute;
  }

  private static Supplier<String> told(long seed, List<Event> events) {
    return () -> "-Dbindcheck.seed=" + seed / HISTORIES + ", history " + seed + ": " + events;
  }
}
