package bindcheck.history.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.call.Verdict;
import bindcheck.history.Event;
import bindcheck.history.tlc.RecordedHistory;
import bindcheck.history.tlc.TlcJudge;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Two engines, one verdict: of histories that the specification makes, and of the same with
 * something wrong, the search explains as many events as TLC, which shares no code with it.
 */
@Timeout(3600)
class JudgeAgreesWithTlcTest {
  private static final SpecModule MODULE = SpecModule.load("Evaluation");
  private static final List<String> THREADS = List.of("M", "A", "B");
  private static final List<Mutation> MUTATIONS = List.of(Mutation.values());
  private static final int FEW = 4;
  private static final int MANY = 32;

  /** TLC is told of so many drawn histories, and what is made of them, in one run. */
  private static final int AT_ONCE = 8;

  /** Of all, so many in a hundred at least are accepted, and so many rejected. */
  private static final int AT_LEAST = 40;

  /** A handle that is given while it is in use is beyond TLC. */
  private static final int MOST_UNDECIDED = 5;

  private record Row(String variant, String scene, int calls, boolean deadlinesRecorded) {}

  private static final List<Row> ROWS =
      List.of(
          new Row("doc", "interrupt", 7, true),
          new Row("doc", "handles", 4, true),
          new Row("doc", "deadlines", 7, false),
          new Row("reference", "interrupt", 8, true),
          new Row("reference", "pairs", 6, true),
          new Row("zircon-2018", "interrupt", 8, true),
          new Row("zircon-2018", "errors", 5, true),
          new Row("zircon-2018", "deadlines", 8, false),
          new Row("zircon-2020", "unbind", 7, true),
          new Row("zircon-2021", "unbind", 7, true),
          new Row("zircon-2025", "unbind", 7, true));

  private int accepted;
  private int rejected;
  private int undecided;

  @Test
  void onSomeHistories() {
    List.of(ROWS.get(0), ROWS.get(7)).forEach(row -> agree(row, FEW));
    assertTrue(accepted > 0 && rejected > 0);
  }

  @Test
  @Tag("long")
  void onManyHistoriesOfEveryVariant() {
    for (Row row : ROWS) {
      int before = accepted + rejected;
      agree(row, MANY);
      System.out.println(row + ": " + (accepted + rejected - before) + " histories, one verdict");
    }
    int all = accepted + rejected + undecided;
    String sizes = "%d accepted, %d rejected, of %d".formatted(accepted, rejected, all);
    System.out.println(sizes);
    assertTrue(accepted * 100 >= all * AT_LEAST, sizes);
    assertTrue(rejected * 100 >= all * AT_LEAST, sizes);
    assertTrue(undecided * 100 <= all * MOST_UNDECIDED, sizes);
  }

  private void agree(Row row, int count) {
    Semantics semantics = new Semantics(MODULE, row.variant());
    for (int first = 0; first < count; first += AT_ONCE) {
      agree(row, semantics, first, Math.min(count, first + AT_ONCE));
    }
  }

  private void agree(Row row, Semantics semantics, int first, int end) {
    long seed = Long.getLong("bindcheck.seed", 1);
    List<RecordedHistory> histories = new ArrayList<>();
    for (int i = first; i < end; i++) {
      long drawn = seed * MANY + i;
      List<Event> events = RandomHistory.of(semantics, THREADS, row.scene(), row.calls(), drawn);
      if (!row.deadlinesRecorded()) {
        events.removeIf(event -> event instanceof Event.Expired);
      }
      histories.add(new RecordedHistory(row.deadlinesRecorded(), events));
      Random random = new Random(drawn);
      Mutation mutation = MUTATIONS.get(i % MUTATIONS.size());
      histories.add(new RecordedHistory(row.deadlinesRecorded(), mutation.of(events, random)));
      // Of the others many change nothing that a judge could tell.
      for (int more = 0; more <= i % 2; more++) {
        List<Event> otherwise = Mutation.REPLY.of(events, random);
        histories.add(new RecordedHistory(row.deadlinesRecorded(), otherwise));
      }
    }
    List<TlcJudge.Opinion> opinions = TlcJudge.of(histories, row.variant(), Duration.ofMinutes(10));
    for (int i = 0; i < histories.size(); i++) {
      String which = row + ", -Dbindcheck.seed=" + seed + ": " + histories.get(i).events();
      if (opinions.get(i).verdict() == Verdict.INCONCLUSIVE) {
        assertTrue(opinions.get(i).reason().contains("beyond TLC"), which);
        undecided++;
      } else {
        RecordedHistory history = histories.get(i);
        int explained =
            Explained.of(semantics, THREADS, history.events(), history.deadlinesRecorded());
        assertEquals(explained, opinions.get(i).reached(), which);
        boolean isAccepted = opinions.get(i).verdict() == Verdict.PASS;
        accepted += isAccepted ? 1 : 0;
        rejected += isAccepted ? 0 : 1;
      }
    }
  }
}
