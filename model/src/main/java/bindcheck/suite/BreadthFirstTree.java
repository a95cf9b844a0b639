package bindcheck.suite;

import java.util.Arrays;

/**
 * A shortest path from the initial node to every node of a graph.
 *
 * <p>Of several shortest paths it takes always the same. Immutable.
 */
public final class BreadthFirstTree {
  private static final int UNSEEN = -2;
  private static final int ROOT = -1;

  private final CoverGraph graph;
  private final int[] edgeInto;
  private final int[] depth;

  private BreadthFirstTree(CoverGraph graph) {
    this.graph = graph;
    this.edgeInto = new int[graph.nodes()];
    this.depth = new int[graph.nodes()];
    Arrays.fill(edgeInto, UNSEEN);
    edgeInto[graph.initial()] = ROOT;
  }

  /**
   * Searches the graph from its initial node.
   *
   * @throws IllegalArgumentException if a node cannot be reached; the message names the first
   */
  public static BreadthFirstTree of(CoverGraph graph) {
    BreadthFirstTree tree = new BreadthFirstTree(graph);
    tree.search();
    for (int node = 0; node < graph.nodes(); node++) {
      if (tree.edgeInto[node] == UNSEEN) {
        throw new IllegalArgumentException(
            "node " + node + " cannot be reached from node " + graph.initial());
      }
    }
    return tree;
  }

  /** The number of edges on a shortest path from the initial node to this one. */
  public int depth(int node) {
    return depth[node];
  }

  /** The edges of a shortest path from the initial node to this one. */
  public int[] pathTo(int node) {
    return pathTo(node, new int[depth[node]]);
  }

  /** The edges of a shortest walk from the initial node that ends with this edge. */
  public int[] pathThrough(int edge) {
    int node = graph.from(edge);
    int[] path = new int[depth[node] + 1];
    path[depth[node]] = edge;
    return pathTo(node, path);
  }

  /** Fills the front of {@code path} with the edges to the node. */
  private int[] pathTo(int node, int[] path) {
    int at = node;
    for (int i = depth[node] - 1; i >= 0; i--) {
      path[i] = edgeInto[at];
      at = graph.from(path[i]);
    }
    return path;
  }

  private void search() {
    Adjacency outgoing = Adjacency.of(graph.nodes(), graph.edges(), graph::from);
    int[] queue = new int[graph.nodes()];
    int queued = 0;
    queue[queued++] = graph.initial();
    for (int done = 0; done < queued; done++) {
      int node = queue[done];
      for (int slot = outgoing.first(node); slot < outgoing.end(node); slot++) {
        int edge = outgoing.arc(slot);
        int next = graph.to(edge);
        if (edgeInto[next] == UNSEEN) {
          edgeInto[next] = edge;
          depth[next] = depth[node] + 1;
          queue[queued++] = next;
        }
      }
    }
  }
}
