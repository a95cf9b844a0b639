package bindcheck.check;

import bindcheck.suite.SceneSuite;
import java.util.SortedMap;

/**
 * How large the graph and the suite of a scene are.
 *
 * @param leftOut how many edges of each call were left out, at the states that were reached
 * @param hash the graph's: who has the same has the same graph
 * @param lowerBound the fewest steps in which the graph can be covered
 */
public record SceneSize(
    String name,
    int nodes,
    int edges,
    SortedMap<String, Integer> leftOut,
    String hash,
    int walks,
    long lowerBound) {

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
