package bindcheck.suite;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jgrapht.Graph;
import org.jgrapht.alg.flow.mincost.CapacityScalingMinimumCostFlow;
import org.jgrapht.alg.flow.mincost.MinimumCostFlowProblem.MinimumCostFlowProblemImpl;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;

/** JGraphT, which has another algorithm by other authors, finds no cheaper circulation. */
class CheapestCirculationTest {
  private static final int NO_UPPER_BOUND = CapacityScalingMinimumCostFlow.CAP_INF;

  @Property(tries = 200)
  void costsWhatJGraphtFinds(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 30) int nodes,
      @ForAll @IntRange(max = 90) int more,
      @ForAll @IntRange(max = 100) int dearestReset) {
    CoverNetwork network =
        new CoverNetwork(
            RandomGraphs.small(new Random(seed), nodes, nodes - 1 + more, dearestReset));
    CheapestCirculation circulation = CheapestCirculation.of(network);
    assertCirculates(network, circulation);
    assertEquals(costByJGrapht(network), cost(network, circulation));
  }

  private static void assertCirculates(CoverNetwork network, CheapestCirculation circulation) {
    int[] gain = new int[network.nodes()];
    for (int arc = 0; arc < network.arcs(); arc++) {
      assertTrue(circulation.flow(arc) >= network.lower(arc));
      gain[network.tail(arc)] -= circulation.flow(arc);
      gain[network.head(arc)] += circulation.flow(arc);
    }
    assertArrayEquals(new int[network.nodes()], gain);
  }

  private static long cost(CoverNetwork network, CheapestCirculation circulation) {
    long cost = 0;
    for (int arc = 0; arc < network.arcs(); arc++) {
      cost += (long) network.cost(arc) * circulation.flow(arc);
    }
    return cost;
  }

  /** Its costs are of type {@code double}; whole numbers as small as these are exact in it. */
  private static long costByJGrapht(CoverNetwork network) {
    MinimumCostFlowProblemImpl<Integer, Integer> problem =
        new MinimumCostFlowProblemImpl<>(
            halved(network), node -> 0, half -> NO_UPPER_BOUND, half -> network.lower(half / 2));
    return (long)
        new CapacityScalingMinimumCostFlow<Integer, Integer>()
            .getMinimumCostFlow(problem)
            .getCost();
  }

  /** The network with a node in the middle of each arc, for JGraphT refuses loops. */
  private static Graph<Integer, Integer> halved(CoverNetwork network) {
    Graph<Integer, Integer> graph = new SimpleDirectedWeightedGraph<>(null, null);
    for (int node = 0; node < network.nodes(); node++) {
      graph.addVertex(node);
    }
    for (int arc = 0; arc < network.arcs(); arc++) {
      int middle = network.nodes() + arc;
      graph.addVertex(middle);
      graph.addEdge(network.tail(arc), middle, 2 * arc);
      graph.addEdge(middle, network.head(arc), 2 * arc + 1);
      graph.setEdgeWeight(2 * arc, network.cost(arc));
      graph.setEdgeWeight(2 * arc + 1, 0);
    }
    return graph;
  }
}
