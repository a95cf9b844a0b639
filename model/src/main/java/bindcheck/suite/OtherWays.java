package bindcheck.suite;

import java.util.BitSet;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** How long other suites of a graph are, in the same steps: they cover every edge as well. */
public final class OtherWays {
  /** After how many times the way to the farthest node random walks begin anew. */
  private static final int[] LENGTHS = {1, 2, 4, 8, 16};

  private OtherWays() {}

  /** A walk for each edge: the shortest way there, the edge, and a reset. */
  public static long onePathAnEdge(CoverGraph graph) {
    BreadthFirstTree tree = BreadthFirstTree.of(graph);
    long steps = 0;
    for (int edge = 0; edge < graph.edges(); edge++) {
      steps += tree.depth(graph.from(edge)) + 1 + graph.resetCost(graph.to(edge));
    }
    return steps;
  }

  /**
   * Random walks, until every edge has been on one: each goes on by any edge of its node, all as
   * likely, and begins anew after some steps; of several such numbers, the one that does best.
   */
  public static long randomWalks(CoverGraph graph, long seed) {
    int farthest = farthest(graph);
    return IntStream.of(LENGTHS)
        .mapToLong(times -> randomWalks(graph, times * farthest, new SplittableRandom(seed)))
        .min()
        .orElseThrow();
  }

  private static long randomWalks(CoverGraph graph, int longest, SplittableRandom random) {
    Adjacency outgoing = Adjacency.of(graph.nodes(), graph.edges(), graph::from);
    BitSet covered = new BitSet(graph.edges());
    int left = graph.edges();
    long steps = 0;
    int node = graph.initial();
    for (int length = 0; left > 0; length++) {
      int first = outgoing.first(node);
      int choices = outgoing.end(node) - first;
      if (length < longest && choices > 0) {
        int edge = outgoing.arc(first + random.nextInt(choices));
        left -= covered.get(edge) ? 0 : 1;
        covered.set(edge);
        node = graph.to(edge);
        steps++;
      } else {
        steps += graph.resetCost(node);
        node = graph.initial();
        length = -1;
      }
    }
    return steps + graph.resetCost(node);
  }

  private static int farthest(CoverGraph graph) {
    BreadthFirstTree tree = BreadthFirstTree.of(graph);
    return IntStream.range(0, graph.nodes()).map(tree::depth).max().orElseThrow() + 1;
  }
}
