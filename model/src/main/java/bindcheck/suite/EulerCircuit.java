package bindcheck.suite;

/**
 * A closed walk from the depot that uses each arc as often as a circulation says.
 *
 * <p>Hierholzer's construction (Mathematische Annalen 6, 1873), with a stack of its own instead of
 * recursion.
 */
final class EulerCircuit {
  private final CoverNetwork network;
  private final Adjacency outgoing;
  private final int[] remaining;
  private final int[] cursor;

  private EulerCircuit(CoverNetwork network, CheapestCirculation circulation) {
    this.network = network;
    this.outgoing = Adjacency.of(network.nodes(), network.arcs(), network::tail);
    this.cursor = outgoing.cursors();
    this.remaining = new int[network.arcs()];
    for (int arc = 0; arc < remaining.length; arc++) {
      remaining[arc] = circulation.flow(arc);
    }
  }

  /**
   * The arcs of the circuit, in order.
   *
   * @throws IllegalStateException if the arcs in use are not connected
   * @throws ArithmeticException if the circuit is longer than an array can be
   */
  static int[] of(CoverNetwork network, CheapestCirculation circulation) {
    return new EulerCircuit(network, circulation).trace();
  }

  private int[] trace() {
    int[] circuit = new int[length()];
    int[] stack = new int[circuit.length];
    int stacked = 0;
    int free = circuit.length;
    int node = network.depot();
    while (stacked > 0 || hasNext(node)) {
      if (hasNext(node)) {
        int arc = next(node);
        stack[stacked++] = arc;
        node = network.head(arc);
      } else {
        int arc = stack[--stacked];
        circuit[--free] = arc;
        node = network.tail(arc);
      }
    }
    if (free > 0) {
      throw new IllegalStateException(free + " arcs of the circulation are apart from the rest");
    }
    return circuit;
  }

  private boolean hasNext(int node) {
    while (cursor[node] < outgoing.end(node) && remaining[outgoing.arc(cursor[node])] == 0) {
      cursor[node]++;
    }
    return cursor[node] < outgoing.end(node);
  }

  private int next(int node) {
    int arc = outgoing.arc(cursor[node]);
    remaining[arc]--;
    return arc;
  }

  private int length() {
    long length = 0;
    for (int uses : remaining) {
      length += uses;
    }
    return Math.toIntExact(length);
  }
}
