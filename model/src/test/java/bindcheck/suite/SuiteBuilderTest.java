package bindcheck.suite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SuiteBuilderTest {
  /**
   * Of one suite's walks; no build, machine or run may give another. That it is a shortest is
   * proven beside it; which of the shortest it is nothing says but the code, so that this was
   * copied from its output. A change here means that everyone's suites and trace files are other
   * ones than before, though the hash of the graph is the same.
   */
  private static final int SAME_EVERYWHERE = -1_670_995_831;

  @Property(tries = 1_000)
  void tinySuitesAreAsShortAsExhaustiveSearchFinds(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 5) int nodes,
      @ForAll @IntRange(max = 4) int more,
      @ForAll @IntRange(max = 6) int dearestReset) {
    CoverGraph graph = RandomGraphs.small(new Random(seed), nodes, nodes - 1 + more, dearestReset);
    Suite suite = SuiteBuilder.shortest(graph);
    assertEquals(BruteForce.fewestSteps(graph), suite.lowerBound());
    assertProven(graph, suite);
  }

  @Property(tries = 200)
  void suitesOfAnyGraphAreProven(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 200) int nodes,
      @ForAll @IntRange(max = 600) int more,
      @ForAll @IntRange(max = 100_000) int dearestReset) {
    CoverGraph graph = RandomGraphs.small(new Random(seed), nodes, nodes - 1 + more, dearestReset);
    assertProven(graph, SuiteBuilder.shortest(graph));
  }

  @Test
  void aLargeGraphIsCoveredAndProven() {
    CoverGraph graph = RandomGraphs.modelLike(new Random(2018), 20_000, 150_000);
    assertProven(graph, SuiteBuilder.shortest(graph));
  }

  @Test
  void theSameGraphGivesTheSameSuite() {
    CoverGraph graph = RandomGraphs.modelLike(new Random(7), 500, 3_000);
    Suite first = SuiteBuilder.shortest(graph);
    Suite second = SuiteBuilder.shortest(RandomGraphs.modelLike(new Random(7), 500, 3_000));
    assertArrayEquals(first.walks().toArray(), second.walks().toArray());
    assertProven(graph, first);
    assertEquals(SAME_EVERYWHERE, Arrays.deepHashCode(first.walks().toArray()));
  }

  @Test
  void aSinkIsLeftByAReset() {
    CoverGraph graph =
        new CoverGraph(3, 0, new int[] {0, 0, 1}, new int[] {1, 2, 2}, new int[] {4, 9, 3});
    Suite suite = SuiteBuilder.shortest(graph);
    assertEquals(3 + 2 * 3, suite.steps());
    assertEquals(2, suite.walks().size());
    assertProven(graph, suite);
  }

  @Test
  void loopsOnOneNodeTakeOneWalk() {
    CoverGraph graph = new CoverGraph(1, 0, new int[3], new int[3], new int[] {5});
    Suite suite = SuiteBuilder.shortest(graph);
    assertEquals(3 + 5, suite.steps());
    assertArrayEquals(new int[] {0, 1, 2}, suite.walks().get(0));
    assertProven(graph, suite);
  }

  @Test
  void aCycleTakesOneWalkThatEndsWhereTheResetIsCheap() {
    CoverGraph graph =
        new CoverGraph(3, 0, new int[] {0, 1, 2}, new int[] {1, 2, 0}, new int[] {50, 50, 1});
    Suite suite = SuiteBuilder.shortest(graph);
    assertEquals(3 + 2 + 1, suite.steps());
    assertArrayEquals(new int[] {0, 1, 2, 0, 1}, suite.walks().get(0));
    assertProven(graph, suite);
  }

  @Test
  void aGraphWithoutEdgesTakesOneEmptyWalk() {
    CoverGraph graph = new CoverGraph(1, 0, new int[0], new int[0], new int[] {2});
    Suite suite = SuiteBuilder.shortest(graph);
    assertEquals(2, suite.steps());
    assertEquals(1, suite.walks().size());
    assertEquals(0, suite.walks().get(0).length);
  }

  @Test
  void resetsThatCostNothingLeaveNoEmptyWalks() {
    CoverGraph graph =
        new CoverGraph(3, 0, new int[] {0, 1, 0, 0}, new int[] {1, 2, 2, 0}, new int[3]);
    Suite suite = SuiteBuilder.shortest(graph);
    assertEquals(4, suite.steps());
    assertTrue(suite.walks().stream().allMatch(walk -> walk.length > 0));
  }

  @Test
  void theDearestResetsDoNotOverflow() {
    int[] resetCost = new int[] {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE};
    CoverGraph graph = new CoverGraph(3, 0, new int[] {0, 0}, new int[] {1, 2}, resetCost);
    assertEquals(2 + 2L * Integer.MAX_VALUE, SuiteBuilder.shortest(graph).steps());
  }

  @Test
  void aNodeOutOfReachIsRefused() {
    CoverGraph graph = new CoverGraph(3, 1, new int[] {1, 2}, new int[] {0, 2}, new int[3]);
    String message =
        assertThrows(IllegalArgumentException.class, () -> SuiteBuilder.shortest(graph))
            .getMessage();
    assertEquals("node 2 cannot be reached from node 1", message);
  }

  private static void assertProven(CoverGraph graph, Suite suite) {
    List<int[]> walks = suite.walks();
    assertEquals(suite.steps(), SuiteCheck.steps(graph, walks));
    assertEquals(suite.steps(), suite.lowerBound());
    long[] prices = suite.certificate().prices();
    assertEquals(suite.steps(), Certificate.of(graph, prices).bound());
  }
}
