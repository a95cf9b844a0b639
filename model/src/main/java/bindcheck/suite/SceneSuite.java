package bindcheck.suite;

import bindcheck.spec.Automaton;
import bindcheck.spec.Semantics;

/**
 * The walks that cover one scene's graph, under one resolved variant, in the fewest steps.
 *
 * @param graph what is covered
 * @param suite the walks
 */
public record SceneSuite(SceneGraph graph, Suite suite) {

  /**
   * The part of one scene.
   *
   * @param variant a resolved variant
   */
  public static SceneSuite build(Scene scene, Semantics variant) {
    Automaton automaton = new Automaton(variant, scene.threads());
    SceneGraph graph = SceneGraph.of(scene, automaton);
    return new SceneSuite(graph, SuiteBuilder.shortest(graph.costs()));
  }

  public String name() {
    return graph.scene().name();
  }
}
