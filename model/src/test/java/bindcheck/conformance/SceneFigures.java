package bindcheck.conformance;

import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.suite.Scene;
import bindcheck.suite.SceneSuite;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/**
 * The size of one scene's graph and suite under one resolved variant.
 *
 * @param exercised the ids that the steps of the suite rest on, each with the number of steps
 * @param cited the ids that any edge of the graph rests on
 */
record SceneFigures(
    String variant,
    String scene,
    int nodes,
    int edges,
    String graph,
    int walks,
    long steps,
    long lowerBound,
    SortedMap<String, Long> exercised,
    Set<String> cited) {

  /** Builds every scene of the full suite, one after the other. */
  static List<SceneFigures> full(SpecModule module, String variant) {
    List<SceneFigures> figures = new ArrayList<>();
    for (String scene : Scene.ofSuite(module, "full")) {
      figures.add(
          of(variant, SceneSuite.build(new Scene(module, scene), new Semantics(module, variant))));
    }
    return figures;
  }

  private static SceneFigures of(String variant, SceneSuite part) {
    return new SceneFigures(
        variant,
        part.name(),
        part.graph().nodes(),
        part.graph().edges().size(),
        part.graph().hash(),
        part.suite().walks().size(),
        part.suite().steps(),
        part.suite().lowerBound(),
        Exercise.of(part),
        part.graph().coverage().keySet());
  }
}
