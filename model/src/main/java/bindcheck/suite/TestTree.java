package bindcheck.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Walks from the initial node, those with a common beginning together: a place in such a tree. */
final class TestTree {
  private final Machine machine;
  private final int node;
  private final SortedMap<Integer, TestTree> after = new TreeMap<>();

  TestTree(Machine machine, int node) {
    this.machine = machine;
    this.node = node;
  }

  /** The graph's node at this place. */
  int node() {
    return node;
  }

  /** The place behind these edges, which are added where they are not there yet. */
  TestTree add(int... edges) {
    TestTree place = this;
    for (int edge : edges) {
      TestTree from = place;
      place =
          from.after.computeIfAbsent(
              machine.input(edge), input -> new TestTree(machine, machine.to(edge)));
    }
    return place;
  }

  /** Whether inputs that both places go on with show that their nodes differ. */
  boolean tellsFrom(TestTree other) {
    boolean isFewer = after.size() <= other.after.size();
    for (int input : (isFewer ? after : other.after).keySet()) {
      if (after.containsKey(input) && other.after.containsKey(input)) {
        boolean differ =
            machine.output(machine.edge(node, input))
                != machine.output(machine.edge(other.node, input));
        if (differ || after.get(input).tellsFrom(other.after.get(input))) {
          return true;
        }
      }
    }
    return false;
  }

  /** The longest walks. */
  List<int[]> walks() {
    List<int[]> walks = new ArrayList<>();
    collect(new ArrayList<>(), walks);
    return walks;
  }

  private void collect(List<Integer> walk, List<int[]> walks) {
    if (after.isEmpty()) {
      walks.add(walk.stream().mapToInt(Integer::intValue).toArray());
    }
    after.forEach(
        (input, next) -> {
          walk.add(machine.edge(node, input));
          next.collect(walk, walks);
          walk.remove(walk.size() - 1);
        });
  }
}
