package bindcheck.history.judge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.call.Call;
import bindcheck.call.Deadline;
import bindcheck.call.Op;
import bindcheck.call.Reply;
import bindcheck.call.Status;
import bindcheck.call.Verdict;
import bindcheck.history.Event;
import bindcheck.history.linear.Budget;
import bindcheck.history.linear.SectionBuilder;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** How one kernel after the other is judged, and what stays known of the policies. */
class SectionJudgeTest {
  private static final Semantics DOC = new Semantics(SpecModule.load("Evaluation"), "doc");
  private static final List<String> THREADS = List.of("M", "A", "B", "C");
  private static final int PORT = 1;
  private static final int INTERRUPT = 2;
  private static final int VIRTUAL = 0x10;
  private static final Reply OK = Reply.of(Status.OK);
  private static final Reply BAD_STATE = Reply.of(Status.BAD_STATE);
  private static final Reply BAD_HANDLE = Reply.of(Status.BAD_HANDLE);
  private static final Call ACK = Call.of(Op.INTERRUPT_ACK, INTERRUPT);

  private final List<Event> events = new ArrayList<>();

  private static SectionJudge judge(Budget budget) {
    return new SectionJudge(DOC, THREADS, true, budget);
  }

  private static SectionJudge judge() {
    return judge(new Budget(100_000, Duration.ofDays(1)));
  }

  private SectionJudgeTest does(Call call, Reply reply) {
    events.add(new Event.Called("M", call));
    events.add(new Event.Returned("M", reply));
    return this;
  }

  /** A fresh kernel, with an interrupt that is bound and idle. */
  private SectionJudgeTest kernel() {
    events.add(new Event.Reset());
    return does(Call.of(Op.PORT_CREATE, 1), Reply.ok(new Reply.Handle(PORT)))
        .does(Call.of(Op.INTERRUPT_CREATE, 0, 0, VIRTUAL), Reply.ok(new Reply.Handle(INTERRUPT)))
        .does(Call.of(Op.INTERRUPT_BIND, INTERRUPT, PORT, 7, 0), OK);
  }

  private SectionJudgeTest acks(Reply reply) {
    return does(ACK, reply);
  }

  /** Three threads queue at the same time; the last of them that returns came first. */
  private SectionJudgeTest dense() {
    for (int i = 1; i < THREADS.size(); i++) {
      events.add(new Event.Called(THREADS.get(i), Call.of(Op.PORT_QUEUE, PORT, i, i)));
    }
    THREADS.stream().skip(1).forEach(t -> events.add(new Event.Returned(t, OK)));
    int last = THREADS.size() - 1;
    return does(Call.of(Op.PORT_WAIT, PORT, Deadline.INFINITE.raw()), Reply.userPacket(last, last));
  }

  private SectionJudge by(SectionJudge judge) {
    SectionBuilder builder = new SectionBuilder(THREADS);
    boolean goesOn = true;
    for (Event event : events) {
      if (goesOn && SectionBuilder.isCutBefore(event, builder.size())) {
        goesOn = judge.accept(builder.cut(true));
      }
      builder.add(event);
    }
    if (goesOn) {
      judge.accept(builder.cut(true));
    }
    return judge;
  }

  private long last() {
    return events.size() - 1L;
  }

  private static List<Long> rejected(SectionJudge judge) {
    return judge.rejections().stream().map(Rejection::event).toList();
  }

  private static int fixed(String alternative) {
    return DOC.policies().of(DOC.variant().with("C-idle-ack", new TreeSet<>(Set.of(alternative))));
  }

  @Test
  void aPolicyThatAKernelFixedIsKeptToInTheNext() {
    kernel().acks(OK).kernel().acks(OK);
    assertEquals(Verdict.PASS, by(judge()).verdict());
    kernel().acks(BAD_STATE);
    SectionJudge judge = by(judge());
    assertEquals(Verdict.FAIL, judge.verdict());
    assertEquals(List.of(last()), rejected(judge));
    assertEquals(Set.of("C-idle-ack"), judge.rejections().get(0).contradiction().given().keySet());
  }

  @Test
  void policiesThatAreKnownBeforehandAreKeptTo() {
    kernel().acks(OK);
    assertEquals(Verdict.PASS, by(judge().knowing(fixed("OK"))).verdict());
    assertEquals(Verdict.FAIL, by(judge().knowing(fixed("BAD_STATE"))).verdict());
  }

  @Test
  void whatIsRejectedWhateverThePoliciesNamesNone() {
    kernel().acks(OK).kernel().acks(BAD_HANDLE);
    SectionJudge judge = by(judge());
    assertEquals(Set.of(), judge.rejections().get(0).contradiction().given().keySet());
  }

  @Test
  void itStopsAtTheFirstRejection() {
    kernel().acks(BAD_HANDLE);
    long first = last();
    kernel().acks(BAD_HANDLE);
    assertEquals(List.of(first), rejected(by(judge())));
  }

  @Test
  void itGoesOnWithinAKernelWhereItIsToldTo() {
    kernel().acks(BAD_HANDLE).acks(BAD_HANDLE);
    long last = last();
    SectionJudge judge = by(judge().goOn(5));
    assertEquals(List.of(last - 2, last), rejected(judge));
    assertFalse(judge.rejections().get(0).isFollowing());
    assertTrue(judge.rejections().get(1).isFollowing());
    assertEquals(List.of(last - 2), rejected(by(judge().goOn(1))));
  }

  @Test
  void orWithTheNextKernelOnly() {
    kernel().acks(BAD_HANDLE).acks(BAD_HANDLE);
    long first = last() - 2;
    kernel().acks(BAD_HANDLE);
    long second = last();
    kernel().acks(BAD_HANDLE);
    assertEquals(List.of(first, second), rejected(by(judge().goOnWithNextKernel(2))));
  }

  @Test
  void aKernelThatTakesTooManyStatesIsNoVerdict() {
    kernel().dense();
    SectionJudge judge = by(judge(new Budget(5, Duration.ofDays(1))));
    assertEquals(Verdict.INCONCLUSIVE, judge.verdict());
    assertEquals("more than 5 states agree with it", judge.reason());
    assertEquals(0, judge.undecided());
  }

  @Test
  void orItIsPassedOverAndCounted() {
    kernel().dense().dense().kernel().acks(BAD_HANDLE);
    Budget budget = new Budget(6, Duration.ofDays(1));
    SectionJudge judge = by(judge(budget).passOver());
    assertEquals(1, judge.undecided());
    assertEquals(Verdict.FAIL, judge.verdict());
  }

  @Test
  void whereTheTimeIsOverNothingIsPassedOver() {
    kernel().acks(OK);
    SectionJudge judge = by(judge(new Budget(0, Duration.ofSeconds(-1))).passOver());
    assertEquals(0, judge.undecided());
    assertEquals(Verdict.INCONCLUSIVE, judge.verdict());
  }

  @Test
  void itMayBeginAnew() {
    kernel().acks(BAD_HANDLE);
    SectionJudge judge = by(judge());
    judge.restart();
    assertEquals(Verdict.PASS, judge.verdict());
    events.clear();
    kernel().acks(OK).kernel().acks(OK);
    assertEquals(Verdict.PASS, by(judge).verdict());
  }
}
