package bindcheck.litmus.lincheck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bindcheck.call.Verdict;
import bindcheck.litmus.Findings;
import bindcheck.litmus.Outcome;
import bindcheck.litmus.Program;
import bindcheck.litmus.Programs;
import bindcheck.target.ReversedLocks;
import bindcheck.target.Targets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jetbrains.lincheck.Lincheck;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Programs under the schedules of Lincheck; skipped on another JDK than it works with. */
@Timeout(300)
class LincheckEngineTest {
  private static final int THREADS = 3;
  private static final int SCHEDULES = 150;

  private static LincheckEngine reference;
  private static LincheckEngine odd;

  @BeforeAll
  static void open() {
    reference = new LincheckEngine(Targets.DEFAULT, List.of(), THREADS, SCHEDULES);
    odd = new LincheckEngine("java:" + Odd.class.getName(), List.of(), THREADS, SCHEDULES);
  }

  @AfterAll
  static void close() {
    reference.close();
    odd.close();
  }

  private static Findings explore(LincheckEngine engine, String threads) {
    assumeTrue(
        Runtime.version().feature() == LincheckEngine.JDK, "skipped: Lincheck needs a JDK 17");
    return engine.run(Programs.program(threads));
  }

  private static Set<String> outcomes(Findings found) {
    assertEquals("", found.reason());
    return found.outcomes().keySet().stream().map(Outcome::toString).collect(Collectors.toSet());
  }

  @Test
  void anotherJdkIsNoReasonToPass() {
    LincheckProcess never = new LincheckProcess(Targets.DEFAULT, List.of(), SCHEDULES);
    try (LincheckEngine engine = new LincheckEngine(never, THREADS, 21)) {
      Findings found =
          engine.run(Programs.program("T1 || T2\ninterrupt_ack(i) || interrupt_ack(i)\n"));
      assertEquals(Verdict.SKIPPED, found.verdict());
      assertEquals("Lincheck needs a JDK 17, this is 21", found.reason());
    }
  }

  @Test
  void aProgramOfTooManyThreadsIsSkipped() {
    Findings found =
        explore(
            reference,
            """
            T1               || T2               || T3               || T4
            interrupt_ack(i) || interrupt_ack(i) || interrupt_ack(i) || interrupt_ack(i)
            """);
    assertEquals(Verdict.SKIPPED, found.verdict());
    assertEquals("more than 3 threads", found.reason());
  }

  @Test
  void aReaderThatWaitsForEverIsAnOutcome() {
    Findings found =
        explore(
            reference,
            """
            T1                     || T2
            port_wait(p, INFINITE) || port_wait(p, INFINITE)
                                   || interrupt_ack(i)
            """);
    assertEquals(Set.of("T1: blocked || T2: blocked"), outcomes(found));
  }

  @Test
  void aDeadlinePassesBeforeAPacketComesOrAfter() {
    Findings found =
        explore(
            reference,
            """
            T1                     || T2
            port_wait(p, FINITE)   || interrupt_trigger(i, 0, 5)
            """);
    assertEquals(
        Set.of("T1: OK packet(INTERRUPT, key=1, timestamp=5) || T2: OK", "T1: TIMED_OUT || T2: OK"),
        outcomes(found));
  }

  @Test
  void namesOfAThreadAreItsOwn() {
    Findings found =
        explore(
            reference,
            """
            T1                                     || T2
            h = handle_replace(i, SAME_RIGHTS)     || h = handle_duplicate(i, SAME_RIGHTS)
            interrupt_trigger(h, 0, 5)             || handle_close(h)
            """);
    assertEquals(
        Set.of("T1: OK, OK || T2: OK, OK", "T1: OK, OK || T2: BAD_HANDLE, OK"), outcomes(found));
  }

  @Test
  void theBudgetIsKept() {
    Findings found =
        explore(
            reference,
            """
            T1                         || T2               || T3
            interrupt_trigger(i, 0, 5) || interrupt_ack(i) || port_wait(p, INFINITE)
            """);
    assertEquals(Verdict.PASS, found.verdict(), found::reason);
    assertEquals(SCHEDULES, found.figures().get("schedules"));
    assertEquals(SCHEDULES, found.outcomes().values().stream().mapToLong(n -> n).sum());
  }

  @Test
  void anOutcomeIsShownWithItsInterleaving() {
    String threads =
        """
        T1                     || T2
        port_wait(p, INFINITE) || interrupt_trigger(i, 0, 5)
        """;
    Findings found = explore(reference, threads);
    Outcome only = found.outcomes().firstKey();
    String chart = reference.interleaving(Programs.program(threads), only).orElseThrow();
    assertTrue(chart.contains("interrupt_trigger(i, 0, 5)"), chart);
    assertTrue(chart.contains("port_wait(p, INFINITE)"), chart);
    assertTrue(chart.lines().anyMatch(line -> line.matches("\\| +T2 .*\\| +T1 .*")), chart);
  }

