package bindcheck.suite;

/**
 * Raises prices until some excess can reach some deficit along arcs of reduced cost zero.
 *
 * <p>Dijkstra's search under reduced costs, from all nodes with excess at once, as far as the first
 * node with a deficit; every price then rises by the node's distance, or by that of the deficit if
 * that is less (Ahuja, Magnanti and Orlin, "Network Flows", 1993, sections 9.7 and 9.8).
 */
final class PriceRise {
  private final Residual residual;
  private final NodeHeap heap;

  PriceRise(Residual residual) {
    this.residual = residual;
    this.heap = new NodeHeap(residual.nodes());
  }

  /** Keeps the invariant of {@link Residual}; expects that a node has excess. */
  void raise() {
    heap.clear();
    for (int node = 0; node < residual.nodes(); node++) {
      if (residual.excess(node) > 0) {
        heap.lower(node, 0);
      }
    }
    long limit = distanceToDeficit();
    for (int node = 0; node < residual.nodes(); node++) {
      residual.raisePrice(node, Math.min(limit, heap.distance(node)));
    }
  }

  private long distanceToDeficit() {
    while (!heap.isEmpty()) {
      int node = heap.removeLeast();
      if (residual.excess(node) < 0) {
        return heap.distance(node);
      }
      relax(node);
    }
    throw new IllegalStateException("no deficit can be reached: the network is not connected");
  }

  private void relax(int node) {
    long distance = heap.distance(node);
    for (int arc = residual.first(node); arc < residual.end(node); arc++) {
      if (residual.isOpen(arc)) {
        heap.lower(residual.head(arc), distance + residual.reducedCost(node, arc));
      }
    }
  }
}
