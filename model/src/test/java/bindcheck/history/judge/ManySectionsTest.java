package bindcheck.history.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.call.Op;
import bindcheck.call.Reply;
import bindcheck.call.Status;
import bindcheck.call.Verdict;
import bindcheck.history.linear.Budget;
import bindcheck.history.linear.Section;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Kernels of several sections, of which a few states go on, and what several kernels leave open.
 */
class ManySectionsTest {
  private static final List<String> FOUR = List.of("A", "B", "C", "D");

  /** Many orders, which M then reads. */
  private static Recorded orders(Recorded recorded) {
    recorded.createsPort();
    FOUR.forEach(thread -> recorded.queues(thread, FOUR.indexOf(thread) + 1));
    FOUR.forEach(thread -> recorded.returns(thread, Recorded.OK));
    return recorded.cut();
  }

  private static Recorded reads(Recorded recorded, int... keys) {
    for (int key : keys) {
      recorded.reads("M").shows("M", key);
    }
    return recorded;
  }

  /** What the sections are accepted with, one after the other. */
  private static List<Boolean> accepted(SectionJudge judge, List<Section> sections) {
    return sections.stream().map(judge::accept).toList();
  }

  private static SectionJudge judged(String variant, Recorded recorded) {
    SectionJudge judge = Recorded.judge(variant);
    List<Section> sections = recorded.sections();
    accepted(judge, sections);
    if (judge.needsAll()) {
      judge.restart();
      accepted(judge, sections);
    }
    return judge;
  }

  private static Verdict verdict(String variant, Recorded recorded) {
    return judged(variant, recorded).verdict();
  }

  @Test
  void everyOrderIsExplainedInTheEnd() {
    for (int[] order : new int[][] {{1, 2, 3, 4}, {4, 3, 2, 1}, {2, 4, 1, 3}, {3, 1, 4, 2}}) {
      assertEquals(Verdict.PASS, verdict("reference", reads(orders(new Recorded()), order)));
    }
    assertEquals(Verdict.FAIL, verdict("reference", reads(orders(new Recorded()), 1, 1)));
  }

  @Test
  void whereAFewStatesDoNotSufficeTheVerdictIsOpen() {
    List<Section> sections = reads(orders(new Recorded()).quiesces().cut(), 1, 1).sections();
    SectionJudge judge = Recorded.judge("reference");
    assertEquals(List.of(true, true, false), accepted(judge, sections));
    assertTrue(judge.needsAll());
    assertEquals(List.of(), judge.rejections());
    judge.restart();
    assertEquals(List.of(true, true, false), accepted(judge, sections));
    assertFalse(judge.needsAll());
    assertEquals(1, judge.rejections().size());
  }

  @Test
  void noOrderTakesASecondPass() {
    for (int a = 1; a <= 4; a++) {
      for (int b = 1; b <= 4; b++) {
        if (a != b) {
          SectionJudge judge = Recorded.judge("reference");
          List<Section> sections = reads(orders(new Recorded()), a, b).sections();
          assertEquals(List.of(true, true), accepted(judge, sections), a + " before " + b);
          assertFalse(judge.needsAll());
        }
      }
    }
  }

  @Test
  void whereAllStatesAreNeededAndAreTooManyThereIsNoVerdict() {
    SectionJudge judge = withStates(ENOUGH_FOR_ONE);
    judge.restart();
    assertFalse(judge.accept(orders(new Recorded()).section()));
    assertEquals(Verdict.INCONCLUSIVE, judge.verdict());
  }

  @Test
  void moreStatesAreLookedForInTheSectionBefore() {
    SectionJudge judge = Recorded.judge("reference");
    assertEquals(
        List.of(true, false), accepted(judge, reads(orders(new Recorded()), 1, 1).sections()));
    assertFalse(judge.needsAll());
    assertEquals(1, judge.rejections().size());
  }

