package bindcheck.suite;

import bindcheck.spec.Automaton;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import java.util.ArrayList;
import java.util.List;

/**
 * The walks that cover one scene's graph, under one resolved variant, in the fewest steps.
 *
 * @param graph what is covered
 * @param suite the walks
 */
public record SceneSuite(SceneGraph graph, Suite suite) {

  /**
   * The suite of that name: one part for each of its scenes.
   *
   * @param variant a resolved variant
   */
  public static List<SceneSuite> build(SpecModule module, String suite, String variant) {
    List<SceneSuite> parts = new ArrayList<>();
    for (String scene : Scene.ofSuite(module, suite)) {
      parts.add(build(module, new Scene(module, scene), variant));
    }
    return parts;
  }

  /** The part of one scene. */
  public static SceneSuite build(SpecModule module, Scene scene, String variant) {
    return build(scene, new Semantics(module, variant));
  }

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
