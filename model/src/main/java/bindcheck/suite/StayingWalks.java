package bindcheck.suite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Walks that make calls which change nothing, refused ones mostly, before each of their steps and
 * at the end. What such a call leaves behind all the same, in no state of the graph, shows in one
 * of the steps that follow. The calls are dealt like cards, so that each is made on many walks, and
 * each time elsewhere.
 */
final class StayingWalks {
  private final Machine machine;
  private final List<Integer> calls;
  private final int hand;
  private int dealt;

  private StayingWalks(Machine machine, List<Integer> calls, int hand) {
    this.machine = machine;
    this.calls = calls;
    this.hand = hand;
  }

  /**
   * The walks.
   *
   * @param cover what covers the graph: so do they
   * @param most about how many steps they have together, if that suffices for a call at each node
   */
  static List<int[]> of(Machine machine, List<int[]> cover, long most) {
    List<Integer> calls = calls(machine);
    List<int[]> paths = moving(machine, cover);
    long length = paths.stream().mapToLong(path -> path.length + 1).sum();
    if (calls.isEmpty() || length == 0) {
      return List.of();
    }
    long hand = Math.max(1, Math.min(most / length, calls.size()));
    StayingWalks walks = new StayingWalks(machine, calls, (int) hand);
    return paths.stream().map(walks::walk).toList();
  }

  /** Those that somewhere lead nowhere else. */
  private static List<Integer> calls(Machine machine) {
    Set<Integer> calls = new TreeSet<>();
    for (int edge = 0; edge < machine.edges(); edge++) {
      if (machine.stays(edge)) {
        calls.add(machine.input(edge));
      }
    }
    return List.copyOf(calls);
  }

  /** The longest walks first, without the edges that stay, and only those with a further edge. */
  private static List<int[]> moving(Machine machine, List<int[]> cover) {
    Set<Integer> met = new HashSet<>();
    return cover.stream()
        .map(walk -> Arrays.stream(walk).filter(edge -> !machine.stays(edge)).toArray())
        .sorted(Comparator.comparingInt((int[] walk) -> walk.length).reversed())
        .filter(walk -> Arrays.stream(walk).filter(met::add).count() > 0)
        .toList();
  }

  private int[] walk(int[] path) {
    List<Integer> walk = new ArrayList<>();
    int node = machine.from(path[0]);
    for (int edge : path) {
      deal(walk, node);
      walk.add(edge);
      node = machine.to(edge);
    }
    deal(walk, node);
    return walk.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Adds the next calls, as far as they stay here. */
  private void deal(List<Integer> walk, int node) {
    for (int i = 0; i < hand; i++) {
      int edge = machine.edge(node, calls.get(dealt));
      dealt = (dealt + 1) % calls.size();
      if (edge != Machine.NONE && machine.stays(edge)) {
        walk.add(edge);
      }
    }
  }
}
