package bindcheck.suite;

/**
 * A graph as a circulation problem: its suites are the circulations of this network.
 *
 * <p>A node is added, the <em>depot</em>, through which every walk comes back. The arcs are, in
 * order: the graph's edges, with their numbers, cost 1 and lower bound 1; a reset arc from each
 * node to the depot, with the node's reset cost and lower bound 0; and one arc from the depot to
 * the initial node, free, with lower bound 1, as a suite has at least one walk. No arc has an upper
 * bound. The network is strongly connected if every node of the graph can be reached. Immutable.
 */
final class CoverNetwork {
  private final CoverGraph graph;

  CoverNetwork(CoverGraph graph) {
    this.graph = graph;
  }

  int nodes() {
    return graph.nodes() + 1;
  }

  int arcs() {
    return Math.addExact(graph.edges(), nodes());
  }

  int depot() {
    return graph.nodes();
  }

  boolean isEdge(int arc) {
    return arc < graph.edges();
  }

  boolean isReset(int arc) {
    return !isEdge(arc) && !isStart(arc);
  }

  int tail(int arc) {
    return isEdge(arc) ? graph.from(arc) : arc - graph.edges();
  }

  int head(int arc) {
    if (isEdge(arc)) {
      return graph.to(arc);
    }
    return isStart(arc) ? graph.initial() : depot();
  }

  int cost(int arc) {
    if (isEdge(arc)) {
      return 1;
    }
    return isStart(arc) ? 0 : graph.resetCost(tail(arc));
  }

  /** The least flow that the arc must carry. */
  int lower(int arc) {
    return isReset(arc) ? 0 : 1;
  }

  private boolean isStart(int arc) {
    return arc == arcs() - 1;
  }
}
