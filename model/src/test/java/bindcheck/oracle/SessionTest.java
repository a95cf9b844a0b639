package bindcheck.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.call.Call;
import bindcheck.call.Observation;
import bindcheck.call.Op;
import bindcheck.call.Reply;
import bindcheck.call.Statement;
import bindcheck.call.Status;
import bindcheck.script.Line;
import bindcheck.script.Script;
import bindcheck.spec.Automaton;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Stimulus;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Lines played on a target, what is said of a step, and who looks on. */
class SessionTest {
  private static final Semantics DOC = new Semantics(SpecModule.load("Evaluation"), "doc");
  private static final Observation OK = main(Reply.of(Status.OK));
  private static final Line EXPIRE = Line.of(new Statement.Expire("T1"), 0);
  private static final String BOUND =
      """
      p = port_create(BIND_TO_INTERRUPT)
      i = interrupt_create(INVALID, 0, VIRTUAL)
      interrupt_bind(i, p, 7, 0)
      """;

  private final StubTarget target = new StubTarget();
  private final Vocabulary vocabulary = new Vocabulary();
  private final Judge judge = new Judge(new Automaton(DOC, List.of(Line.MAIN, "T1")), vocabulary);
  private final List<String> told = new ArrayList<>();
  private final Session session =
      new Session(
          target,
          judge,
          vocabulary,
          new Session.Listener() {
            @Override
            public void begins() {
              told.add("begins");
            }

            @Override
            public BitSet values() {
              BitSet held = new BitSet();
              held.set(40);
              return held;
            }

            @Override
            public void isIdentified(boolean nextOne) {
              told.add("identified " + nextOne);
            }

            @Override
            public void sees(Judge before, Stimulus stimulus, Observation observation) {
              told.add("sees " + observation);
            }
          });

  private static Observation main(Reply reply) {
    return Observation.of(Map.of(Line.MAIN, reply), Set.of());
  }

  private Session.Step play(String script, Observation last) {
    List<Line> lines = Script.parse("script", script).lines();
    lines.subList(0, lines.size() - 1).forEach(line -> play(line, OK));
    return play(lines.get(lines.size() - 1), last);
  }

  private Session.Step play(Line line, Observation seen) {
    target.show(seen);
    return session.play(line);
  }

  @Test
  void aPolicyThatWasFixedStaysSoInAFreshKernel() {
    assertEquals(Set.of(judge.policies().iterator().next()), judge.policies());
    Set<Integer> open = judge.policies();
    play(BOUND + "interrupt_ack(i)\n", OK);
    Set<Integer> fixed = judge.policies();
    assertFalse(fixed.equals(open));
    assertFalse(fixed.isEmpty());
    session.reset();
    assertEquals(fixed, judge.policies());
    assertFalse(play(BOUND + "interrupt_ack(i)\n", main(Reply.of(Status.BAD_STATE))).isAllowed());
    judge.forget();
    assertEquals(open, judge.policies());
  }

  @Test
  void whoLooksOnIsToldOfEachStepAndEachKernel() {
    session.reset();
    session.identify(true);
    play("p = port_create(0)\n", OK);
    assertEquals(List.of("begins", "identified true", "sees " + OK), told);
    assertTrue(session.values().get(40));
  }

  @Test
  void aStepThatIsNotAllowedSaysWhatWouldBeNearest() {
    Session.Step step = play(BOUND + "interrupt_ack(i)\n", main(Reply.of(Status.BAD_HANDLE)));
    assertFalse(step.isAllowed());
    assertEquals(2, step.allowed().size());
    String look = step.look();
    assertTrue(look.startsWith("interrupt_ack observed [caller: "), look);
    assertTrue(look.endsWith(" blocked: 0"), look);
    Observation blocked = Observation.of(Map.of(), Set.of(Line.MAIN));
    assertTrue(
        new Session.Step(step.line(), blocked, null, step.allowed())
            .look()
            .contains("[] blocked: 1"));
  }

  @Test
  void ofTwoThingsAllowedTheOneThatDiffersLessIsNearer() {
    Line line = Script.parse("script", "port_create(0)\n").lines().get(0);
    Observation seen = Observation.of(Map.of("T1", Reply.of(Status.OK)), Set.of("T2"));
    Allowed far = new Allowed(Observation.of(Map.of(), Set.of("T1", "T2")), new TreeSet<>());
    Allowed near =
        new Allowed(
            Observation.of(Map.of("T1", Reply.of(Status.BAD_STATE)), Set.of("T2")),
            new TreeSet<>());
    assertEquals(near, new Session.Step(line, seen, null, List.of(far, near)).nearest());
    assertEquals(near, new Session.Step(line, seen, null, List.of(near, far)).nearest());
  }

  /** A line in which p and i are handles. */
  private static Line line(String text) {
    List<Line> lines = Script.parse("script", BOUND + text + "\n").lines();
    return lines.get(lines.size() - 1);
  }

  private static Observation blocked(String thread) {
    return Observation.of(Map.of(), Set.of(thread));
  }

  @Test
  void theTargetIsAskedForWhatALineSays() {
    SpyTarget spy = new SpyTarget();
    Session spied = new Session(spy, judge, vocabulary);
    List.of(OK, blocked("T1"), blocked("T1")).forEach(spy::show);
    spied.reset();
    spied.play(line("p = port_create(0)"));
    spied.play(line("T1: port_wait(p, FINITE)"));
    spied.play(EXPIRE);
    spied.abandon();
    assertEquals(
        List.of(
            "reset", "main: port_create(0)", "T1: port_wait(0x1, FINITE)", "expire T1", "abandon"),
        spy.asked);
  }

