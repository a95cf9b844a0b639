package bindcheck.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.call.Observation;
import bindcheck.call.Reply;
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
    Line close = Script.parse("script", "handle_close(0x1)\n").lines().get(0);
    play("p = port_create(0)\n", OK);
    assertFalse(play(close, main(Reply.of(Status.BAD_HANDLE))).isAllowed());
    assertTrue(play(close, OK).isAllowed());
  }
}
