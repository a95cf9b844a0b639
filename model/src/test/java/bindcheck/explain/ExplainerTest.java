package bindcheck.explain;

import static bindcheck.report.Seen.BOUND;
import static bindcheck.report.Seen.OK;
import static bindcheck.report.Seen.explained;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.call.Call;
import bindcheck.call.Observation;
import bindcheck.call.Op;
import bindcheck.call.Reply;
import bindcheck.call.Status;
import bindcheck.oracle.Vocabulary;
import bindcheck.report.Seen;
import bindcheck.script.Line;
import bindcheck.spec.Stimulus;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A rejection names what was not met, which guard was false, and what its cause may be. */
@Timeout(120)
class ExplainerTest {
  private static final String TWO_TRIGGERS_AND_AN_EARLY_ACK =
      BOUND
          + """
          interrupt_trigger(i, 0, 1)
          interrupt_ack(i)
          interrupt_trigger(i, 0, 2)
          T1: port_wait(p, PAST)
          T1: port_wait(p, PAST)
          """;

  private static Explained secondTriggerLost() {
    return explained(
        TWO_TRIGGERS_AND_AN_EARLY_ACK,
        OK,
        OK,
        OK,
        OK,
        OK,
        OK,
        Seen.of("T1", Reply.interruptPacket(7, 1)),
        Seen.of("T1", Reply.of(Status.TIMED_OUT)));
  }

  @Test
  void aQuirkOfAKernelIsTracedToItsChoice() {
    Explained lost = secondTriggerLost();
    Cause cause = lost.cause().orElseThrow();
    assertEquals("C-trigger-unread", cause.choice());
    assertEquals("lost", cause.taken());
    assertTrue(cause.kernels().contains("zircon-2018"), cause::text);
    assertFalse(cause.isUnkept());
    assertEquals(Grade.KERNEL_QUIRK, lost.grade());
    assertTrue(lost.kernels().contains("zircon-2018"));
  }

  @Test
  void aFalseGuardIsNamed() {
    Explained refused = explained(BOUND, OK, OK, Seen.main(Status.BAD_STATE));
    assertEquals(
        "interrupt_bind answers BAD_STATE only where R-bind-waiting applies, and it does not here",
        refused.guard());
  }

  /** As after a failure that a walk went on from: the values of the scene's graph are forgotten. */
  @Test
  void aFalseGuardIsNamedWhateverNumbersStandFor() {
    Vocabulary used = new Vocabulary();
    Stimulus queue = new Stimulus(Line.MAIN, Call.of(Op.PORT_QUEUE, 1, 3, 0), 0);
    used.dress(queue, (kind, number) -> -1, new BitSet());
    Explained refused = explained(used, BOUND, OK, OK, Seen.main(Status.BAD_STATE));
    assertEquals(
        "interrupt_bind answers BAD_STATE only where R-bind-waiting applies, and it does not here",
        refused.guard());
  }

  @Test
  void whatNoRequirementSaysIsToldApart() {
    Explained odd = explained(BOUND, OK, OK, Seen.main(Status.INTERNAL));
    assertEquals("interrupt_bind answers INTERNAL nowhere in this scene", odd.guard());
    assertEquals(Set.of("R-bind", "R-bind-return"), odd.broken());
    assertEquals(Optional.empty(), odd.cause());
    assertEquals(Grade.FAIL, odd.grade());
  }

  @Test
  void aPolicyThatIsNotKeptToIsACauseOfItsOwn() {
    Explained fickle =
        explained(
            BOUND + "interrupt_ack(i)\ninterrupt_ack(i)\n",
            OK,
            OK,
            OK,
            OK,
            Seen.main(Status.BAD_STATE));
    Cause cause = fickle.cause().orElseThrow();
    assertEquals("C-idle-ack", cause.choice());
    assertTrue(cause.isUnkept());
    assertEquals(Set.of("OK"), cause.kept());
    assertEquals("BAD_STATE", cause.taken());
    assertTrue(cause.text().contains("either is allowed, but not both"), cause::text);
  }

  @Test
  void aLostWakeUpNamesTheRequirement() {
    Explained lost = Seen.lostWakeUp();
    assertTrue(lost.broken().contains("R-packet-wakes-reader"));
    assertEquals(Grade.FAIL, lost.grade());
  }

  /** Two readers, and neither is woken: it looks otherwise, but the same is not met. */
  private static Explained twoReadersAsleep() {
    return explained(
        BOUND
            + """
            T1: port_wait(p, INFINITE)
            T2: port_wait(p, INFINITE)
            interrupt_trigger(i, 0, 5)
            """,
        OK,
        OK,
        OK,
        Observation.of(Map.of(), Set.of("T1")),
        Observation.of(Map.of(), Set.of("T1", "T2")),
        Observation.of(Map.of(Line.MAIN, Reply.of(Status.OK)), Set.of("T1", "T2")));
  }

  @Test
  void failuresOfTheSameRequirementsAreOneAndNoneIsHidden() {
    List<Explained> grouped = Explainer.group(List.of(twoReadersAsleep(), Seen.lostWakeUp()));
    assertEquals(1, grouped.size());
    assertEquals(2, grouped.get(0).count());
    assertEquals(5, grouped.get(0).shown().lines().size());
    assertEquals(
        List.of(6), grouped.get(0).also().stream().map(o -> o.shown().lines().size()).toList());
  }

  @Test
  void failuresOfOneCauseAreOne() {
    List<Explained> grouped =
        Explainer.group(List.of(secondTriggerLost(), Seen.lostWakeUp(), secondTriggerLost()));
    assertEquals(2, grouped.size());
    assertEquals(2, grouped.get(0).count());
    assertEquals(1, grouped.get(1).count());
  }
}
