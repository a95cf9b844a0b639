package bindcheck.suite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BreadthFirstTreeTest {
  @Test
  void aShortcutIsTaken() {
    CoverGraph graph =
        new CoverGraph(3, 0, new int[] {0, 1, 0, 2}, new int[] {1, 2, 2, 2}, new int[3]);
    BreadthFirstTree tree = BreadthFirstTree.of(graph);
    assertArrayEquals(new int[0], tree.pathTo(0));
    assertArrayEquals(new int[] {2}, tree.pathTo(2));
    assertArrayEquals(new int[] {0, 1}, tree.pathThrough(1));
    assertArrayEquals(new int[] {2, 3}, tree.pathThrough(3));
    assertEquals(1, tree.depth(2));
  }

  @Property(tries = 200)
  void pathsLeadToTheirNodesAndNoEdgeShortensThem(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int nodes) {
    CoverGraph graph = RandomGraphs.small(new Random(seed), nodes, 3 * nodes, 1);
    BreadthFirstTree tree = BreadthFirstTree.of(graph);
    for (int node = 0; node < nodes; node++) {
      assertEquals(tree.depth(node), tree.pathTo(node).length);
      assertEquals(node, end(graph, tree.pathTo(node)));
    }
    for (int edge = 0; edge < graph.edges(); edge++) {
      assertTrue(tree.depth(graph.to(edge)) <= tree.depth(graph.from(edge)) + 1);
      assertEquals(graph.to(edge), end(graph, tree.pathThrough(edge)));
    }
  }

  private static int end(CoverGraph graph, int[] path) {
    int node = graph.initial();
    for (int edge : path) {
      assertEquals(node, graph.from(edge));
      node = graph.to(edge);
    }
    return node;
  }
}
