package bindcheck.history.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bindcheck.call.Op;
import bindcheck.history.Event;
import bindcheck.history.linear.Budget;
import bindcheck.history.linear.Section;
import bindcheck.history.linear.SectionBuilder;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Where a long history is cut is nobody's business: judged piece by piece it gets the verdict that
 * it gets as a whole, and is rejected at the same event, unless calls go on for more than a piece;
 * and what is found without a search is found of what has an execution.
 */
class JudgeOfPiecesTest {
  private static final SpecModule MODULE = SpecModule.load("Evaluation");
  private static final List<String> THREADS = List.of("M", "A", "B");
  private static final int HISTORIES = Integer.getInteger("bindcheck.histories", 6);

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "doc, interrupt, 8",
    "doc, shared, 9",
    "reference, backlog, 20",
    "reference, pairs, 20",
    "reference, handles, 10",
    "reference, deadlines, 12",
    "zircon-2018, shared, 14",
    "zircon-2025, unbind, 12"
  })
  void getTheVerdictOfTheWhole(String variant, String scene, int calls) {
    Semantics semantics = new Semantics(MODULE, variant);
    Set<Op> keeping = semantics.callSteps().forms().keeping();
    long first = Long.getLong("bindcheck.seed", 1) * HISTORIES;
    for (long seed = first; seed < first + HISTORIES; seed++) {
      boolean packets = seed % 2 == 0;
      List<Event> events =
          RandomHistory.of(
              semantics,
              THREADS,
              scene,
              op -> !packets || keeping.contains(op),
              packets && seed % 4 == 0,
              calls,
              seed);
      agree(semantics, events, seed);
      for (Mutation mutation : Mutation.values()) {
        agree(semantics, mutation.of(events, new Random(seed)), seed);
      }
    }
  }

  private static void agree(Semantics semantics, List<Event> events, long seed) {
    int whole = Explained.of(semantics, THREADS, events, true);
    for (int size : List.of(3, 7, 16)) {
      // Of a long piece hardly anything is known that comes after it, of a short one all.
      int explained = explained(semantics, pieces(events, size, seed % 2 == 0));
      boolean isToAgree =
          !spansPieces(events, size) || whole == events.size() || explained == events.size();
      assertEquals(
          whole,
          isToAgree ? explained : whole,
          () ->
              "-Dbindcheck.seed=%d, history %d, pieces of %d: %s"
                  .formatted(seed / HISTORIES, seed, size, events));
    }
  }

  /** Whether a call goes on from one piece into another and beyond. */
  private static boolean spansPieces(List<Event> events, int size) {
    Map<String, Integer> begun = new HashMap<>();
    boolean spans = false;
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i) instanceof Event.Called called) {
        begun.put(called.thread(), i);
      } else if (events.get(i) instanceof Event.Returned returned) {
        spans |= i / size - begun.get(returned.thread()) / size > 1;
      }
    }
    return spans;
  }

  /** How many of the events are explained. */
  private static int explained(Semantics semantics, List<Section> pieces) {
    Budget budget = new Budget(Long.MAX_VALUE, Duration.ofMinutes(5));
    SectionJudge judge = new SectionJudge(semantics, THREADS, true, budget).greedily();
    judgeAll(judge, pieces);
    if (judge.needsAll()) {
      judge = new SectionJudge(semantics, THREADS, true, budget);
      judgeAll(judge, pieces);
    }
    if (judge.needsAll()) {
      judge.restart();
      judgeAll(judge, pieces);
    }
    long end = pieces.get(pieces.size() - 1).end();
    return (int) (judge.rejections().isEmpty() ? end : judge.rejections().get(0).event());
  }

  private static void judgeAll(SectionJudge judge, List<Section> pieces) {
    for (Section piece : pieces) {
      if (!judge.accept(piece)) {
        return;
      }
    }
  }

  private static List<Section> pieces(List<Event> events, int size, boolean knowing) {
    SectionBuilder builder = new SectionBuilder(THREADS);
    events.forEach(builder::add);
    Section rest = builder.cut(true);
    List<Section> pieces = new ArrayList<>();
    while (rest.items().size() > size) {
      Section next = rest.from(rest.first() + size);
      Section piece = new Section(rest.first(), rest.items().subList(0, size), false);
      pieces.add(knowing ? piece.followedBy(next) : piece);
      rest = next;
    }
    pieces.add(rest);
    return pieces;
  }
}
