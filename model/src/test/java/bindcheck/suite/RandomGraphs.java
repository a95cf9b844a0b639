package bindcheck.suite;

import java.util.Random;

/** Graphs in which every node can be reached, drawn from a seeded source. */
final class RandomGraphs {
  private RandomGraphs() {}

  /** Any shape: a random tree from the initial node, then edges between random nodes. */
  static CoverGraph small(Random random, int nodes, int edges, int dearestReset) {
    int initial = random.nextInt(nodes);
    int[] from = new int[edges];
    int[] to = new int[edges];
    for (int edge = 0; edge < edges; edge++) {
      boolean tree = edge < nodes - 1;
      from[edge] = (initial + random.nextInt(tree ? edge + 1 : nodes)) % nodes;
      to[edge] = tree ? (initial + edge + 1) % nodes : random.nextInt(nodes);
    }
    int[] resetCost = random.ints(nodes, 0, dearestReset + 1).toArray();
    return new CoverGraph(nodes, initial, from, to, resetCost);
  }

  /** The shape of a model: 40 % loops, most edges to nodes nearby, 30 % of the resets cheap. */
  static CoverGraph modelLike(Random random, int nodes, int edges) {
    int[] from = new int[edges];
    int[] to = new int[edges];
    for (int edge = 0; edge < edges; edge++) {
      if (edge < nodes - 1) {
        to[edge] = edge + 1;
        from[edge] = to[edge] / 2 + random.nextInt(to[edge] - to[edge] / 2);
      } else {
        from[edge] = random.nextInt(nodes);
        to[edge] = modelLikeHead(random, nodes, from[edge]);
      }
    }
    int[] resetCost = new int[nodes];
    for (int node = 0; node < nodes; node++) {
      resetCost[node] = random.nextInt(10) < 3 ? 3 + random.nextInt(2) : 5 + random.nextInt(9);
    }
    return new CoverGraph(nodes, 0, from, to, resetCost);
  }

  private static int modelLikeHead(Random random, int nodes, int tail) {
    int kind = random.nextInt(100);
    if (kind < 40) {
      return tail;
    }
    int near = tail - 50 + random.nextInt(130);
    return kind < 50 ? random.nextInt(nodes) : Math.max(0, Math.min(nodes - 1, near));
  }
}
