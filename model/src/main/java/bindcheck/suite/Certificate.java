package bindcheck.suite;

/**
 * A lower bound on the steps of every suite of a graph, with a proof that takes one pass to check.
 *
 * <p>The proof is a price for each node. Call {@code 1 + price(u) - price(v)} the <em>toll</em> of
 * an edge from {@code u} to {@code v}, {@code reset(v) + price(v)} the <em>exit price</em> of a
 * node, and the least exit price less {@code price(initial)} the <em>restart toll</em>. Prices
 * prove something if no toll is negative. For then a walk from the initial node to {@code v}, with
 * its reset, takes as many steps as the tolls of its edges plus {@code reset(v) + price(v) -
 * price(initial)}, as the prices between cancel; that is no less than the tolls of its edges plus
 * the restart toll. A suite has at least one walk and every edge, so that it takes no fewer steps
 * than
 *
 * <pre>  bound = sum of the tolls of all edges + restart toll</pre>
 *
 * <p>This is weak duality of the minimum-cost circulation problem (Ahuja, Magnanti and Orlin,
 * "Network Flows", 1993, section 9.4), with the price of the reset itself chosen best. Nothing here
 * depends on how the prices were found. Immutable.
 */
public final class Certificate {
  private final long[] prices;
  private final long bound;

  private Certificate(long[] prices, long bound) {
    this.prices = prices;
    this.bound = bound;
  }

  /**
   * Checks the prices against the graph and computes the bound that they prove.
   *
   * @param prices a price for each node, in steps; only their differences matter
   * @throws IllegalArgumentException if a toll is negative or the number of prices is not that of
   *     the nodes: such prices prove nothing
   * @throws ArithmeticException if a toll or the bound does not fit a {@code long}
   */
  public static Certificate of(CoverGraph graph, long[] prices) {
    if (prices.length != graph.nodes()) {
      throw new IllegalArgumentException(
          prices.length + " prices cannot certify " + graph.nodes() + " nodes");
    }
    long[] copy = prices.clone();
    long bound = restartToll(graph, copy);
    for (int edge = 0; edge < graph.edges(); edge++) {
      bound = Math.addExact(bound, toll(graph, copy, edge));
    }
    return new Certificate(copy, bound);
  }

  /** The fewest steps that any suite of the graph can take. */
  public long bound() {
    return bound;
  }

  /** A copy of the proof: with it, {@link #of} on the same graph gives this certificate again. */
  public long[] prices() {
    return prices.clone();
  }

  private static long toll(CoverGraph graph, long[] prices, int edge) {
    long rise = Math.subtractExact(prices[graph.to(edge)], prices[graph.from(edge)]);
    return requireToll(Math.subtractExact(1L, rise), "edge", edge);
  }

  private static long restartToll(CoverGraph graph, long[] prices) {
    int cheapest = graph.initial();
    long least = Long.MAX_VALUE;
    for (int node = 0; node < graph.nodes(); node++) {
      long exitPrice = Math.addExact(prices[node], graph.resetCost(node));
      if (exitPrice < least) {
        least = exitPrice;
        cheapest = node;
      }
    }
    long toll = Math.subtractExact(least, prices[graph.initial()]);
    return requireToll(toll, "the restart from node", cheapest);
  }

  private static long requireToll(long toll, String what, int number) {
    if (toll < 0) {
      throw new IllegalArgumentException(
          what + " " + number + " has toll " + toll + ": the prices prove nothing");
    }
    return toll;
  }
}