  /** An implementation that goes wrong, in each call in its own way. */
  public static class Odd extends ReversedLocks {
    private int turn;

    @Override
    public int interruptCreate(int srcObj, int srcNum, int options, int[] out) {
      return 0;
    }

    @Override
    public int portCreate(int options, int[] out) {
      return 0;
    }

    @Override
    public int interruptBind(int inth, int porth, long key, int options) {
      return 0;
    }

    @Override
    public int interruptTrigger(int inth, int options, long timestamp) {
      int mine = turn;
      turn = mine + 1;
      if (turn != mine + 1) {
        throw new IllegalStateException("somebody else was in here");
      }
      return 0;
    }

    @Override
    public int handleClose(int handle) {
      turn = handle;
      while (turn == handle) {
        Thread.onSpinWait();
      }
      return 0;
    }

    @Override
    public int handleDuplicate(int handle, int rights, int[] out) {
      Runtime.getRuntime().halt(9);
      return 0;
    }
  }

  private static String failure(Findings found, Verdict verdict) {
    assertEquals(verdict, found.verdict(), found::reason);
    return found.reason();
  }

  @Test
  void aDeadlockIsFoundWithItsInterleaving() {
    String reason =
        failure(explore(odd, "T1 || T2\ninterrupt_ack(i) || interrupt_destroy(i)\n"), Verdict.FAIL);
    assertTrue(reason.startsWith("deadlock: "), reason);
    assertTrue(reason.contains("interrupt_ack(i)"), reason);
  }

  @Test
  void anExceptionIsFoundWithItsInterleaving() {
    String reason =
        failure(
            explore(odd, "T1 || T2\ninterrupt_trigger(i, 0, 1) || interrupt_trigger(i, 0, 2)\n"),
            Verdict.FAIL);
    assertTrue(reason.contains("IllegalStateException: somebody else was in here"), reason);
    assertTrue(reason.contains("Odd.interruptTrigger"), reason);
    assertTrue(reason.contains("turn = 1"), reason);
  }

  @Test
  void aLoopThatNobodyEndsIsFound() {
    String reason =
        failure(explore(odd, "T1 || T2\nhandle_close(i) || handle_close(i)\n"), Verdict.FAIL);
    assertTrue(reason.startsWith("a thread goes round in a loop"), reason);
  }

  @Test
  void aSetUpThatIsRefusedIsAFailure() {
    Program program =
        Program.parse(
            "refused.litmus",
            Programs.program("T1 || T2\ninterrupt_ack(i) || interrupt_ack(i)\n")
                .written()
                .replace("threads:", "  e = event_create(0)\n\nthreads:")
                .replace("0)\n\n  e", "0)\n  e"));
    String reason = failure(odd.run(program), Verdict.FAIL);
    assertTrue(reason.contains("the set-up: event_create"), reason);
  }

  @Test
  void anEndOfTheMachineIsNoVerdictAndTheNextProgramRuns() {
    String ends = "T1 || T2\nh = handle_duplicate(i, SAME_RIGHTS) || interrupt_ack(i)\n";
    String reason = failure(explore(odd, ends), Verdict.INCONCLUSIVE);
    assertTrue(reason.contains("it exited with code 9"), reason);
    assertEquals(
        Set.of("T1: OK || T2: OK"),
        outcomes(explore(odd, "T1 || T2\ninterrupt_ack(i) || interrupt_ack(i)\n")));
  }

  @Test
  void whatLincheckCannotFollowIsNotPassed(@TempDir Path folder) throws IOException {
    Path broken = folder.resolve("org/objectweb/asm/tree/analysis/Analyzer.class");
    Files.createDirectories(broken.getParent());
    Files.createFile(broken);
    try (LincheckEngine engine =
        new LincheckEngine(Targets.DEFAULT, List.of(folder), THREADS, SCHEDULES)) {
      String threads = "T1 || T2\ninterrupt_ack(i) || interrupt_ack(i)\n";
      String reason = failure(explore(engine, threads), Verdict.INCONCLUSIVE);
      assertTrue(reason.startsWith("Lincheck complains: "), reason);
    }
  }

  @Test
  void theVersionIsTheOneThatRuns() {
    String archive = Lincheck.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    assertTrue(archive.endsWith("lincheck-" + LincheckEngine.VERSION + ".jar"), archive);
  }
}
