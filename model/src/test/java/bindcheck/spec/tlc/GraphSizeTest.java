package bindcheck.spec.tlc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bindcheck.bench.TlcGraph;
import bindcheck.spec.Automaton;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.suite.Scene;
import bindcheck.suite.SceneGraph;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The sizes of graphs that CONFORMANCE.md and every report print are those that TLC counts by
 * itself: it walks the quiescent states of the same scene, with its own symmetry reduction.
 */
@Timeout(600)
class GraphSizeTest {
  private static final String VARIANT = "reference";
  private static final SpecModule MODULE = SpecModule.load("Evaluation");

  @ParameterizedTest
  @ValueSource(strings = "deadlines")
  void nodesAndEdgesAreAsManyAsTlcCounts(String name) {
    Scene scene = new Scene(MODULE, name);
    assertEquals(counted(scene), walked(scene));
  }

  @ParameterizedTest
  @Tag("long")
  @ValueSource(strings = {"errors", "handles", "interrupt"})
  void thoseOfFurtherScenesAreToo(String scene) {
    nodesAndEdgesAreAsManyAsTlcCounts(scene);
  }

  private static String walked(Scene scene) {
    SceneGraph graph =
        SceneGraph.of(scene, new Automaton(new Semantics(MODULE, VARIANT), scene.threads()));
    return graph.nodes() + " nodes, " + graph.edges().size() + " edges";
  }

  private static String counted(Scene scene) {
    int readers = scene.threads().size() - 1;
    return TlcGraph.of(scene.name(), readers, VARIANT, Duration.ofSeconds(550));
  }
}
