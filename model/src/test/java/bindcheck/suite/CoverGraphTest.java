package bindcheck.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class CoverGraphTest {
  @Test
  void whatIsNoGraphIsRefused() {
    assertRefused("1 edge tails, 0 edge heads", 1, 0, new int[1], new int[0], new int[1]);
    assertRefused("0 reset costs, 1 nodes", 1, 0, new int[0], new int[0], new int[0]);
    assertRefused("node 0 is not among 0 nodes", 0, 0, new int[0], new int[0], new int[0]);
    assertRefused("node 1 is not among 1 nodes", 1, 1, new int[0], new int[0], new int[1]);
    assertRefused("node -1 is not among 1 nodes", 1, 0, new int[] {-1}, new int[] {0}, new int[1]);
    assertRefused("node 2 is not among 1 nodes", 1, 0, new int[] {0}, new int[] {2}, new int[1]);
    assertRefused("node 0 has reset cost -3", 1, 0, new int[0], new int[0], new int[] {-3});
  }

  @Test
  void theArraysAreCopied() {
    int[] to = {0};
    CoverGraph graph = new CoverGraph(2, 0, new int[] {0}, to, new int[2]);
    to[0] = 1;
    assertEquals(0, graph.to(0));
  }

  private static void assertRefused(
      String reason, int nodes, int initial, int[] from, int[] to, int[] resetCost) {
    assertEquals(
        reason,
        assertThrows(
                IllegalArgumentException.class,
                () -> new CoverGraph(nodes, initial, from, to, resetCost))
            .getMessage());
  }
}
