package bindcheck.suite;

import java.util.Arrays;

/**
 * Moves as much excess to deficits as tight arcs allow: a maximum flow by Dinic's blocking flows
 * (Soviet Mathematics Doklady 11, 1970).
 *
 * <p>Nodes are layered by the number of tight arcs from the nearest excess. Paths that go up one
 * layer an arc, to deficits in any layer, are filled until none is left; and again, until no
 * deficit is in a layer. (Stopping at the first layer with a deficit, layering backward from the
 * deficits, and raising labels in place were each measured, and slower.)
 */
final class TightFlow {
  private static final int UNREACHED = -1;
  private static final int NONE = -1;

  private final Residual residual;
  private final int[] layer;
  private final int[] cursor;
  private final int[] queue;
  private final int[] path;
  private int length;

  TightFlow(Residual residual) {
    this.residual = residual;
    this.layer = new int[residual.nodes()];
    this.cursor = new int[residual.nodes()];
    this.queue = new int[residual.nodes()];
    this.path = new int[residual.nodes()];
  }

  /** Leaves no path of tight arcs from a node with excess to a deficit. */
  void push() {
    while (layerNodes()) {
      for (int node = 0; node < residual.nodes(); node++) {
        while (residual.excess(node) > 0 && findPath(node)) {
          pushAlongPath(node);
        }
      }
    }
  }

  /** Answers whether a deficit is in a layer. */
  private boolean layerNodes() {
    Arrays.fill(layer, UNREACHED);
    int queued = 0;
    for (int node = 0; node < residual.nodes(); node++) {
      cursor[node] = residual.first(node);
      if (residual.excess(node) > 0) {
        layer[node] = 0;
        queue[queued++] = node;
      }
    }
    boolean deficit = false;
    for (int done = 0; done < queued; done++) {
      int node = queue[done];
      deficit |= residual.excess(node) < 0;
      queued = layerNeighbours(node, queued);
    }
    return deficit;
  }

  private int layerNeighbours(int node, int queued) {
    int end = queued;
    for (int arc = residual.first(node); arc < residual.end(node); arc++) {
      int next = residual.head(arc);
      if (layer[next] == UNREACHED && residual.isTight(node, arc)) {
        layer[next] = layer[node] + 1;
        queue[end++] = next;
      }
    }
    return end;
  }

  /** Fills {@code path} with a way from the source to a deficit, or answers that none is left. */
  private boolean findPath(int source) {
    length = 0;
    int node = source;
    while (residual.excess(node) >= 0) {
      int arc = arcUp(node);
      if (arc != NONE) {
        path[length++] = arc;
        node = residual.head(arc);
      } else if (length == 0) {
        return false;
      } else {
        node = residual.tail(path[--length]);
        cursor[node]++;
      }
    }
    return true;
  }

  /** The arc on which the search goes on from this node; those before it are used up. */
  private int arcUp(int node) {
    for (; cursor[node] < residual.end(node); cursor[node]++) {
      int arc = cursor[node];
      if (layer[residual.head(arc)] == layer[node] + 1 && residual.isTight(node, arc)) {
        return arc;
      }
    }
    return NONE;
  }

  private void pushAlongPath(int source) {
    int deficit = residual.excess(residual.head(path[length - 1]));
    int amount = Math.min(residual.excess(source), -deficit);
    for (int i = 0; i < length; i++) {
      amount = Math.min(amount, residual.capacity(path[i]));
    }
    for (int i = 0; i < length; i++) {
      residual.push(path[i], amount);
    }
  }
}
