package bindcheck.suite;

/**
 * A directed multigraph with an initial node, each edge of which is to be walked at least once.
 *
 * <p>Nodes and edges are numbered from 0. Walking an edge takes one step. At any node a walk may
 * end; the cost of that, in steps, is the node's <em>reset cost</em>: draining what is left there
 * and setting up the next start at the initial node. Immutable.
 */
public final class CoverGraph {
  private final int nodes;
  private final int initial;
  private final int[] from;
  private final int[] to;
  private final int[] resetCost;

  /**
   * Copies its arguments: edge {@code e} runs from {@code from[e]} to {@code to[e]}.
   *
   * @param resetCost steps to end a walk at each node and start again; none is negative
   * @throws IllegalArgumentException if the arrays' lengths disagree, a node is out of range or a
   *     cost is negative
   */
  public CoverGraph(int nodes, int initial, int[] from, int[] to, int[] resetCost) {
    this.nodes = nodes;
    this.initial = initial;
    this.from = from.clone();
    this.to = to.clone();
    this.resetCost = resetCost.clone();
    require(from.length == to.length, "%s edge tails, %s edge heads", from.length, to.length);
    require(resetCost.length == nodes, "%s reset costs, %s nodes", resetCost.length, nodes);
    requireNode(initial);
    for (int edge = 0; edge < from.length; edge++) {
      requireNode(this.from[edge]);
      requireNode(this.to[edge]);
    }
    for (int node = 0; node < nodes; node++) {
      require(this.resetCost[node] >= 0, "node %s has reset cost %s", node, this.resetCost[node]);
    }
  }

  /** The number of nodes, at least one. */
  public int nodes() {
    return nodes;
  }

  /** The number of edges. */
  public int edges() {
    return from.length;
  }

  /** The node at which every walk starts. */
  public int initial() {
    return initial;
  }

  /** The node that the edge leaves. */
  public int from(int edge) {
    return from[edge];
  }

  /** The node that the edge enters. */
  public int to(int edge) {
    return to[edge];
  }

  /** Steps to end a walk at this node and to be ready at the initial node. */
  public int resetCost(int node) {
    return resetCost[node];
  }

  private void requireNode(int node) {
    require(node >= 0 && node < nodes, "node %s is not among %s nodes", node, nodes);
  }

  private static void require(boolean condition, String message, int first, int second) {
    if (!condition) {
      throw new IllegalArgumentException(String.format(message, first, second));
    }
  }
}