  @Test
  void whichPacketsMayBeQueuedTheTargetSays() {
    assertFalse(new Session(new SpyTarget(), judge, vocabulary).takesWholePackets());
    assertTrue(session.takesWholePackets());
  }

  @Test
  void aLineCanBeMadeByAThreadThatIsIdle() {
    Line waits = line("T1: port_wait(p, FINITE)");
    play("p = port_create(0)\n", OK);
    assertTrue(session.canMake(waits));
    assertFalse(session.canMake(EXPIRE));
    play(waits, blocked("T1"));
    assertFalse(session.canMake(waits));
    assertTrue(session.canMake(EXPIRE));
  }

  @Test
  void afterAResetNobodyWaits() {
    play("p = port_create(0)\nT1: port_wait(p, FINITE)\n", blocked("T1"));
    session.reset();
    assertTrue(session.canMake(line("T1: port_wait(p, FINITE)")));
    assertEquals(Set.of(), target.blocked());
  }

  @Test
  void aCallFromBeforeAResetGivesNoHandleAfterwards() {
    SpyTarget spy = new SpyTarget();
    Session spied = new Session(spy, judge, vocabulary);
    assertSame(judge, spied.judge());
    spy.show(blocked("T1"));
    spied.play(line("T1: p = port_create(0)"));
    spied.reset();
    spy.show(
        Observation.of(
            Map.of(Line.MAIN, Reply.of(Status.OK), "T1", Reply.ok(new Reply.Handle(9))), Set.of()));
    spied.play(line("port_create(0)"));
    spy.show(OK);
    spied.play(line("handle_close(p)"));
    assertEquals("main: handle_close(INVALID)", spy.asked.get(spy.asked.size() - 1));
  }

  @Test
  void whatIsAllowedIsKnownBeforeALineIsPlayed() {
    play(BOUND, OK);
    Line ack = line("interrupt_ack(i)");
    List<Observation> allowed = session.allowed(ack).stream().map(Allowed::observation).toList();
    assertEquals(Set.of(OK, main(Reply.of(Status.BAD_STATE))), Set.copyOf(allowed));
    assertTrue(play(ack, OK).isAllowed(), "nothing has changed");
  }

  @Test
  void aHandleWhoseNameHasBeenGivenAwayCannotBeSaid() {
    List<Stimulus> made = new ArrayList<>();
    Session other =
        new Session(target, judge, vocabulary, (before, stimulus, seen) -> made.add(stimulus));
    Line close = line("handle_close(p)");
    for (Line line : List.of(line("p = port_create(0)"), line("p = port_create(0)"), close)) {
      assertTrue(made.stream().allMatch(other::canSay));
      target.show(OK);
      other.play(line);
    }
    assertEquals(close, other.line(made.get(2)));
    int first = made.get(0).out();
    assertFalse(other.canSay(new Stimulus(Line.MAIN, Call.of(Op.HANDLE_CLOSE, first), 0)));
    assertTrue(other.canSay(Stimulus.expire("T1")));
  }

  @Test
  void afterAStepThatIsNotAllowedItGoesOnAsIfAnotherHadBeen() {
    Observation refused = main(Reply.of(Status.BAD_STATE));
    Session.Step wrong = play(BOUND + "interrupt_ack(i)\n", main(Reply.of(Status.BAD_HANDLE)));
    session.goOnAs(
        wrong.allowed().stream()
            .filter(allowed -> allowed.observation().equals(refused))
            .findFirst()
            .orElseThrow());
    assertFalse(play(line("interrupt_ack(i)"), OK).isAllowed(), "the policy is fixed");
    assertTrue(play(line("interrupt_ack(i)"), refused).isAllowed());
  }

  @Test
  void theNumbersInUseAreThoseOfTheJudgeAndOfWhoLooksOn() {
    Session alone = new Session(target, judge, vocabulary);
    assertEquals(new BitSet(), alone.values());
    play(BOUND, OK);
    BitSet key = new BitSet();
    key.set(4);
    assertEquals(key, alone.values(), "the first number that no scene has in mind");
    key.set(40);
    assertEquals(key, session.values());
  }

  @Test
  void handlesOfASetUpAreNamedAfterWhatTheyAre() {
    vocabulary.name(9);
    play(BOUND, OK);
    List<Stimulus> setup = new ArrayList<>();
    Session other =
        new Session(
            new StubTarget(List.of(OK, OK, OK)),
            new Judge(judge.automaton(), vocabulary),
            vocabulary,
            (before, stimulus, seen) -> setup.add(stimulus));
    other.reset();
    Script.parse("script", BOUND).lines().forEach(other::play);
    vocabulary.nameHandles(setup);
    String port = vocabulary.name(setup.get(0).out());
    assertEquals(setup.get(0).call().op().letter() + setup.get(0).out(), port);
    assertEquals(setup.get(0).out(), vocabulary.handle(port));
    assertEquals("h9", vocabulary.name(9));
    assertEquals("h77", vocabulary.name(77));
  }

  @Test
  void aHandleMayBeSaidByTheValueThatTheTargetGave() {
    Line queue = line("port_queue(0x1, 1, 2)");
    Observation refused = main(Reply.of(Status.BAD_HANDLE));
    assertTrue(play(queue, refused).isAllowed(), "there is none yet");
    play("p = port_create(0)\n", OK);
    assertFalse(play(queue, refused).isAllowed());
    assertTrue(play(queue, OK).isAllowed());
  }
}
