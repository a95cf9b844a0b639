package bindcheck.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.call.Observation;
import bindcheck.call.Reply;
import bindcheck.call.Status;
import bindcheck.script.Line;
import bindcheck.script.Script;
import bindcheck.spec.Automaton;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;

/** What another variant says of a step, wherever this one's judge is. */
class CrossCheckTest {
  private static final SpecModule MODULE = SpecModule.load("Evaluation");
  private static final List<String> THREADS = List.of(Line.MAIN);
  private static final String IDLE_ACKS =
      """
      p = port_create(BIND_TO_INTERRUPT)
      i = interrupt_create(INVALID, 0, VIRTUAL)
      interrupt_bind(i, p, 7, 0)
      interrupt_ack(i)
      interrupt_ack(i)
      """;

  private final Vocabulary vocabulary = new Vocabulary();

  private static Automaton automaton(String variant) {
    return new Automaton(new Semantics(MODULE, variant), THREADS);
  }

  /** What the other variant says of each step, all of which return this in the end. */
  private List<SortedSet<String>> said(String variant, String other, Status last) {
    CrossCheck check = new CrossCheck(automaton(other), vocabulary);
    List<SortedSet<String>> said = new ArrayList<>();
    List<Line> lines = Script.parse("script", IDLE_ACKS).lines();
    List<Observation> seen = new ArrayList<>(Collections.nCopies(3, returned(Status.OK)));
    seen.addAll(List.of(returned(last), returned(last)));
    Session session =
        new Session(
            new StubTarget(seen),
            new Judge(automaton(variant), vocabulary),
            vocabulary,
            (before, stimulus, observation) -> said.add(check.of(before, stimulus, observation)));
    session.reset();
    lines.forEach(line -> assertTrue(session.play(line).isAllowed(), line::toString));
    return said;
  }

  private static Observation returned(Status status) {
    return Observation.of(Map.of(Line.MAIN, Reply.of(status)), Set.of());
  }

  @Test
  void itSaysWhatAStepRestsOnThere() {
    List<SortedSet<String>> said = said("reference", "doc", Status.OK);
    assertEquals(5, said.size());
    assertTrue(said.get(2).contains("R-bind"), () -> said.toString());
    assertEquals(Set.of("C-idle-ack=OK"), said.get(4));
  }

  @Test
  void itSaysWhatIsNotAllowedThere() {
    List<SortedSet<String>> said = said("doc", "reference", Status.BAD_STATE);
    assertNull(said.get(3));
    assertNull(said.get(4));
  }
}
