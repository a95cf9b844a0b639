package bindcheck.history.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.call.Verdict;
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
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Histories with verdicts that are known. */
class HistoryJudgeTest {
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
}
