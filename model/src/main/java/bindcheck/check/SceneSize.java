package bindcheck.check;

import bindcheck.suite.SceneSuite;

/**
 * How large the graph and the suite of a scene are.
 *
 * @param leftOut how many edges were left out, at the states that were reached
 * @param hash the graph's: who has the same has the same graph
 * @param lowerBound the fewest steps in which the graph can be covered
 */
public record SceneSize(
    String name, int nodes, int edges, int leftOut, String hash, int walks, long lowerBound) {

  /** The figures of one scene. */
  public static SceneSize of(SceneSuite part) {
    return new SceneSize(
        part.name(),
        part.graph().nodes(),
        part.graph().edges().size(),
        part.graph().leftOut(),
        part.graph().hash(),
        part.suite().walks().size(),
        part.suite().lowerBound());
  }
}
