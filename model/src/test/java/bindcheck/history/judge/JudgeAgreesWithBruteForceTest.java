package bindcheck.history.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bindcheck.call.Verdict;
import bindcheck.history.Event;
import bindcheck.history.linear.Budget;
import bindcheck.history.linear.SectionBuilder;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import java.time.Duration;
import java.util.List;
import java.util.Random;
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

  private static void agree(String variant, String scene, int calls, boolean deadlinesRecorded) {
    Semantics semantics = new Semantics(MODULE, variant);
    long seed = Long.getLong("bindcheck.seed", 1);
    for (int i = 0; i < HISTORIES; i++) {
      long drawn = seed * HISTORIES + i;
      List<Event> events = RandomHistory.of(semantics, THREADS, scene, calls, drawn);
      if (!deadlinesRecorded) {
        events.removeIf(event -> event instanceof Event.Expired);
      }
      String which = "-Dbindcheck.seed=" + seed + ", history " + i + ": " + events;
      assertEquals(
          -1, BruteForce.firstFailure(semantics, THREADS, events, deadlinesRecorded), which);
      assertEquals(-1, firstFailure(semantics, events, deadlinesRecorded), which);
      List<Event> changed = RandomHistory.changed(events, new Random(drawn));
      String what = "-Dbindcheck.seed=" + seed + ", changed history " + i + ": " + changed;
      assertEquals(
          BruteForce.firstFailure(semantics, THREADS, changed, deadlinesRecorded),
          firstFailure(semantics, changed, deadlinesRecorded),
          what);
    }
  }

  private static int firstFailure(
      Semantics semantics, List<Event> events, boolean deadlinesRecorded) {
    SectionBuilder builder = new SectionBuilder(THREADS);
    events.forEach(builder::add);
    Budget budget = new Budget(1_000_000, Duration.ofMinutes(5));
    SectionJudge judge = new SectionJudge(semantics, THREADS, deadlinesRecorded, budget);
    judge.restart();
    judge.accept(builder.cut(true));
    return judge.verdict() == Verdict.PASS ? -1 : (int) judge.rejections().get(0).event();
  }
}
