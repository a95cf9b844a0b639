package bindcheck.history.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bindcheck.call.Call;
import bindcheck.call.Op;
import bindcheck.call.Reply;
import bindcheck.call.Status;
import bindcheck.history.Event;
import bindcheck.history.linear.Budget;
import bindcheck.history.linear.SectionBuilder;
import bindcheck.history.tlc.RecordedHistory;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Judging beyond what was rejected. */
class GoingOnTest {
  private static final SpecModule MODULE = SpecModule.load("Evaluation");
  private static final List<String> THREADS = List.of("A", "B", "C");
  private static final Path BAD = Path.of("src/test/resources/histories/bad");
  private static final int LINES_BEFORE_EVENTS = 2;
  private static final int HISTORIES = 40;
  private static final int CHANGES = 3;
  private static final int CALLS = 10;
  private static final int VIRTUAL = 0x10;

  private static SectionJudge judge(
      Semantics semantics, List<String> threads, List<Event> events, int most) {
    Budget budget = new Budget(1_000_000, Duration.ofMinutes(5));
    SectionJudge judge = new SectionJudge(semantics, threads, true, budget).goOn(most);
    judge.restart();
    SectionBuilder builder = new SectionBuilder(threads);
    for (Event event : events) {
      if (SectionBuilder.isCutBefore(event, builder.size()) && !judge.accept(builder.cut(true))) {
        return judge;
      }
      builder.add(event);
    }
    judge.accept(builder.cut(true));
    return judge;
  }

  private static List<Event> changed(List<Event> events, long seed) {
    List<Event> changed = events;
    for (int i = 0; i < CHANGES; i++) {
      changed = RandomHistory.changed(changed, new Random(seed + i));
    }
    return changed;
  }

  @ParameterizedTest
  @CsvSource({"doc, interrupt", "reference, pairs", "zircon-2018, interrupt", "doc, handles"})
  void theFirstFailureIsThatOfWhoStopsThereAndTheOthersComeLater(String variant, String scene) {
    Semantics semantics = new Semantics(MODULE, variant);
    long seed = Long.getLong("bindcheck.seed", 1);
    for (int i = 0; i < HISTORIES; i++) {
      long drawn = seed * HISTORIES + i;
      List<Event> events =
          changed(RandomHistory.of(semantics, THREADS, scene, CALLS, drawn), drawn);
      String which = "-Dbindcheck.seed=" + seed + ", history " + i + ": " + events;
      SectionJudge stopping = judge(semantics, THREADS, events, 1);
      SectionJudge goingOn = judge(semantics, THREADS, events, Integer.MAX_VALUE);
      assertEquals(stopping.verdict(), goingOn.verdict(), which);
      List<Long> at = goingOn.rejections().stream().map(Rejection::event).toList();
      assertEquals(
          stopping.rejections().stream().map(Rejection::event).toList(),
          at.subList(0, Math.min(1, at.size())),
          which);
      assertEquals(new ArrayList<>(at.stream().sorted().distinct().toList()), at, which);
    }
  }

  /**
   * A call that returns and must not is left out. Where an earlier reply is none without it, that
   * is not the history's fault, and the rest of the kernel is passed over.
   */
  @Test
  void whatOnlyTheMendingMakesImpossibleIsNotReported() {
    Call bind = Call.of(Op.INTERRUPT_BIND, 2, 1, 7, 0);
    List<Event> events =
        List.of(
            new Event.Called("A", Call.of(Op.PORT_CREATE, 1)),
            new Event.Returned("A", Reply.ok(new Reply.Handle(1))),
            new Event.Called("A", Call.of(Op.INTERRUPT_CREATE, 0, 0, VIRTUAL)),
            new Event.Returned("A", Reply.ok(new Reply.Handle(2))),
            new Event.Called("C", bind),
            new Event.Called("B", bind),
            new Event.Called("A", Call.of(Op.INTERRUPT_WAIT, 2)),
            new Event.Returned("C", Reply.of(Status.BAD_STATE)), // for A waits
            new Event.Called("C", bind),
            new Event.Returned("C", Reply.of(Status.ALREADY_BOUND)),
            new Event.Returned("A", Reply.of(Status.BAD_STATE)),
            new Event.Returned("B", Reply.of(Status.BAD_STATE)),
            new Event.Reset(),
            new Event.Called("A", Call.of(Op.PORT_CREATE, 1)),
            new Event.Returned("A", Reply.of(Status.BAD_HANDLE)),
            new Event.End(true));
    SectionJudge judge = judge(new Semantics(MODULE, "doc"), THREADS, events, Integer.MAX_VALUE);
    assertEquals(List.of(9L, 10L, 14L), judge.rejections().stream().map(Rejection::event).toList());
  }

  /** One kernel after the other, each with what is wrong with it. */
  @Test
  void eachKernelsFailureIsFound() throws IOException {
    List<Event> events = new ArrayList<>();
    List<Long> wrong = new ArrayList<>();
    Set<String> threads = new LinkedHashSet<>();
    Properties lines = new Properties();
    try (Reader reader = Files.newBufferedReader(BAD.resolve("rejected-at.properties"))) {
      lines.load(reader);
    }
    for (String name : new TreeSet<>(lines.stringPropertyNames())) {
      events.add(new Event.Reset());
      wrong.add(events.size() + Long.parseLong(lines.getProperty(name)) - LINES_BEFORE_EVENTS);
      for (Event event : RecordedHistory.read(BAD.resolve(name + ".history")).events()) {
        if (event instanceof Event.Called called) {
          threads.add(called.thread());
        }
        events.add(event instanceof Event.End ? new Event.Quiescent() : event);
      }
    }
    SectionJudge judge = judge(new Semantics(MODULE, "doc"), List.copyOf(threads), events, 1_000);
    assertEquals(wrong, judge.rejections().stream().map(Rejection::event).toList());
  }
}
