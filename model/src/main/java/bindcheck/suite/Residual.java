package bindcheck.suite;

/**
 * The state of the flow algorithm: a flow above the lower bounds, and prices that it respects.
 *
 * <p>Each arc of the network has two residual arcs: one forward, to send more, without limit; and
 * one backward, to take back what was sent. Each is the other's <em>partner</em>. Residual arcs are
 * numbered by the node that they leave, so that a scan of a node's arcs reads memory in order. An
 * arc is <em>open</em> if its capacity is positive, and <em>tight</em> if it is open and its
 * reduced cost, {@code cost + price(tail) - price(head)}, is zero. Invariant: no open arc has a
 * negative reduced cost. Loops are left out: no cheapest flow uses one above its lower bound.
 */
final class Residual {
  private static final int UNLIMITED = Integer.MAX_VALUE;
  private static final int LEFT_OUT = -1;

  private final CoverNetwork network;
  private final Adjacency outgoing;
  private final int[] head;
  private final int[] cost;
  private final int[] capacity;
  private final int[] partner;
  private final int[] backward;
  private final int[] excess;
  private final long[] price;

  /** Starts with every arc at its lower bound and every price at zero. */
  Residual(CoverNetwork network) {
    this.network = network;
    int pairs = network.arcs();
    outgoing = Adjacency.of(network.nodes(), Math.multiplyExact(2, pairs), this::groupOf);
    head = new int[outgoing.size()];
    cost = new int[outgoing.size()];
    capacity = new int[outgoing.size()];
    partner = new int[outgoing.size()];
    backward = new int[pairs];
    excess = new int[network.nodes()];
    price = new long[network.nodes()];
    link(placesOfSides());
  }

  /** Sides {@code 2a} and {@code 2a + 1} of arc {@code a} are its forward and backward arcs. */
  private int groupOf(int side) {
    int tail = network.tail(side >> 1);
    int head = network.head(side >> 1);
    if (tail == head) {
      return LEFT_OUT;
    }
    return isForward(side) ? tail : head;
  }

  private int[] placesOfSides() {
    int[] places = new int[2 * network.arcs()];
    for (int place = 0; place < outgoing.size(); place++) {
      places[outgoing.arc(place)] = place;
    }
    return places;
  }

  private void link(int[] placeOfSide) {
    for (int place = 0; place < head.length; place++) {
      int side = outgoing.arc(place);
      int arc = side >> 1;
      head[place] = isForward(side) ? network.head(arc) : network.tail(arc);
      cost[place] = isForward(side) ? network.cost(arc) : -network.cost(arc);
      capacity[place] = isForward(side) ? UNLIMITED : 0;
      partner[place] = placeOfSide[side ^ 1];
    }
    for (int arc = 0; arc < backward.length; arc++) {
      boolean loop = network.tail(arc) == network.head(arc);
      backward[arc] = loop ? LEFT_OUT : placeOfSide[2 * arc + 1];
      excess[network.head(arc)] += network.lower(arc);
      excess[network.tail(arc)] -= network.lower(arc);
    }
  }

  private static boolean isForward(int side) {
    return (side & 1) == 0;
  }

  int nodes() {
    return excess.length;
  }

  /** The first of the arcs that leave a node. */
  int first(int node) {
    return outgoing.first(node);
  }

  /** The arc after the last of those that leave a node. */
  int end(int node) {
    return outgoing.end(node);
  }

  int tail(int arc) {
    return head[partner[arc]];
  }

  int head(int arc) {
    return head[arc];
  }

  int capacity(int arc) {
    return capacity[arc];
  }

  boolean isOpen(int arc) {
    return capacity[arc] > 0;
  }

  /** Expects the node that the arc leaves. */
  long reducedCost(int tail, int arc) {
    return cost[arc] + price[tail] - price[head[arc]];
  }

  /** Expects the node that the arc leaves. */
  boolean isTight(int tail, int arc) {
    return isOpen(arc) && reducedCost(tail, arc) == 0;
  }

  /** What enters a node and does not yet leave it; negative if more leaves than enters. */
  int excess(int node) {
    return excess[node];
  }

  long price(int node) {
    return price[node];
  }

  void raisePrice(int node, long amount) {
    price[node] += amount;
  }

  /** Moves an amount of excess along an open arc. */
  void push(int arc, int amount) {
    grow(arc, -amount);
    grow(partner[arc], amount);
    excess[tail(arc)] -= amount;
    excess[head[arc]] += amount;
  }

  private void grow(int arc, int amount) {
    if (capacity[arc] != UNLIMITED) {
      capacity[arc] = Math.addExact(capacity[arc], amount);
    }
  }

  /** The flow of an arc of the network, its lower bound included. */
  int flow(int arc) {
    int extra = backward[arc] == LEFT_OUT ? 0 : capacity[backward[arc]];
    return Math.addExact(network.lower(arc), extra);
  }
}