  @Test
  void whereThereAreNoOthersItIsDecidedAtOnce() {
    Recorded recorded = new Recorded().createsPort().queues("M", 1).returns("M", Recorded.OK).cut();
    SectionJudge judge = Recorded.judge("reference");
    assertEquals(List.of(true, false), accepted(judge, reads(recorded, 2).sections()));
    assertFalse(judge.needsAll());
    assertEquals(Verdict.FAIL, judge.verdict());
    assertEquals(
        "M: OK packet(USER, key=1, payload=1)",
        judge.rejections().get(0).allowed().get(0).observation().toString());
  }

  @Test
  void aFreshKernelDoesNotRestOnTheStatesOfTheLastWherePoliciesAreSettled() {
    Recorded recorded = orders(new Recorded()).resets().createsPort().cut();
    SectionJudge settled = Recorded.judge("reference");
    List<Section> sections = reads(recorded, 1).sections();
    assertEquals(List.of(true, true, false), accepted(settled, sections));
    assertEquals(Verdict.FAIL, settled.verdict());
    SectionJudge open = Recorded.judge("doc");
    assertEquals(List.of(true, true, false), accepted(open, sections));
    assertTrue(open.needsAll());
  }

  @Test
  void whatIsLostIsPassedOverUntilTheNextKernel() {
    Recorded recorded =
        new Recorded().resets().createsPort().queues("M", 1).returns("M", Status.OK);
    recorded.does(Reply.of(Status.BAD_HANDLE), Op.PORT_QUEUE, Recorded.PORT, 1, 1).cut();
    recorded.does(Reply.of(Status.BAD_HANDLE), Op.PORT_QUEUE, Recorded.PORT, 1, 1).cut();
    recorded.resets().createsPort();
    SectionJudge judge = Recorded.judge("reference").goOnWithNextKernel(9);
    assertEquals(List.of(true, true, true), accepted(judge, recorded.sections()));
    assertEquals(1, judge.rejections().size());
  }

  /** An interrupt that is not bound, two triggers at the same time, and which was kept. */
  private static Recorded keeps(Recorded recorded, boolean overlapping, long kept) {
    recorded.resets().createsInterrupt().calls("A", Op.INTERRUPT_TRIGGER, Recorded.INTERRUPT, 0, 1);
    if (!overlapping) {
      recorded.returns("A", Recorded.OK);
    }
    recorded.calls("B", Op.INTERRUPT_TRIGGER, Recorded.INTERRUPT, 0, 2);
    if (overlapping) {
      recorded.returns("A", Recorded.OK);
    }
    return recorded
        .returns("B", Recorded.OK)
        .does(Reply.ok(new Reply.Timestamp(kept)), Op.INTERRUPT_WAIT, Recorded.INTERRUPT);
  }

  @Test
  void whatAKernelMayHaveFixedOneWayOrTheOtherIsOpenInTheNext() {
    for (int kept = 1; kept <= 2; kept++) {
      Recorded either = keeps(keeps(new Recorded(), true, 1), false, kept);
      assertEquals(Verdict.PASS, verdict("doc", either), "the one of " + kept);
    }
    Recorded both = keeps(keeps(keeps(new Recorded(), true, 1), false, 1), false, 2);
    assertEquals(Verdict.FAIL, verdict("doc", both));
  }

  @Test
  void onlyThePolicyThatMakesTheContradictionIsNamed() {
    Recorded recorded = keeps(new Recorded(), false, 2);
    recorded.resets().binds().does(Recorded.OK, Op.INTERRUPT_ACK, Recorded.INTERRUPT);
    recorded.resets().binds().does(Reply.of(Status.BAD_STATE), Op.INTERRUPT_ACK, 0x12);
    assertEquals(
        Set.of("C-idle-ack"),
        judged("doc", recorded).rejections().get(0).contradiction().given().keySet());
  }

