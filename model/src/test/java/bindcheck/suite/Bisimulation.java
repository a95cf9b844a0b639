package bindcheck.suite;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whether two machines can be told apart: by what is seen after any inputs, or by which inputs
 * there are. Their states need not be the same (Milner, Communication and Concurrency, 1989).
 */
final class Bisimulation {
  private record Pair(int one, int other) {}

  private final Machine one;
  private final Machine other;

  Bisimulation(Machine one, Machine other) {
    this.one = one;
    this.other = other;
  }

  /** The first input that tells them apart, and what is seen after it; empty where none does. */
  Optional<String> difference() {
    Set<Pair> seen = new HashSet<>(Set.of(new Pair(0, 0)));
    Deque<Pair> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      Pair pair = open.remove();
      Map<String, Integer> mine = edges(one, pair.one());
      Map<String, Integer> others = edges(other, pair.other());
      if (!mine.keySet().equals(others.keySet())) {
        return Optional.of("inputs " + mine.keySet() + " and " + others.keySet());
      }
      for (String input : mine.keySet()) {
        int edge = mine.get(input);
        int counterpart = others.get(input);
        String expected = one.outputText(edge);
        String found = other.outputText(counterpart);
        if (!expected.equals(found)) {
          return Optional.of(input + ": " + expected + " and " + found);
        }
        Pair next = new Pair(one.to(edge), other.to(counterpart));
        if (seen.add(next)) {
          open.add(next);
        }
      }
    }
    return Optional.empty();
  }

  private static Map<String, Integer> edges(Machine machine, int node) {
    Map<String, Integer> edges = new HashMap<>();
    for (int input = 0; input < machine.inputs(); input++) {
      int edge = machine.edge(node, input);
      if (edge != Machine.NONE) {
        edges.put(machine.inputText(edge), edge);
      }
    }
    return edges;
  }
}
