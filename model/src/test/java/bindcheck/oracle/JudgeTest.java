package bindcheck.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.call.Call;
import bindcheck.call.Observation;
import bindcheck.call.Op;
import bindcheck.call.Reply;
import bindcheck.call.Status;
import bindcheck.script.Line;
import bindcheck.script.Script;
import bindcheck.spec.Automaton;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Stimulus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Golden verdicts: what was observed is written down, and must be allowed, or must not be. */
class JudgeTest {
  private static final SpecModule MODULE = SpecModule.load("Evaluation");
  private static final Semantics DOC = new Semantics(MODULE, "doc");
  private static final Observation OK = main(Reply.of(Status.OK));
  private static final Stimulus CREATE = call(1, Op.INTERRUPT_CREATE, 0, 0, 0x10);
  private static final Stimulus ACK = call(0, Op.INTERRUPT_ACK, 1);
  private static final String BOUND =
      """
      p = port_create(BIND_TO_INTERRUPT)
      i = interrupt_create(INVALID, 0, VIRTUAL)
      interrupt_bind(i, p, 7, 0)
      """;

  private static Observation main(Reply reply) {
    return Observation.of(Map.of(Line.MAIN, reply), Set.of());
  }

  /** Whether the last line may be observed so, the earlier ones having been observed as given. */
  private static boolean allows(String script, Observation... observations) {
    Script parsed = Script.parse("golden", script);
    StubTarget target = new StubTarget(List.of(observations));
    Vocabulary vocabulary = new Vocabulary();
    List<String> threads = List.of(Line.MAIN, "T1", "T2");
    Judge judge = new Judge(new Automaton(DOC, threads), vocabulary);
    Session session = new Session(target, judge, vocabulary);
    session.reset();
    boolean allowed = true;
    Map<Line, Boolean> verdicts = new LinkedHashMap<>();
    for (Line line : parsed.lines()) {
      assertTrue(allowed, () -> "rejected too early: " + verdicts);
      allowed = session.play(line).isAllowed();
      verdicts.put(line, allowed);
    }
    return allowed;
  }

  private static Observation packet(String thread, long key, long timestamp) {
    return Observation.of(Map.of(thread, Reply.interruptPacket(key, timestamp)), Set.of());
  }

  private static Observation blocked(String thread) {
    return Observation.of(Map.of(), Set.of(thread));
  }

  private static Judge judge() {
    return new Judge(new Automaton(DOC, List.of(Line.MAIN, "T1")), Vocabulary.plain());
  }

  /** In which the interrupt 1 is bound. */
  private static Judge afterBind() {
    Judge judge = judge();
    judge.observe(CREATE, OK);
    judge.observe(call(2, Op.PORT_CREATE, 1), OK);
    judge.observe(call(0, Op.INTERRUPT_BIND, 1, 2, 3, 0), OK);
    return judge;
  }

  private static Stimulus call(int out, Op op, long... arguments) {
    return new Stimulus(Line.MAIN, Call.of(op, arguments), out);
  }

  @Test
  void whatWouldBeAllowedChangesNothing() {
    assertEquals(judge().observe(CREATE, OK), judge().wouldRestOn(CREATE, OK));
    Judge judge = afterBind();
    assertNull(judge.wouldRestOn(ACK, main(Reply.of(Status.BAD_HANDLE))));
    Set<String> refused = judge.wouldRestOn(ACK, main(Reply.of(Status.BAD_STATE)));
    assertTrue(refused.contains("C-idle-ack=BAD_STATE"), refused::toString);
    assertTrue(judge.wouldRestOn(ACK, OK).contains("C-idle-ack=OK"), "it has not been made");
  }

  @Test
  void requirementsAreToldFromChoices() {
    TreeSet<String> ids = new TreeSet<>(Set.of("R-ack", "C-idle-ack=OK"));
    assertEquals(Set.of("R-ack"), new Allowed(OK, ids).requirements());
  }

  @Test
  void aPolicyIsOpenUntilItIsUsed() {
    Judge judge = afterBind();
    assertEquals(Set.of("BAD_STATE", "OK"), judge.openPolicies().get("C-idle-ack"));
    judge.observe(ACK, OK);
    assertEquals(Set.of("OK"), judge.openPolicies().get("C-idle-ack"));
  }

  @Test
  void whatIsPossibleIsTheSameInAnotherAutomaton() {
    Judge judge = judge();
    Automaton other = new Automaton(DOC, List.of(Line.MAIN, "T1"));
    int empty = other.empty();
    int created = other.settle(other.apply(empty, CREATE)).get(0).configuration();
    assertTrue(judge.mayBe(other, empty));
    assertFalse(judge.mayBe(other, created));
    judge.observe(CREATE, OK);
    assertFalse(judge.mayBe(other, empty));
    assertTrue(judge.mayBe(other, created));
    assertEquals(1, judge.<Integer>ask((automaton, at) -> automaton.view(at).objects().size()));
    judge.forget(DOC.policies().of(DOC.variant().with("C-idle-ack", new TreeSet<>(Set.of("OK")))));
    assertTrue(judge.mayBe(other, empty), "whatever policies are open");
  }

