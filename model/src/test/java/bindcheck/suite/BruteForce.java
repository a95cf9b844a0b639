package bindcheck.suite;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * The fewest steps of a suite, by Dijkstra's search over (node, set of covered edges).
 *
 * <p>It shares no idea with the code under test, and is fit for graphs of some ten edges.
 */
final class BruteForce {
  private final CoverGraph graph;
  private final long[] distance;
  private final PriorityQueue<Reached> queue =
      new PriorityQueue<>(Comparator.comparingLong(Reached::steps));

  private BruteForce(CoverGraph graph) {
    this.graph = graph;
    this.distance = new long[graph.nodes() << graph.edges()];
    Arrays.fill(distance, Long.MAX_VALUE);
  }

  static long fewestSteps(CoverGraph graph) {
    return new BruteForce(graph).search();
  }

  private long search() {
    long best = Long.MAX_VALUE;
    int all = (1 << graph.edges()) - 1;
    reach(graph.initial(), 0, 0);
    while (!queue.isEmpty()) {
      Reached at = queue.remove();
      if (at.steps == distance[index(at.node, at.covered)]) {
        if (at.covered == all) {
          best = Math.min(best, at.steps + graph.resetCost(at.node));
        }
        expand(at);
      }
    }
    return best;
  }

  private void expand(Reached at) {
    reach(graph.initial(), at.covered, at.steps + graph.resetCost(at.node));
    for (int edge = 0; edge < graph.edges(); edge++) {
      if (graph.from(edge) == at.node) {
        reach(graph.to(edge), at.covered | 1 << edge, at.steps + 1);
      }
    }
  }

  private void reach(int node, int covered, long steps) {
    if (steps < distance[index(node, covered)]) {
      distance[index(node, covered)] = steps;
      queue.add(new Reached(node, covered, steps));
    }
  }

  private int index(int node, int covered) {
    return covered * graph.nodes() + node;
  }

  private record Reached(int node, int covered, long steps) {}
}
