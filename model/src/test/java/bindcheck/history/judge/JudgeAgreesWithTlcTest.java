package bindcheck.history.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.call.Verdict;
import bindcheck.certificate.BuildRecord;
import bindcheck.history.Event;
import bindcheck.history.tlc.RecordedHistory;
import bindcheck.history.tlc.TlcJudge;
import bindcheck.hunt.RecordedRounds;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Variants;
import bindcheck.target.JavaTarget;
import bindcheck.target.ReferenceTarget;
import bindcheck.target.Target;
import bindcheck.target.TargetException;
import bindcheck.zoo.Specimen;
import bindcheck.zoo.Zoo;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Two engines, one verdict: of histories that the specification makes, of some recorded of the
 * reference and of faulty implementations, and of the same with something wrong, the search
 * explains as many events as TLC, which shares no code with it. Where it does not, the least part
 * of the history on which they differ is shown.
 */
@Timeout(3600)
class JudgeAgreesWithTlcTest {
  private static final SpecModule MODULE = SpecModule.load("Evaluation");
  private static final List<String> THREADS = List.of("M", "A", "B");
  private static final List<Mutation> MUTATIONS = List.of(Mutation.values());
  private static final long USUAL_SEED = 1;
  private static final long SEED = Long.getLong("bindcheck.seed", USUAL_SEED);
  private static final int FEW = 4;
  private static final int MANY = 32;
  private static final int FAULTY = 16;

  /** So many calls at most does each of two threads make where a target is recorded. */
  private static final int CALLS_EACH = 2;

  private static final int LEAST = 1000;
  private static final int MOST_TRIES = 60;
  private static final Duration TIME = Duration.ofMinutes(10);

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

  private final Tally tally = new Tally();

  @Test
  void onSomeHistories() {
    List.of(ROWS.get(0), ROWS.get(7)).forEach(row -> agree(row, FEW));
    System.out.println(tally);
    assertEquals(List.of(), tally.disagreements());
    assertTrue(tally.accepted() > 0 && tally.rejected() > 0);
  }

  @Test
  @Tag("long")
  void onManyHistoriesOfEveryVariant() throws IOException {
    ROWS.forEach(row -> agree(row, MANY));
    requireRecord();
    recordedOf("the reference", () -> new JavaTarget("reference", ReferenceTarget::new), MANY);
    List<Specimen> faulty =
        new ArrayList<>(Zoo.all().stream().filter(one -> one.change().isPresent()).toList());
    Collections.shuffle(faulty, new Random(SEED));
    faulty.subList(0, FAULTY).forEach(one -> recordedOf(one.name(), one::open, FEW));
    System.out.println(tally);
    assertEquals(List.of(), tally.disagreements());
    assertTrue(tally.all() >= LEAST, tally::toString);
    assertTrue(tally.accepted() * 100 >= tally.all() * AT_LEAST, tally::toString);
    assertTrue(tally.rejected() * 100 >= tally.all() * AT_LEAST, tally::toString);
    assertTrue(tally.undecided() * 100 <= tally.all() * MOST_UNDECIDED, tally::toString);
  }

  /** Of what is drawn: another run draws the same, and records other histories of targets. */
  private void requireRecord() throws IOException {
    if (SEED == USUAL_SEED) {
      BuildRecord.seen("engines-corpus", tally.figures())
          .requireKept(Path.of("..", "proofs", "records"));
    }
  }

  private void agree(Row row, int count) {
    Semantics semantics = new Semantics(MODULE, row.variant());
    for (int first = 0; first < count; first += AT_ONCE) {
      List<RecordedHistory> histories = new ArrayList<>();
      for (int i = first; i < Math.min(count, first + AT_ONCE); i++) {
        List<Event> events =
            RandomHistory.of(semantics, THREADS, row.scene(), row.calls(), SEED * MANY + i);
        if (!row.deadlinesRecorded()) {
          events.removeIf(event -> event instanceof Event.Expired);
        }
        addWithMutations(histories, events, row.deadlinesRecorded(), i);
      }
      agree(row.toString(), semantics, histories);
    }
  }

  /** Short rounds of random load on an implementation, which may be wrong. */
  private void recordedOf(String name, Supplier<Target> opening, int count) {
    Semantics semantics = new Semantics(MODULE, Variants.DOC);
    for (int first = 0; first < count; first += AT_ONCE) {
      List<RecordedHistory> histories = new ArrayList<>();
      for (int i = first; i < Math.min(count, first + AT_ONCE); i++) {
        try (Target target = opening.get()) {
          List<Event> events = RecordedRounds.of(target, SEED * MANY + i, CALLS_EACH);
          addWithMutations(histories, events, false, i);
        } catch (TargetException brokeOff) {
          // A fault of which there is no history.
        }
      }
      agree("recorded of " + name, semantics, histories);
    }
  }

  private static void addWithMutations(
      List<RecordedHistory> histories, List<Event> events, boolean deadlinesRecorded, int number) {
    Random random = new Random(SEED * MANY + number);
    histories.add(new RecordedHistory(deadlinesRecorded, events));
    Mutation mutation = MUTATIONS.get(number % MUTATIONS.size());
    histories.add(new RecordedHistory(deadlinesRecorded, mutation.of(events, random)));
    // Of the others many change nothing that a judge could tell.
    for (int more = 0; more <= number % 2; more++) {
      histories.add(new RecordedHistory(deadlinesRecorded, Mutation.REPLY.of(events, random)));
    }
  }

  private void agree(String from, Semantics semantics, List<RecordedHistory> histories) {
    String variant = semantics.variant().name();
    List<TlcJudge.Opinion> opinions = TlcJudge.of(histories, variant, TIME);
    for (int i = 0; i < histories.size(); i++) {
      TlcJudge.Opinion opinion = opinions.get(i);
      RecordedHistory history = histories.get(i);
      if (opinion.verdict() == Verdict.INCONCLUSIVE) {
        assertTrue(opinion.reason().contains("beyond TLC"), opinion::reason);
        tally.agreed(variant, Verdict.INCONCLUSIVE);
      } else if (explained(semantics, history) == opinion.reached()) {
        tally.agreed(variant, opinion.verdict());
      } else {
        List<Event> least =
            Smaller.of(
                history.events(),
                part -> differ(semantics, new RecordedHistory(history.deadlinesRecorded(), part)),
                MOST_TRIES);
        tally.disagreed(variant, from + ", -Dbindcheck.seed=" + SEED + ": " + least);
      }
    }
  }

  private static boolean differ(Semantics semantics, RecordedHistory history) {
    TlcJudge.Opinion opinion =
        TlcJudge.of(List.of(history), semantics.variant().name(), TIME).get(0);
    return opinion.verdict() != Verdict.INCONCLUSIVE
        && explained(semantics, history) != opinion.reached();
  }

  private static int explained(Semantics semantics, RecordedHistory history) {
    return Explained.of(
        semantics, List.copyOf(history.threads()), history.events(), history.deadlinesRecorded());
  }
}
