package bindcheck.suite;

import java.util.Arrays;

/**
 * Moves as much excess to deficits as tight arcs allow: a maximum flow by distance-directed
 * augmenting paths (Ahuja, Magnanti and Orlin, "Network Flows", 1993, section 7.4).
 *
 * <p>A node's label is at most the number of tight arcs to the nearest deficit. Paths go down the
 * labels; where a node has no way down, its label rises, or it is given up for lost. If a label
 * falls out of use, no node above it can reach a deficit any more, and all those are lost at once.
 */
final class TightFlow {
  private static final int NONE = -1;

  private final Residual residual;
  private final int lost;
  private final int[] label;
  private final int[] nodesWithLabel;
  private final int[] cursor;
  private final int[] work;
  private int length;

  TightFlow(Residual residual) {
    this.residual = residual;
    this.lost = residual.nodes();
    this.label = new int[residual.nodes()];
    this.nodesWithLabel = new int[lost + 1];
    this.cursor = new int[residual.nodes()];
    this.work = new int[residual.nodes()];
  }

  /** Leaves no path of tight arcs from a node with excess to a deficit. */
  void push() {
    labelNodes();
    for (int node = 0; node < residual.nodes(); node++) {
      while (residual.excess(node) > 0 && findPath(node)) {
        pushAlongPath(node);
      }
    }
  }

  /** Gives every node its distance to the nearest deficit, by a search backward. */
  private void labelNodes() {
    Arrays.fill(label, lost);
    Arrays.fill(nodesWithLabel, 0);
    int queued = 0;
    for (int node = 0; node < residual.nodes(); node++) {
      cursor[node] = residual.first(node);
      if (residual.excess(node) < 0) {
        setLabel(node, 0);
        work[queued++] = node;
      }
    }
    for (int done = 0; done < queued; done++) {
      int node = work[done];
      for (int arc = residual.first(node); arc < residual.end(node); arc++) {
        int before = residual.head(arc);
        if (label[before] == lost && residual.isTight(before, residual.partner(arc))) {
          setLabel(before, label[node] + 1);
          work[queued++] = before;
        }
      }
    }
  }

  /** Puts a path from the source to a deficit into {@code work}, or answers that none is left. */
  private boolean findPath(int source) {
    length = 0;
    int node = source;
    while (label[source] != lost) {
      if (residual.excess(node) < 0) {
        return true;
      }
      int arc = arcDown(node);
      if (arc != NONE) {
        work[length++] = arc;
        node = residual.head(arc);
      } else {
        raiseLabel(node);
        if (length > 0) {
          node = residual.tail(work[--length]);
        }
      }
    }
    return false;
  }

  private int arcDown(int node) {
    for (; cursor[node] < residual.end(node); cursor[node]++) {
      int arc = cursor[node];
      if (label[residual.head(arc)] == label[node] - 1 && residual.isTight(node, arc)) {
        return arc;
      }
    }
    return NONE;
  }

  private void raiseLabel(int node) {
    int old = label[node];
    int least = lost - 1;
    for (int arc = residual.first(node); arc < residual.end(node); arc++) {
      if (label[residual.head(arc)] < least && residual.isTight(node, arc)) {
        least = label[residual.head(arc)];
      }
    }
    setLabel(node, least + 1);
    cursor[node] = residual.first(node);
    nodesWithLabel[old]--;
    if (nodesWithLabel[old] == 0) {
      loseAbove(old);
    }
  }

  private void loseAbove(int unused) {
    for (int node = 0; node < residual.nodes(); node++) {
      if (label[node] > unused && label[node] != lost) {
        nodesWithLabel[label[node]]--;
        setLabel(node, lost);
      }
    }
  }

  private void setLabel(int node, int value) {
    label[node] = value;
    nodesWithLabel[value]++;
  }

  private void pushAlongPath(int source) {
    int deficit = residual.excess(residual.head(work[length - 1]));
    int amount = Math.min(residual.excess(source), -deficit);
    for (int i = 0; i < length; i++) {
      amount = Math.min(amount, residual.capacity(work[i]));
    }
    for (int i = 0; i < length; i++) {
      residual.push(work[i], amount);
    }
  }
}
