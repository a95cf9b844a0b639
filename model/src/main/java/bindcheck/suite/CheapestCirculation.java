package bindcheck.suite;

/**
 * A cheapest circulation of a {@link CoverNetwork}, by the primal-dual method.
 *
 * <p>It starts with every arc at its lower bound, which leaves nodes with too much and nodes with
 * too little, and moves the excess in phases, each along the cheapest paths that are left. A phase
 * handles all paths of one length, so that there are no more phases than lengths: tens, as costs
 * are small numbers of steps. Immutable.
 */
final class CheapestCirculation {
  private final Residual residual;

  private CheapestCirculation(Residual residual) {
    this.residual = residual;
  }

  /** Expects a network in which every node can be reached from every other. */
  static CheapestCirculation of(CoverNetwork network) {
    Residual residual = new Residual(network);
    PriceRise prices = new PriceRise(residual);
    TightFlow flow = new TightFlow(residual);
    while (hasExcess(residual)) {
      prices.raise();
      flow.push();
    }
    return new CheapestCirculation(residual);
  }

  /** How often the arc is used, its lower bound included. */
  int flow(int arc) {
    return residual.flow(arc);
  }

  /** Prices of the first nodes of the network that prove the circulation cheapest. */
  long[] prices(int nodes) {
    long[] prices = new long[nodes];
    for (int node = 0; node < nodes; node++) {
      prices[node] = residual.price(node);
    }
    return prices;
  }

  private static boolean hasExcess(Residual residual) {
    for (int node = 0; node < residual.nodes(); node++) {
      if (residual.excess(node) > 0) {
        return true;
      }
    }
    return false;
  }
}
