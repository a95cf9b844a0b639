package bindcheck.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class OtherWaysTest {
  /** From node 0 to 1 and 2 and on to 3, with a reset that costs 5. */
  private static final CoverGraph GRAPH =
      new CoverGraph(4, 0, new int[] {0, 0, 1, 2}, new int[] {1, 2, 3, 3}, new int[] {5, 5, 5, 5});

  @Test
  void onePathAnEdgeIsTheWayThereTheEdgeAndAReset() {
    assertEquals(4 * 5 + 1 + 1 + 2 + 2, OtherWays.onePathAnEdge(GRAPH));
  }

  @Test
  void randomWalksAreNoShorterThanTheBound() {
    long bound = SuiteBuilder.shortest(GRAPH).lowerBound();
    for (int seed = 0; seed < 20; seed++) {
      assertTrue(OtherWays.randomWalks(GRAPH, seed) >= bound);
    }
  }

  @Test
  void randomWalksThatAlwaysHaveOneWayOnAreTheSuite() {
    CoverGraph line = new CoverGraph(3, 0, new int[] {0, 1}, new int[] {1, 2}, new int[] {1, 1, 1});
    assertEquals(SuiteBuilder.shortest(line).steps(), OtherWays.randomWalks(line, 1));
  }
}