  @Test
  void whatNoPolicyAllowsIsSaidToBeSoWithAllOfThemOpen() {
    int other = 0x15;
    Recorded recorded = keeps(new Recorded(), true, 1).createsPort();
    recorded.does(Reply.ok(new Reply.Handle(other)), Op.INTERRUPT_CREATE, 0, 0, 0x10);
    recorded.does(Recorded.OK, Op.INTERRUPT_BIND, other, Recorded.PORT, 7, 0);
    recorded.does(Recorded.OK, Op.INTERRUPT_ACK, other);
    recorded.resets().binds().does(Reply.of(Status.BAD_HANDLE), Op.INTERRUPT_ACK, 0x12);
    assertEquals(
        List.of("M: BAD_STATE", "M: OK"),
        judged("doc", recorded).rejections().get(0).allowed().stream()
            .map(allowed -> allowed.observation().toString())
            .toList());
  }

  private static SectionJudge withStates(int most) {
    return new SectionJudge(
        Recorded.variant("doc"), Recorded.THREADS, true, new Budget(most, Duration.ofDays(1)));
  }

  /** So many that one execution of the first kernel is found, and not all of them. */
  private static final int ENOUGH_FOR_ONE = 5;

  @Test
  void whereNotAllExecutionsAreLookedAtItGoesOnUnlessAllAreNeeded() {
    Section section = keeps(new Recorded(), true, 1).section();
    SectionJudge one = withStates(ENOUGH_FOR_ONE);
    assertTrue(one.accept(section));
    assertEquals(Verdict.PASS, one.verdict());
    SectionJudge all = withStates(ENOUGH_FOR_ONE);
    all.restart();
    assertFalse(all.accept(section));
    assertEquals(Verdict.INCONCLUSIVE, all.verdict());
  }

  @Test
  void whatNoPolicyAllowsIsRejectedAllTheSame() {
    Recorded recorded = keeps(new Recorded(), true, 1).resets().createsInterrupt();
    recorded.does(Reply.of(Status.BAD_HANDLE), Op.INTERRUPT_ACK, Recorded.INTERRUPT);
    SectionJudge judge = withStates(ENOUGH_FOR_ONE);
    assertEquals(List.of(true, false), accepted(judge, recorded.sections()));
    assertFalse(judge.needsAll());
    assertEquals(Verdict.FAIL, judge.verdict());
  }

  @Test
  void whatOnlyAnotherPolicyAllowsIsLeftOpen() {
    List<Verdict> verdicts = new ArrayList<>();
    for (int kept = 1; kept <= 2; kept++) {
      SectionJudge judge = withStates(ENOUGH_FOR_ONE);
      List<Boolean> accepted =
          accepted(judge, keeps(keeps(new Recorded(), true, 1), false, kept).sections());
      assertEquals(!judge.needsAll(), accepted.get(1));
      assertEquals(List.of(), judge.rejections());
      verdicts.add(judge.needsAll() ? Verdict.INCONCLUSIVE : judge.verdict());
    }
    assertTrue(verdicts.contains(Verdict.INCONCLUSIVE), verdicts::toString);
  }

  @Test
  void withoutAVerdictThereIsNoUseInGoingOn() {
    Section whole = keeps(new Recorded(), true, 1).section();
    assertFalse(withStates(1).accept(whole));
    Section part = new Recorded().createsPort().quiesces().section();
    SectionJudge judge = withStates(0);
    assertFalse(judge.accept(part));
    assertEquals(Verdict.INCONCLUSIVE, judge.verdict());
  }

  @Test
  void aKernelThatNeedNotHaveFixedAnythingLeavesAllOpen() {
    Recorded recorded = new Recorded().resets().binds().calls("A", Op.INTERRUPT_ACK, 0x12);
    recorded.does(Recorded.OK, Op.INTERRUPT_TRIGGER, 0x12, 0, 5);
    recorded.reads("M").returns("M", Reply.interruptPacket(7, 5)).returns("A", Recorded.OK);
    recorded.resets().binds().does(Reply.of(Status.BAD_STATE), Op.INTERRUPT_ACK, 0x12);
    assertEquals(Verdict.PASS, verdict("doc", recorded));
  }
}
