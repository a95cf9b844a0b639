package bindcheck.history.judge;

import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.history.Event;
import bindcheck.history.linear.Budget;
import bindcheck.history.linear.LinearSearch;
import bindcheck.history.linear.Section;
import bindcheck.history.linear.SectionBuilder;
import bindcheck.history.model.Moves;
import bindcheck.spec.Policies;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How many states a search looks at. What it knows of an order that succeeds, and of what leads
 * nowhere, changes no verdict: it would be lost without a word. Whoever makes a search look at
 * fewer may lower the numbers.
 */
class SearchEffortTest {
  private static final SpecModule MODULE = SpecModule.load("Evaluation");
  private static final List<String> THREADS = List.of("M", "A", "B", "C", "D");
  private static final int HISTORIES = 20;

  private static Section section(List<Event> events) {
    SectionBuilder builder = new SectionBuilder(THREADS);
    events.forEach(builder::add);
    return builder.cut(true);
  }

  private static long looked(Semantics semantics, List<Event> events, boolean deadlinesRecorded) {
    Moves moves = new Moves(semantics);
    LinearSearch search = new LinearSearch(moves, section(events), deadlinesRecorded);
    search.run(
        Set.of(moves.fresh(THREADS.size(), Policies.ALL_OPEN)),
        1,
        new Budget(1_000_000, Duration.ofDays(1)));
    return search.looked();
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource({
    "reference, interrupt, 12, 226, 502",
    "reference, backlog, 14, 280, 540",
    "reference, shared, 14, 300, 350",
    "reference, pairs, 14, 424, 456",
    "reference, handles, 10, 482, 870",
    "reference, deadlines, 12, 325, 320",
    "doc, interrupt, 10, 190, 650",
    "doc, deadlines, 10, 378, 444",
    "zircon-2018, interrupt, 12, 276, 592",
    "zircon-2025, unbind, 12, 210, 738"
  })
  void itTakesNoMoreStatesThanThis(
      String variant, String scene, int calls, long explained, long changed) {
    Semantics semantics = new Semantics(MODULE, variant);
    long ofExplained = 0;
    long ofChanged = 0;
    for (long seed = 1; seed <= HISTORIES; seed++) {
      List<Event> events = RandomHistory.of(semantics, THREADS, scene, calls, seed);
      List<Event> other = RandomHistory.changed(events, new Random(seed));
      ofExplained += looked(semantics, events, true);
      ofChanged += looked(semantics, other, true);
      events.removeIf(event -> event instanceof Event.Expired);
      other.removeIf(event -> event instanceof Event.Expired);
      ofExplained += looked(semantics, events, false);
      ofChanged += looked(semantics, other, false);
    }
    assertNoMore(explained, ofExplained);
    assertNoMore(changed, ofChanged);
  }

  private static void assertNoMore(long most, long looked) {
    assertTrue(looked <= most, () -> looked + " states instead of " + most);
  }
}
