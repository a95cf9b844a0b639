package bindcheck.suite;

import java.util.BitSet;
import java.util.List;

/** Says whether walks are a suite of a graph, and how many steps they take. */
public final class SuiteCheck {
  private SuiteCheck() {}

  /**
   * The steps of a suite: the length of every walk and the reset cost of its last node.
   *
   * @param walks sequences of edge numbers
   * @throws IllegalArgumentException if there is no walk, a walk does not start at the initial node
   *     or has a gap, or an edge is on no walk; the message says which
   */
  public static long steps(CoverGraph graph, List<int[]> walks) {
    if (walks.isEmpty()) {
      throw new IllegalArgumentException("a suite has at least one walk");
    }
    BitSet covered = new BitSet(graph.edges());
    long steps = 0;
    for (int[] walk : walks) {
      steps += walk.length + (long) graph.resetCost(follow(graph, walk, covered));
    }
    int missed = covered.nextClearBit(0);
    if (missed < graph.edges()) {
      throw new IllegalArgumentException("edge " + missed + " is on no walk");
    }
    return steps;
  }

  /** Marks the walk's edges as covered and answers its last node. */
  private static int follow(CoverGraph graph, int[] walk, BitSet covered) {
    int node = graph.initial();
    for (int edge : walk) {
      if (edge < 0 || edge >= graph.edges() || graph.from(edge) != node) {
        throw new IllegalArgumentException("edge " + edge + " does not leave node " + node);
      }
      covered.set(edge);
      node = graph.to(edge);
    }
    return node;
  }
}
