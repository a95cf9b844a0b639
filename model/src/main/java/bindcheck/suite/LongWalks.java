package bindcheck.suite;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Walks that go round the cycles of the graph many times, for what goes wrong only then: an edge of
 * each kind that is on a cycle is on one of them. Cycles that begin at one node follow one another,
 * so that what one leaves behind shows in the next.
 */
final class LongWalks {
  /** Of how many edges of a kind, the nearest ones, the cycles are compared. */
  private static final int COMPARED = 10;

  private final Machine machine;
  private final Adjacency outgoing;
  private final BreadthFirstTree tree;

  private LongWalks(Machine machine) {
    this.machine = machine;
    this.outgoing = Adjacency.of(machine.nodes(), machine.edges(), machine::from);
    this.tree = BreadthFirstTree.of(machine.costs());
  }

  /**
   * The walks, in which each cycle is made so many times.
   *
   * @param shortest of how many edges a cycle has at least
   */
  static List<int[]> of(Machine machine, int times, int shortest) {
    LongWalks walks = new LongWalks(machine);
    SortedMap<Integer, List<int[]>> cyclesAt = new TreeMap<>();
    for (int[] cycle : walks.cycles(shortest)) {
      cyclesAt.computeIfAbsent(machine.from(cycle[0]), n -> new ArrayList<>()).add(cycle);
    }
    List<int[]> made = new ArrayList<>();
    cyclesAt.forEach((node, cycles) -> made.add(walks.walk(node, cycles, times)));
    return made;
  }

  private int[] walk(int node, List<int[]> cycles, int times) {
    List<Integer> walk = new ArrayList<>();
    Arrays.stream(tree.pathTo(node)).forEach(walk::add);
    for (int[] cycle : cycles) {
      for (int i = 0; i < times; i++) {
        Arrays.stream(cycle).forEach(walk::add);
      }
    }
    return walk.stream().mapToInt(Integer::intValue).toArray();
  }

  /** A cycle through an edge of each kind that none before has, where there is one. */
  private List<int[]> cycles(int shortest) {
    Map<Machine.Kind, List<Integer>> kinds = new LinkedHashMap<>();
    for (int edge = 0; edge < machine.edges(); edge++) {
      kinds.computeIfAbsent(machine.kind(edge), k -> new ArrayList<>()).add(edge);
    }
    List<int[]> cycles = new ArrayList<>();
    Set<Machine.Kind> met = new HashSet<>();
    kinds.forEach(
        (kind, edges) -> {
          int[] cycle = met.contains(kind) ? null : shortestCycle(edges);
          if (cycle != null && cycle.length >= shortest) {
            Arrays.stream(cycle).forEach(edge -> met.add(machine.kind(edge)));
            cycles.add(cycle);
          }
        });
    return cycles;
  }

  private int[] shortestCycle(Collection<Integer> edges) {
    return edges.stream()
        .sorted((a, b) -> Integer.compare(depth(a), depth(b)))
        .limit(COMPARED)
        .map(this::cycle)
        .filter(cycle -> cycle.length > 0)
        .min((a, b) -> Integer.compare(a.length, b.length))
        .orElse(null);
  }

  private int depth(int edge) {
    return tree.depth(machine.from(edge));
  }

  /** The edge and the shortest way back to where it begins; nothing where there is none. */
  private int[] cycle(int edge) {
    int home = machine.from(edge);
    Map<Integer, Integer> into = new HashMap<>();
    into.put(machine.to(edge), edge);
    Deque<Integer> open = new ArrayDeque<>(List.of(machine.to(edge)));
    while (!open.isEmpty()) {
      int node = open.remove();
      if (node == home) {
        return back(edge, into);
      }
      for (int slot = outgoing.first(node); slot < outgoing.end(node); slot++) {
        int next = outgoing.arc(slot);
        if (into.putIfAbsent(machine.to(next), next) == null) {
          open.add(machine.to(next));
        }
      }
    }
    return new int[0];
  }

  private int[] back(int edge, Map<Integer, Integer> into) {
    Deque<Integer> cycle = new ArrayDeque<>();
    int last = into.get(machine.from(edge));
    while (last != edge) {
      cycle.addFirst(last);
      last = into.get(machine.from(last));
    }
    cycle.addFirst(edge);
    return cycle.stream().mapToInt(Integer::intValue).toArray();
  }
}
