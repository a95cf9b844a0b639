package bindcheck.litmus.jpf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import bindcheck.call.Verdict;
import bindcheck.litmus.Engine;
import bindcheck.litmus.Findings;
import bindcheck.litmus.Outcome;
import bindcheck.litmus.Program;
import bindcheck.litmus.Programs;
import bindcheck.target.ReferenceTarget;
import bindcheck.target.ReversedLocks;
import bindcheck.target.Syscalls;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Programs under every interleaving; skipped where Java PathFinder is not installed. */
@Timeout(300)
class JpfEngineTest {
  private static final String SKIPPED = JpfEngine.NOT_INSTALLED;

  private static Findings explore(Class<? extends Syscalls> implementation, Program program) {
    assumeTrue(JpfHome.find().isPresent(), SKIPPED);
    try (JpfEngine engine = JpfEngine.of(implementation, List.of(), Engine.FEW_THREADS)) {
      return engine.run(program);
    }
  }

  private static Set<String> outcomes(Findings found) {
    return found.outcomes().keySet().stream().map(Outcome::toString).collect(Collectors.toSet());
  }

  @Test
  void withoutJpfAProgramIsSkippedWithTheReason() {
    ClassFiles none = new ClassFiles(new TreeMap<>());
    try (JpfEngine engine = new JpfEngine(Optional.empty(), none, Engine.FEW_THREADS)) {
      Findings found = engine.run(Programs.ONE_PACKET);
      assertEquals(Verdict.SKIPPED, found.verdict());
      assertEquals("JPF not installed", found.reason());
    }
  }

  @Test
  void aReaderThatWaitsForEverIsAnOutcome() {
    Program program =
        Programs.program(
            """
            T1                     || T2
            port_wait(p, INFINITE) || port_wait(p, INFINITE)
                                   || interrupt_ack(i)
            """);
    Findings found = explore(ReferenceTarget.class, program);
    assertEquals("", found.reason());
    assertEquals(Set.of("T1: blocked || T2: blocked"), outcomes(found));
  }

  @Test
  void aDeadlinePassesBeforeAPacketComesOrAfter() {
    Program program =
        Programs.program(
            """
            T1                     || T2
            port_wait(p, FINITE)   || interrupt_trigger(i, 0, 5)
            """);
    Findings found = explore(ReferenceTarget.class, program);
    assertEquals("", found.reason());
    assertEquals(
        Set.of("T1: OK packet(INTERRUPT, key=1, timestamp=5) || T2: OK", "T1: TIMED_OUT || T2: OK"),
        outcomes(found));
  }

  @Test
  void namesOfAThreadAreItsOwn() {
    Program program =
        Programs.program(
            """
            T1                                     || T2
            h = handle_replace(i, SAME_RIGHTS)     || h = handle_duplicate(i, SAME_RIGHTS)
            interrupt_trigger(h, 0, 5)             || handle_close(h)
            """);
    Findings found = explore(ReferenceTarget.class, program);
    assertEquals("", found.reason());
    assertEquals(
        Set.of("T1: OK, OK || T2: OK, OK", "T1: OK, OK || T2: BAD_HANDLE, OK"), outcomes(found));
  }

  /** Besides the locks, a field that triggers write without any. */
  public static class Locks extends ReversedLocks {
    private int counter;

    @Override
    public int interruptTrigger(int inth, int options, long timestamp) {
      counter = counter + 1;
      return counter > 0 ? 0 : 1;
    }
  }

  @Test
  void aDeadlockIsFoundWithItsInterleaving() {
    Program program =
        Programs.program(
            """
            T1                     || T2
            interrupt_ack(i)       || interrupt_destroy(i)
            """);
    Findings found = explore(Locks.class, program);
    assertEquals(Verdict.FAIL, found.verdict());
    assertTrue(found.reason().startsWith("deadlock: "), found::reason);
    assertTrue(found.reason().contains("interrupt_ack(i)"), found::reason);
  }

  @Test
  void aDataRaceIsFound() {
    Program program =
        Programs.program(
            """
            T1                         || T2
            interrupt_trigger(i, 0, 1) || interrupt_trigger(i, 0, 2)
            """);
    Findings found = explore(Locks.class, program);
    assertEquals(Verdict.FAIL, found.verdict());
    assertTrue(found.reason().contains("race for field"), found::reason);
    assertNotEquals("", found.reason().lines().skip(1).collect(Collectors.joining()));
  }

  @Test
  void howAProgramCameToAnOutcomeIsShown() {
    assumeTrue(JpfHome.find().isPresent(), SKIPPED);
    Outcome outcome = Outcome.parse("T1: OK packet(INTERRUPT, key=1, timestamp=5) || T2: OK");
    try (JpfEngine engine = JpfEngine.of(ReferenceTarget.class, List.of(), Engine.FEW_THREADS)) {
      engine.run(Programs.ONE_PACKET);
      String chart = engine.interleaving(Programs.ONE_PACKET, outcome).orElseThrow();
      assertEquals("T1 | T2", chart.lines().findFirst().orElseThrow().replaceAll(" +", " "));
      assertEquals(1, chart.lines().filter(line -> line.contains("port_wait")).count(), chart);
      assertEquals(2, chart.lines().filter(line -> line.contains("ends")).count(), chart);
    }
  }
}
