package bindcheck.litmus.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.litmus.monitor.tiny.Adder;
import bindcheck.litmus.monitor.tiny.Count;
import bindcheck.litmus.monitor.tiny.Flag;
import bindcheck.litmus.monitor.tiny.Interrupted;
import bindcheck.litmus.monitor.tiny.Locks;
import bindcheck.litmus.monitor.tiny.Phase;
import bindcheck.litmus.monitor.tiny.Spinning;
import bindcheck.litmus.monitor.tiny.Thrown;
import bindcheck.litmus.monitor.tiny.Tickets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Monitors are what the Java language says that they are. */
@Timeout(120)
class MonitorSemanticsTest {
  private static Set<String> ends(Class<? extends Tiny> type) {
    return TinyScenario.ends(type);
  }

  @Test
  void notifyWakesAnyOneOfThoseThatWait() {
    assertEquals(
        Set.of("0 left", "1 left, 1 waits", "1 left, 2 waits"), ends(Tickets.TellsOne.class));
  }

  @Test
  void notifyAllWakesAll() {
    assertEquals(Set.of("0 left"), ends(Tickets.TellsAll.class));
  }

  @Test
  void aWaitMayEndForNoReasonOrNever() {
    assertEquals(Set.of("back without", "not back, 1 waits"), ends(Flag.Never.class));
  }

  @Test
  void aWaitThatIsNotifiedEnds() {
    assertEquals(Set.of("back without", "found it"), ends(Flag.Set.class));
  }

  @Test
  void theTimeOfAWaitPasses() {
    assertEquals(Set.of("back without"), ends(Flag.Timed.class));
  }

  @Test
  void whatOneMonitorGuardsIsOfOneThreadAtATime() {
    assertEquals(Set.of("2"), ends(Count.Guarded.class));
  }

  @Test
  void anUpdateIsLostWithoutAMonitor() {
    assertEquals(Set.of("1", "2"), ends(Count.Unguarded.class));
  }

  @Test
  void anUpdateIsLostUnderDifferentMonitors() {
    assertEquals(Set.of("1", "2"), ends(Count.TwoGuards.class));
  }

  @Test
  void anAdderIsOfNoOneThread() {
    assertEquals(Set.of("1", "2"), ends(Adder.class));
  }

  @Test
  void aConstantIsToldFromAnotherThatCallsItselfTheSame() {
    assertEquals(Set.of("false", "true"), ends(Phase.class));
  }

  @Test
  void threadsThatWaitForOneAnothersMonitorsAreLockedOut() {
    assertEquals(Set.of("ended", "ended, 1 is locked out, 2 is locked out"), ends(Locks.class));
  }

  @Test
  void anInterruptionEndsAWaitAndIsForgotten() {
    assertEquals(Set.of("interrupted, false", ", 1 waits"), ends(Interrupted.class));
  }

  @Test
  void aMonitorIsLeftByAnExceptionAndNotNotifiedByStrangers() {
    assertEquals(Set.of("true true"), ends(Thrown.class));
  }

  @Test
  void aLoopThatNobodyNeedsToEndIsNotFollowedForEver() {
    Set<String> ends = TinyScenario.ends(Spinning.class, 20);
    assertTrue(ends.contains("ended"), ends::toString);
    assertTrue(ends.stream().anyMatch(end -> end.contains("bound of 20")), ends::toString);
  }

  @Test
  void aBoundThatWasReachedIsTold() {
    assertTrue(
        TinyScenario.ends(Tickets.TellsOne.class, 2)
            .contains("the bound of 2 schedules was reached"));
  }
}
