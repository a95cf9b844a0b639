package bindcheck.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuiteCheckTest {
  private static final CoverGraph GRAPH =
      new CoverGraph(2, 0, new int[] {0, 1}, new int[] {1, 1}, new int[] {3, 4});

  @Test
  void stepsAreEdgesAndResets() {
    assertEquals(2 + 4, SuiteCheck.steps(GRAPH, List.of(new int[] {0, 1})));
    assertEquals(3 + 8, SuiteCheck.steps(GRAPH, List.of(new int[] {0}, new int[] {0, 1})));
    assertEquals(2 + 4 + 3, SuiteCheck.steps(GRAPH, List.of(new int[] {0, 1}, new int[0])));
  }

  @Test
  void whatIsNoSuiteIsRefused() {
    assertRefused("a suite has at least one walk", List.of());
    assertRefused("edge 1 is on no walk", List.of(new int[] {0}));
    assertRefused("edge 1 does not leave node 0", List.of(new int[] {1}));
    assertRefused("edge 0 does not leave node 1", List.of(new int[] {0, 0}));
    assertRefused("edge 2 does not leave node 0", List.of(new int[] {2}));
    assertRefused("edge -1 does not leave node 0", List.of(new int[] {-1}));
  }

  private static void assertRefused(String reason, List<int[]> walks) {
    assertEquals(
        reason,
        assertThrows(IllegalArgumentException.class, () -> SuiteCheck.steps(GRAPH, walks))
            .getMessage());
  }
}
