package bindcheck.spec.tlc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import bindcheck.spec.Automaton;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.suite.Scene;
import bindcheck.suite.SceneGraph;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The sizes of graphs that CONFORMANCE.md and every report print are those that TLC counts by
 * itself: it walks the quiescent states of the same scene, with its own symmetry reduction. The
 * module, and a configuration for each scene, is among the resources of the tests.
 */
@Timeout(600)
class GraphSizeTest {
  private static final String VARIANT = "reference";

  @ParameterizedTest
  @ValueSource(strings = {"interrupt", "deadlines"})
  void nodesAndEdgesAreAsManyAsTlcCounts(String scene) {
    assertEquals(counted(scene), walked(scene));
  }

  @ParameterizedTest
  @Tag("long")
  @ValueSource(strings = {"errors", "handles"})
  void thoseOfFurtherScenesAreToo(String scene) {
    nodesAndEdgesAreAsManyAsTlcCounts(scene);
  }

  private static String walked(String name) {
    SpecModule module = SpecModule.load("Evaluation");
    Scene scene = new Scene(module, name);
    SceneGraph graph =
        SceneGraph.of(scene, new Automaton(new Semantics(module, VARIANT), scene.threads()));
    return graph.nodes() + " nodes, " + graph.edges().size() + " edges";
  }

  private static String counted(String scene) {
    List<String> arguments =
        List.of("Quiescent", "Quiescent-" + scene, Model.Mode.SAFETY.toString());
    try (ChildProcess tlc = ChildProcess.start(TlcProcess.class, arguments)) {
      String printed = tlc.output();
      ModelResult result = ModelResult.parse(printed, List.of());
      assertEquals(ModelResult.HOLDS, result.outcome(), printed);
      // TLC generates the initial state and every transition.
      return result.distinct() + " nodes, " + (result.generated() - 1) + " edges";
    }
  }
}
