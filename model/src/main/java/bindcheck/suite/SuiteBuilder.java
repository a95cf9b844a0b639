package bindcheck.suite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Builds the suite of a graph that takes the fewest steps. */
public final class SuiteBuilder {
  private SuiteBuilder() {}

  /**
   * A shortest suite, with its certificate; the same for the same graph, always.
   *
   * <p>Seconds and some 100 MB for 100 000 nodes and 500 000 edges.
   *
   * @throws IllegalArgumentException if a node of the graph cannot be reached from the initial node
   * @throws ArithmeticException if the suite is longer than {@link Integer#MAX_VALUE} arcs
   * @throws IllegalStateException if the suite built is not as short as the bound: a fault of this
   *     package
   */
  public static Suite shortest(CoverGraph graph) {
    BreadthFirstTree.of(graph);
    CoverNetwork network = new CoverNetwork(graph);
    CheapestCirculation circulation = CheapestCirculation.of(network);
    Certificate certificate = Certificate.of(graph, circulation.prices(graph.nodes()));
    List<int[]> walks = walks(network, EulerCircuit.of(network, circulation));
    long steps = SuiteCheck.steps(graph, walks);
    if (steps != certificate.bound()) {
      throw new IllegalStateException(
          "the suite takes " + steps + " steps, its lower bound is " + certificate.bound());
    }
    return new Suite(walks, steps, certificate);
  }

  /** Cuts the circuit where it resets; walks without an edge are left out, unless all are. */
  private static List<int[]> walks(CoverNetwork network, int[] circuit) {
    List<int[]> walks = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < circuit.length; i++) {
      if (!network.isEdge(circuit[i])) {
        if (i > start) {
          walks.add(Arrays.copyOfRange(circuit, start, i));
        }
        start = i + 1;
      }
    }
    return walks.isEmpty() ? List.of(new int[0]) : walks;
  }
}
