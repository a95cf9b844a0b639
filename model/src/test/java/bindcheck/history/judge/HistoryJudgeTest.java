package bindcheck.history.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.call.Call;
import bindcheck.call.Deadline;
import bindcheck.call.Op;
import bindcheck.call.Reply;
import bindcheck.call.Status;
import bindcheck.call.Verdict;
import bindcheck.history.Event;
import bindcheck.history.Header;
import bindcheck.history.HistoryWriter;
import bindcheck.history.ScriptRecording;
import bindcheck.history.linear.Budget;
import bindcheck.script.Script;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Variants;
import bindcheck.target.Target;
import bindcheck.target.Targets;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Histories with verdicts that are known. */
class HistoryJudgeTest {
  private static final int TWO_SECTIONS = 10_001;
  private static final Path CORPUS = Path.of("src/test/resources/histories");
  private static final SpecModule MODULE = SpecModule.load("Evaluation");
  private static final int LINES_BEFORE_EVENTS = 2;

  static List<Path> good() throws IOException {
    return in("good");
  }

  static List<Path> bad() throws IOException {
    return in("bad");
  }

  private static List<Path> in(String folder) throws IOException {
    try (Stream<Path> files = Files.list(CORPUS.resolve(folder))) {
      return files.filter(file -> file.toString().endsWith(".history")).sorted().toList();
    }
  }

  private static SectionJudge judge(Path file, String variant, Budget budget) {
    return new HistoryJudge(file, Map.of(variant, new Semantics(MODULE, variant)), () -> budget)
        .judge()
        .get(variant);
  }

  private static SectionJudge judge(Path file, String variant) {
    return judge(file, variant, new Budget(100_000, Duration.ofMinutes(5)));
  }

  @ParameterizedTest
  @MethodSource("good")
  void whatTheDocumentAllowsPasses(Path file) {
    assertEquals(Verdict.PASS, judge(file, "doc").verdict());
  }

  @ParameterizedTest
  @MethodSource("bad")
  void whatItForbidsIsRejectedAtTheFirstEventThatCannotBe(Path file) throws IOException {
    SectionJudge judge = judge(file, "doc");
    assertEquals(Verdict.FAIL, judge.verdict());
    Properties lines = new Properties();
    try (Reader reader = Files.newBufferedReader(CORPUS.resolve("bad/rejected-at.properties"))) {
      lines.load(reader);
    }
    String name = file.getFileName().toString().replace(".history", "");
    long line = judge.rejections().get(0).event() + LINES_BEFORE_EVENTS;
    assertEquals(lines.getProperty(name), Long.toString(line));
  }

