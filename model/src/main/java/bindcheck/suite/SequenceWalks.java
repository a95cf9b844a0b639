package bindcheck.suite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Walks in which calls follow one another in as many ways as their length allows: the next call is
 * always one that has followed the last two least often, whatever the node. What some calls leave
 * behind in no state of the graph shows after others that have nothing else in common with them
 * (switch cover: Chow 1978; sequences of events: Kuhn et al. 2012).
 */
final class SequenceWalks {
  /** How many calls a walk makes from the node on that it begins with. */
  private static final int LENGTH = 32;

  /** Ties are broken the same way in every run. */
  private static final long SEED = 1;

  private final Random random = new Random(SEED);
  private final Machine machine;
  private final Adjacency outgoing;
  private final BreadthFirstTree tree;

  /** How often the calls were made in this order, up to three of them as one number. */
  private final Map<Long, Integer> made = new HashMap<>();

  private SequenceWalks(Machine machine) {
    this.machine = machine;
    this.outgoing = Adjacency.of(machine.nodes(), machine.edges(), machine::from);
    this.tree = BreadthFirstTree.of(machine.costs());
  }

  /**
   * The walks, from one node after the other, drawn without return; not from those to which the way
   * alone would be longer.
   *
   * @param most about how many steps they have together
   */
  static List<int[]> of(Machine machine, long most) {
    SequenceWalks walks = new SequenceWalks(machine);
    List<Integer> nodes = new ArrayList<>();
    for (int node = 0; node < machine.nodes(); node++) {
      if (walks.tree.depth(node) <= LENGTH) {
        nodes.add(node);
      }
    }
    List<int[]> all = new ArrayList<>();
    long steps = 0;
    while (steps < most && machine.edges() > 0) {
      Collections.shuffle(nodes, walks.random);
      for (int i = 0; i < nodes.size() && steps < most; i++) {
        int[] walk = walks.from(nodes.get(i));
        all.add(walk);
        steps += walk.length;
      }
    }
    return all;
  }

  private int[] from(int node) {
    List<Integer> walk = new ArrayList<>();
    Arrays.stream(tree.pathTo(node)).forEach(edge -> take(edge, walk));
    int at = node;
    for (int i = 0; i < LENGTH && outgoing.first(at) < outgoing.end(at); i++) {
      int edge = next(at, walk);
      take(edge, walk);
      at = machine.to(edge);
    }
    return walk.stream().mapToInt(Integer::intValue).toArray();
  }

  private void take(int edge, List<Integer> walk) {
    for (int before = 0; before <= Math.min(2, walk.size()); before++) {
      made.merge(order(edge, walk, before), 1, Integer::sum);
    }
    walk.add(edge);
  }

  /** An edge of the node whose call has followed the last two least often, or else the last one. */
  private int next(int node, List<Integer> walk) {
    List<Integer> edges = new ArrayList<>();
    for (int slot = outgoing.first(node); slot < outgoing.end(node); slot++) {
      edges.add(outgoing.arc(slot));
    }
    Collections.shuffle(edges, random);
    for (int before = Math.min(2, walk.size()); before >= 0 && edges.size() > 1; before--) {
      edges = seldom(edges, walk, before);
    }
    return edges.get(0);
  }

  /** Those whose call was made least often after so many of the last ones of the walk. */
  private List<Integer> seldom(List<Integer> edges, List<Integer> walk, int before) {
    List<Integer> seldom = new ArrayList<>();
    int least = Integer.MAX_VALUE;
    for (int edge : edges) {
      int times = made.getOrDefault(order(edge, walk, before), 0);
      if (times < least) {
        least = times;
        seldom.clear();
      }
      if (times == least) {
        seldom.add(edge);
      }
    }
    return seldom;
  }

  /** The edge's call after so many of the last ones of the walk. */
  private long order(int edge, List<Integer> walk, int before) {
    long order = machine.input(edge) + 1L;
    for (int i = 1; i <= before; i++) {
      order = order * (machine.inputs() + 1) + machine.input(walk.get(walk.size() - i)) + 1;
    }
    return order;
  }
}
