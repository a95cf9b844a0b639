package bindcheck.suite;

import bindcheck.spec.Spread;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The shortest sequences of inputs by which a tester tells one node from another. */
final class Separation {
  /** No shorter ones were needed in any scene; where there are none, the search is cut off here. */
  private static final int LONGEST = 12;

  private record Pair(int node, int other) {
    @Override
    public int hashCode() {
      return Spread.of(node, other);
    }
  }

  private record Reached(Pair pair, Reached before, int edge) {}

  private final Machine machine;
  private final Map<Pair, int[]> known = new HashMap<>();

  Separation(Machine machine) {
    this.machine = machine;
  }

  /**
   * Edges from the first node whose inputs are made at the other as well, and show something else
   * there at the end; none where no such sequence was found.
   */
  int[] of(int node, int other) {
    return known.computeIfAbsent(new Pair(node, other), this::search);
  }

  /** Whether these edges from the first node show that it is not the other. */
  boolean shows(int[] edges, int node, int other) {
    int at = other;
    for (int edge : edges) {
      int instead = machine.edge(at, machine.input(edge));
      if (instead == Machine.NONE) {
        return false;
      }
      if (machine.output(instead) != machine.output(edge)) {
        return true;
      }
      at = machine.to(instead);
    }
    return false;
  }

  /** The edges that the inputs of these take from another node, up to where they show that. */
  int[] instead(int[] edges, int other) {
    List<Integer> instead = new ArrayList<>();
    int at = other;
    for (int edge : edges) {
      int taken = machine.edge(at, machine.input(edge));
      instead.add(taken);
      if (machine.output(taken) != machine.output(edge)) {
        break;
      }
      at = machine.to(taken);
    }
    return instead.stream().mapToInt(Integer::intValue).toArray();
  }

  private int[] search(Pair start) {
    Deque<Reached> open = new ArrayDeque<>(List.of(new Reached(start, null, Machine.NONE)));
    Set<Pair> seen = new HashSet<>(List.of(start));
    for (int depth = 0; depth < LONGEST; depth++) {
      for (int left = open.size(); left > 0; left--) {
        Reached shown = expand(open.remove(), open, seen);
        if (shown != null) {
          return edges(shown);
        }
      }
    }
    return new int[0];
  }

  /** The pair after an input that tells them apart; else null, and those after others are open. */
  private Reached expand(Reached at, Deque<Reached> open, Set<Pair> seen) {
    for (int input = 0; input < machine.inputs(); input++) {
      int edge = machine.edge(at.pair().node(), input);
      int instead = machine.edge(at.pair().other(), input);
      if (edge == Machine.NONE || instead == Machine.NONE) {
        continue;
      }
      Pair pair = new Pair(machine.to(edge), machine.to(instead));
      Reached next = new Reached(pair, at, edge);
      if (machine.output(edge) != machine.output(instead)) {
        return next;
      }
      if (pair.node() != pair.other() && seen.add(pair)) {
        open.add(next);
      }
    }
    return null;
  }

  private static int[] edges(Reached last) {
    List<Integer> edges = new ArrayList<>();
    for (Reached at = last; at.before() != null; at = at.before()) {
      edges.add(0, at.edge());
    }
    return edges.stream().mapToInt(Integer::intValue).toArray();
  }
}
