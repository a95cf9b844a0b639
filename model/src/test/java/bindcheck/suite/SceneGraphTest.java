package bindcheck.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bindcheck.spec.Automaton;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The graph of quiescent states. */
class SceneGraphTest {
  private static final SpecModule MODULE = SpecModule.load("Evaluation");

  private static SceneGraph graph(String scene, String variant) {
    Scene s = new Scene(MODULE, scene);
    return SceneGraph.of(s, new Automaton(new Semantics(MODULE, variant), s.threads()));
  }

  @Test
  void aSecondRunGivesTheSameGraphAndTheSameSuite() {
    SceneGraph first = graph("deadlines", "reference");
    SceneGraph second = graph("deadlines", "reference");
    assertEquals(first.hash(), second.hash());
    assertTrue(
        Arrays.deepEquals(
            SuiteBuilder.shortest(first.costs()).walks().toArray(),
            SuiteBuilder.shortest(second.costs()).walks().toArray()));
  }

  @Test
  void variantsHaveDifferentGraphs() {
    assertNotEquals(
        graph("deadlines", "reference").hash(), graph("deadlines", "zircon-2018").hash());
  }

  @Test
  void theSuiteCoversEveryEdgeInAsFewStepsAsTheLowerBound() {
    SceneGraph graph = graph("interrupt", "zircon-2018");
    Suite suite = SuiteBuilder.shortest(graph.costs());
    assertEquals(suite.lowerBound(), suite.steps());
    assertEquals(
        graph.edges().size(),
        suite.walks().stream().flatMapToInt(IntStream::of).distinct().count());
  }

  @Test
  void renamingReadersGivesTheSameNode() {
    SceneGraph graph = graph("interrupt", "reference");
    Automaton automaton = graph.automaton();
    int initial = graph.scene().initial(automaton);
    var read =
        graph.scene().stimuli(automaton, initial).stream()
            .filter(s -> s.op().equals("port_wait"))
            .findFirst()
            .orElseThrow();
    int byFirst = automaton.settle(automaton.apply(initial, read.by("T1"))).get(0).configuration();
    int byThird = automaton.settle(automaton.apply(initial, read.by("T3"))).get(0).configuration();
    assertNotEquals(byFirst, byThird);
    assertEquals(graph.nodeOf(byFirst), graph.nodeOf(byThird));
  }

  @Test
  void aVariantThatLeavesAChoiceHasNoGraph() {
    IllegalStateException e =
        assertThrows(IllegalStateException.class, () -> graph("interrupt", "doc"));
    assertTrue(e.getMessage().contains("two outcomes"), e::getMessage);
  }
}
