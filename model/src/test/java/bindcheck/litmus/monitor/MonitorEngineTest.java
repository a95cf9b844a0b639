package bindcheck.litmus.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.call.Verdict;
import bindcheck.file.InputException;
import bindcheck.litmus.Catalogue;
import bindcheck.litmus.Findings;
import bindcheck.litmus.Outcome;
import bindcheck.litmus.Program;
import bindcheck.litmus.Programs;
import bindcheck.litmus.monitor.tiny.Locked;
import bindcheck.litmus.monitor.tiny.Numbered;
import bindcheck.target.Targets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Litmus programs under every interleaving of monitors. */
@Timeout(120)
class MonitorEngineTest {
  private static final Pattern SCHEDULE = Pattern.compile("--schedule (\\S+)");
  private static final String ACKS =
      """
      T1               || T2
      interrupt_ack(i) || interrupt_ack(i)
                       || interrupt_ack(i)
      """;
  private static final Program BARE =
      Program.parse(
          "bare.litmus",
          """
          Two acks

          Of nothing.

          set-up:
            i = interrupt_create(INVALID, 0, VIRTUAL)

          threads:
            T1               || T2
            interrupt_ack(i) || interrupt_ack(i)

          forbidden: T1: blocked
            R-port-wait-blocks: a program needs one.
          """);

  private static MonitorEngine reference() {
    return new MonitorEngine(Targets.DEFAULT, List.of(), MonitorEngine.SCHEDULES);
  }

  private static Findings explore(String threads) {
    try (MonitorEngine engine = reference()) {
      Findings found = engine.run(Programs.program(threads));
      assertEquals(Verdict.PASS, found.verdict(), found::reason);
      assertTrue(found.exhaustive());
      return found;
    }
  }

  private static Set<String> outcomes(Findings found) {
    return found.outcomes().keySet().stream().map(Outcome::toString).collect(Collectors.toSet());
  }

  private static Findings of(Class<?> target) {
    try (MonitorEngine engine = new MonitorEngine("java:" + target.getName(), List.of(), 1_000)) {
      return engine.run(BARE);
    }
  }

  @Test
  void aReaderThatWaitsForEverIsAnOutcome() {
    Findings found =
        explore(
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
            """
            T1                   || T2
            port_wait(p, FINITE) || interrupt_trigger(i, 0, 5)
            """);
    assertEquals(
        Set.of("T1: OK packet(INTERRUPT, key=1, timestamp=5) || T2: OK", "T1: TIMED_OUT || T2: OK"),
        outcomes(found));
  }

  @Test
  void theSameIsDoneEachTime() {
    assertEquals(explore(ACKS), explore(ACKS));
  }

  @Test
  void aBoundThatIsReachedIsNoPass() {
    try (MonitorEngine engine = new MonitorEngine(Targets.DEFAULT, List.of(), 3)) {
      Findings found = engine.run(Programs.program(ACKS));
      assertEquals(Verdict.INCONCLUSIVE, found.verdict());
      assertEquals("the bound of 3 schedules was reached", found.reason());
      assertEquals(3, found.figures().get("schedules"));
      assertFalse(found.exhaustive());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"readers-01-one-packet", "timeout-04-close", "waiters-04-overtaken"})
  void everyOutcomeHasAScheduleThatLeadsToItAgain(String name) {
    Program program = Catalogue.named(name, Catalogue.all()).get(0);
    try (MonitorEngine engine = reference()) {
      for (Outcome outcome : engine.run(program).outcomes().keySet()) {
        String chart = engine.interleaving(program, outcome).orElseThrow();
        Matcher schedule = SCHEDULE.matcher(chart);
        assertTrue(schedule.find(), chart);
        try (MonitorEngine again =
            MonitorEngine.replaying(Targets.DEFAULT, List.of(), schedule.group(1))) {
          Findings found = again.run(program);
          assertEquals(Set.of(outcome), found.outcomes().keySet(), chart);
          assertEquals(chart, again.interleaving(program, outcome).orElseThrow());
        }
      }
    }
  }

  @Test
  void aScheduleOfAnotherProgramIsRefused() {
    try (MonitorEngine engine = MonitorEngine.replaying(Targets.DEFAULT, List.of(), "99999:2")) {
      InputException refused =
          assertThrows(InputException.class, () -> engine.run(Programs.program(ACKS)));
      assertEquals(
          "--schedule: expected one that fits test, found '99999:2'", refused.getMessage());
    }
  }

  @Test
  void whatIsNoScheduleIsRefused() {
    InputException refused =
        assertThrows(
            InputException.class,
            () -> MonitorEngine.replaying(Targets.DEFAULT, List.of(), "5:1,5:x"));
    assertEquals(
        "--schedule: expected steps like 5:2 or 9:w1, with commas between, found '5:x'",
        refused.getMessage());
  }

  /** That states of the same number go on alike is what most of an exploration rests on. */
  @ParameterizedTest
  @ValueSource(strings = {"bind-destroy-01-either-order", "destroy-02-read", "readers-05-poller"})
  void thereIsNoOutcomeBehindAStateThatWasSeenBefore(String name) throws TimeoutException {
    Program program = Catalogue.named(name, Catalogue.all()).get(0);
    Implementation implementation = new Implementation(Targets.DEFAULT, List.of());
    Set<String> outcomes = new TreeSet<>();
    long schedules;
    try (Lanes lanes = new Lanes()) {
      Search search =
          new Search(
              () -> new LitmusScenario(program, implementation::kernel),
              lanes,
              implementation.sites(),
              MonitorEngine.SCHEDULES,
              end -> outcomes.add(((LitmusScenario) end.scenario()).outcome().toString()));
      search.comparingNoStates().run(outcomes::clear);
      assertTrue(search.isExhausted());
      schedules = search.schedules();
    }
    try (MonitorEngine engine = reference()) {
      Findings found = engine.run(program);
      assertEquals(outcomes, outcomes(found));
      assertTrue(found.figures().get("schedules") < schedules);
    }
  }

  @Test
  void aTargetThatBlocksOtherwiseIsSkipped() {
    Findings found = of(Locked.class);
    assertEquals(Verdict.SKIPPED, found.verdict());
    assertTrue(
        found.reason().startsWith("the target uses java.util.concurrent.locks.ReentrantLock"),
        found::reason);
  }

  @Test
  void whatClassesRememberIsForgottenBetweenSchedules() {
    Findings found = of(Numbered.class);
    assertEquals(Verdict.PASS, found.verdict(), found::reason);
    assertTrue(found.exhaustive());
    assertEquals(Set.of("T1: OK || T2: BAD_STATE", "T1: BAD_STATE || T2: OK"), outcomes(found));
  }
}