  static List<Path> ofKernels() throws IOException {
    List<Path> all = new ArrayList<>();
    for (String kernel : new Variants(MODULE).kernels()) {
      if (Files.exists(CORPUS.resolve(kernel))) {
        all.addAll(in(kernel));
      }
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("ofKernels")
  void whatAKernelDoesAgainstTheDocumentPassesThereAlone(Path file) {
    assertEquals(Verdict.PASS, judge(file, file.getParent().getFileName().toString()).verdict());
    assertEquals(Verdict.FAIL, judge(file, "doc").verdict());
  }

  @Test
  void aRejectionSaysWhatWasAllowedAndWhy() {
    Path file = CORPUS.resolve("bad/lost-wake-up-at-the-end.history");
    Rejection rejection = judge(file, "doc").rejections().get(0);
    String allowed = rejection.allowed().get(0).observation().toString();
    assertTrue(allowed.startsWith("R: OK packet(INTERRUPT"), allowed);
    assertTrue(
        rejection.allowed().get(0).by().contains("R-port-wait-interrupt"),
        () -> rejection.allowed().toString());
    List<String> steps = rejection.contradiction().shrunk(part -> true).steps();
    assertEquals(6, steps.size(), steps::toString);
  }

  @Test
  void aBudgetThatIsUsedUpIsNoVerdict() {
    Path file = CORPUS.resolve("good/last-of-two-remembered.history");
    SectionJudge judge = judge(file, "doc", new Budget(1, Duration.ofMinutes(5)));
    assertEquals(Verdict.INCONCLUSIVE, judge.verdict());
    assertEquals("more than 1 states agree with it", judge.reason());
  }

  @Test
  void theReferencePassesWhatTheKernelOf2018DoesOtherwise(@TempDir Path folder) throws IOException {
    Script script =
        Script.parse(
            "script",
            """
            p = port_create(BIND_TO_INTERRUPT)
            i = interrupt_create(INVALID, 0, VIRTUAL)
            interrupt_bind(i, p, 7, 0)
            interrupt_trigger(i, 0, 1)
            interrupt_ack(i)
            interrupt_trigger(i, 0, 2)
            T1: port_wait(p, INFINITE)
            T1: port_wait(p, FINITE)
            T1: port_wait(p, FINITE)
            expire(T1)
            """);
    Path file = folder.resolve("early-ack.history");
    try (Target target = Targets.open(Targets.DEFAULT);
        HistoryWriter history =
            new HistoryWriter(Files.newOutputStream(file), new Header(target.name(), true))) {
      ScriptRecording.record("script", script, target, history);
    }
    assertEquals(Verdict.PASS, judge(file, "reference").verdict());
    assertEquals(Verdict.PASS, judge(file, "doc").verdict());
    assertEquals(Verdict.FAIL, judge(file, "zircon-2018").verdict());
  }

  /** Threads queue at the same time and return in order; long after, what was queued is read. */
  private static Path lateReaders(Path folder, int... order) throws IOException {
    Path file = folder.resolve("late.history");
    Reply ok = Reply.of(Status.OK);
    try (HistoryWriter writer =
        new HistoryWriter(Files.newOutputStream(file), new Header("test", true))) {
      writer.write(new Event.Called("M", Call.of(Op.PORT_CREATE, 0)));
      writer.write(new Event.Returned("M", Reply.ok(new Reply.Handle(1))));
      for (int i = 1; i <= order.length; i++) {
        writer.write(new Event.Called("T" + i, Call.of(Op.PORT_QUEUE, 1, i, i)));
      }
      for (int i = 1; i <= order.length; i++) {
        writer.write(new Event.Returned("T" + i, ok));
      }
      for (int i = 0; i < TWO_SECTIONS; i++) {
        writer.write(new Event.Called("M", Call.of(Op.INTERRUPT_ACK, 2)));
        writer.write(new Event.Returned("M", Reply.of(Status.BAD_HANDLE)));
      }
      for (int i : order) {
        writer.write(new Event.Called("M", Call.of(Op.PORT_WAIT, 1, Deadline.INFINITE.raw())));
        writer.write(new Event.Returned("M", Reply.userPacket(i, i)));
      }
      writer.write(new Event.End(true));
    }
    return file;
  }

  private static SectionJudge lateReaders(Path folder, String order) throws IOException {
    int[] read = Arrays.stream(order.split(" ")).mapToInt(Integer::parseInt).toArray();
    Budget budget = new Budget(50_000, Duration.ofDays(1));
    return judge(lateReaders(folder, read), "reference", budget);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2 1", "3 1 2"})
  void whatWasSettledWronglyLongAgoIsTakenUpAgain(String order, @TempDir Path folder)
      throws IOException {
    assertEquals(Verdict.PASS, lateReaders(folder, order).verdict());
  }

  @Test
  void whereAFewStatesDoNotSufficeAllAreTriedAsFarAsTheBudgetGoes(@TempDir Path folder)
      throws IOException {
    SectionJudge judge = lateReaders(folder, "4 3 2 1");
    assertEquals(Verdict.INCONCLUSIVE, judge.verdict());
    assertEquals("more than 50000 states agree with it", judge.reason());
  }
}
