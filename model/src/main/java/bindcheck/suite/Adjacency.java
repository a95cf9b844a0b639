package bindcheck.suite;

import java.util.function.IntUnaryOperator;

/**
 * Arcs grouped by the node that they leave, in the order of their numbers.
 *
 * <p>The arcs of a node are in the slots from {@link #first} to {@link #end}, exclusive. Immutable.
 */
final class Adjacency {
  private final int[] first;
  private final int[] arcs;

  private Adjacency(int[] first, int[] arcs) {
    this.first = first;
    this.arcs = arcs;
  }

  /**
   * Groups arcs {@code 0 .. arcs - 1} by tail.
   *
   * @param tail the node that an arc leaves, or a negative number for an arc to be left out
   */
  static Adjacency of(int nodes, int arcs, IntUnaryOperator tail) {
    int[] next = new int[nodes + 1];
    for (int arc = 0; arc < arcs; arc++) {
      int node = tail.applyAsInt(arc);
      if (node >= 0) {
        next[node + 1]++;
      }
    }
    for (int node = 0; node < nodes; node++) {
      next[node + 1] += next[node];
    }
    int[] first = next.clone();
    int[] grouped = new int[first[nodes]];
    for (int arc = 0; arc < arcs; arc++) {
      int node = tail.applyAsInt(arc);
      if (node >= 0) {
        grouped[next[node]++] = arc;
      }
    }
    return new Adjacency(first, grouped);
  }

  /** The slot of the node's first arc. */
  int first(int node) {
    return first[node];
  }

  /** The slot after that of the node's last arc. */
  int end(int node) {
    return first[node + 1];
  }

  /** The number of slots. */
  int size() {
    return arcs.length;
  }

  /** The arc in a slot. */
  int arc(int slot) {
    return arcs[slot];
  }

  /** The first slot of every node, for a reader that keeps its place at each. */
  int[] cursors() {
    return first.clone();
  }
}
