package bindcheck.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CertificateTest {
  /** Two nodes, an edge there and two back; a reset costs 5 at either. */
  private static final CoverGraph GRAPH =
      new CoverGraph(2, 0, new int[] {0, 1, 1}, new int[] {1, 0, 0}, new int[] {5, 5});

  @Test
  void equalPricesProveTheEdgesAndOneReset() {
    assertEquals(3 + 5, Certificate.of(GRAPH, new long[] {7, 7}).bound());
  }

  @Test
  void betterPricesProveMore() {
    assertEquals(4 + 5, Certificate.of(GRAPH, new long[] {0, 1}).bound());
    assertEquals(4 + 5, SuiteBuilder.shortest(GRAPH).lowerBound());
  }

  @Test
  void aNegativeTollIsRefused() {
    assertRefused("edge 0 has toll -1", new long[] {0, 2});
    assertRefused("the restart from node 1 has toll -1", new long[] {6, 0});
  }

  @Test
  void pricesOfAnotherGraphAreRefused() {
    assertRefused("3 prices cannot certify 2 nodes", new long[3]);
  }

  @Test
  void pricesThatOverflowAreRefused() {
    assertThrows(
        ArithmeticException.class,
        () -> Certificate.of(GRAPH, new long[] {Long.MIN_VALUE, Long.MAX_VALUE}));
  }

  @Property(tries = 2_000)
  void noPricesProveMoreThanIsTrue(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int nodes) {
    Random random = new Random(seed);
    CoverGraph graph = RandomGraphs.small(random, nodes, nodes + 2, 4);
    long[] prices = random.longs(nodes, -2, 3).toArray();
    try {
      assertTrue(Certificate.of(graph, prices).bound() <= BruteForce.fewestSteps(graph));
    } catch (IllegalArgumentException refused) {
      assertTrue(refused.getMessage().contains("prove nothing"));
    }
  }

  private static void assertRefused(String reason, long[] prices) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> Certificate.of(GRAPH, prices))
            .getMessage();
    assertTrue(message.startsWith(reason), message);
  }
}