  @Test
  void aPacketHasTheKeyOfTheBindAndTheTimeOfTheTrigger() {
    String script = BOUND + "interrupt_trigger(i, 0, -5)\nT1: port_wait(p, PAST)";
    assertTrue(allows(script, OK, OK, OK, OK, packet("T1", 7, -5)));
    assertFalse(allows(script, OK, OK, OK, OK, packet("T1", 8, -5)));
    assertFalse(allows(script, OK, OK, OK, OK, packet("T1", 7, 5)));
  }

  @Test
  void aReaderThatIsNotWokenIsALostWakeUp() {
    String script = BOUND + "T1: port_wait(p, INFINITE)\ninterrupt_trigger(i, 0, 1)";
    Observation lost = Observation.of(Map.of(Line.MAIN, Reply.of(Status.OK)), Set.of("T1"));
    assertFalse(allows(script, OK, OK, OK, blocked("T1"), lost));
  }

  @Test
  void aCallThatBlocksWhereItMustNotIsRejected() {
    assertFalse(allows(BOUND + "interrupt_ack(i)", OK, OK, OK, blocked(Line.MAIN)));
  }

  @Test
  void thereIsNoSecondPacketBeforeAnAck() {
    String script =
        BOUND
            + """
            interrupt_trigger(i, 0, 1)
            interrupt_trigger(i, 0, 2)
            T1: port_wait(p, PAST)
            T1: port_wait(p, PAST)
            """;
    Observation late = Observation.of(Map.of("T1", Reply.of(Status.TIMED_OUT)), Set.of());
    assertTrue(allows(script, OK, OK, OK, OK, OK, packet("T1", 7, 1), late));
    assertFalse(allows(script, OK, OK, OK, OK, OK, packet("T1", 7, 1), packet("T1", 7, 2)));
  }

  @Test
  void anIdleAckMayAnswerEitherButNotBoth() {
    Observation refused = main(Reply.of(Status.BAD_STATE));
    String twice = BOUND + "interrupt_ack(i)\ninterrupt_ack(i)";
    assertTrue(allows(twice, OK, OK, OK, OK, OK));
    assertTrue(allows(twice, OK, OK, OK, refused, refused));
    assertFalse(allows(twice, OK, OK, OK, OK, refused));
    assertFalse(allows(twice, OK, OK, OK, refused, OK));
  }

  @Test
  void theFirstAndTheLastTimestampAreAPolicyNotAWhim() {
    String script =
        """
        i = interrupt_create(INVALID, 0, VIRTUAL)
        interrupt_trigger(i, 0, 1)
        interrupt_trigger(i, 0, 2)
        T1: interrupt_wait(i)
        interrupt_trigger(i, 0, 3)
        interrupt_trigger(i, 0, 4)
        T1: interrupt_wait(i)
        """;
    assertTrue(allows(script, OK, OK, OK, waited(1), OK, OK, waited(3)));
    assertTrue(allows(script, OK, OK, OK, waited(2), OK, OK, waited(4)));
    assertTrue(allows(script, OK, OK, OK, waited(1), OK, OK, waited(2)), "each in turn");
    assertFalse(allows(script, OK, OK, OK, waited(2), OK, OK, waited(3)));
  }

  private static Observation waited(long timestamp) {
    return Observation.of(Map.of("T1", Reply.ok(new Reply.Timestamp(timestamp))), Set.of());
  }

  @Test
  void whereTwoErrorsApplyEitherMayBeReported() {
    String script =
        """
        i = interrupt_create(INVALID, 0, VIRTUAL)
        interrupt_bind(i, i, 7, 1)
        """;
    assertTrue(allows(script, OK, main(Reply.of(Status.INVALID_ARGS))));
    assertTrue(allows(script, OK, main(Reply.of(Status.WRONG_TYPE))));
    assertFalse(allows(script, OK, main(Reply.of(Status.BAD_HANDLE))));
  }

  @Test
  void aHandleThatWasNotGivenIsNoHandle() {
    String script = BOUND + "handle_close(i)\ninterrupt_ack(i)";
    assertTrue(allows(script, OK, OK, OK, OK, main(Reply.of(Status.BAD_HANDLE))));
    assertFalse(allows(script, OK, OK, OK, OK, OK));
  }

  @Test
  void aStatusWithoutANameIsNeverAllowed() {
    assertEquals(false, allows(BOUND + "interrupt_ack(i)", OK, OK, OK, main(Reply.of(-999))));
  }

  @Test
  void aPortHoldsAsManyPacketsAsItOnceDid() {
    int held = 1_100; // more than every port holds, and no number that kernels have
    StringBuilder script = new StringBuilder("p = port_create(0)\n");
    List<Observation> observed = new ArrayList<>(List.of(OK));
    for (int i = 0; i < held; i++) {
      script.append("port_queue(p, 1, 2)\n");
      observed.add(OK);
    }
    script.append("port_wait(p, PAST)\n");
    observed.add(main(Reply.userPacket(1, 2)));
    script.append("port_queue(p, 1, 2)\n");
    observed.add(main(Reply.of(Status.SHOULD_WAIT)));
    assertFalse(allows(script.toString(), observed.toArray(Observation[]::new)));
    observed.set(held + 2, OK);
    script.append("port_queue(p, 1, 2)\n");
    observed.add(main(Reply.of(Status.SHOULD_WAIT)));
    assertTrue(allows(script.toString(), observed.toArray(Observation[]::new)));
  }
}
