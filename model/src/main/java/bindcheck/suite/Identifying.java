package bindcheck.suite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Finds few short sequences of inputs that tell one node from many. */
final class Identifying {
  /** Of how many nodes that are left the shortest sequences are compared. */
  private static final int COMPARED = 10;

  /**
   * A sequence.
   *
   * @param edges from the node
   * @param others the nodes that it tells apart from it, and none before it does
   */
  record Sequence(List<Integer> edges, Set<Integer> others) {
    int[] toArray() {
      return edges.stream().mapToInt(Integer::intValue).toArray();
    }

    double worth() {
      return (double) others.size() / (edges.size() + 1);
    }
  }

  private final Separation separation;

  Identifying(Separation separation) {
    this.separation = separation;
  }

  /**
   * Sequences that together tell the node from the others, what tells most for its length first.
   */
  List<Sequence> of(int node, List<Integer> others) {
    List<Integer> left = new ArrayList<>(others);
    List<Sequence> sequences = new ArrayList<>();
    while (!left.isEmpty()) {
      Sequence best = best(node, left);
      left.removeIf(best.others()::contains);
      sequences.add(best);
    }
    return sequences;
  }

  private Sequence best(int node, List<Integer> left) {
    Sequence best = null;
    for (int other : left.subList(0, Math.min(left.size(), COMPARED))) {
      int[] edges = separation.of(node, other);
      Set<Integer> shown = new TreeSet<>(left);
      shown.removeIf(o -> !separation.shows(edges, node, o));
      Sequence sequence = new Sequence(Arrays.stream(edges).boxed().toList(), shown);
      best = best == null || sequence.worth() > best.worth() ? sequence : best;
    }
    return best;
  }
}
