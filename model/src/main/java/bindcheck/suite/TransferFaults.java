package bindcheck.suite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * The transfer faults of a graph that some sequence of the scene's inputs shows: all of them, or
 * some drawn at random, the same in every run.
 */
final class TransferFaults {
  private static final long SEED = 1;

  private final Machine machine;
  private final Separation separation;
  private final List<List<Integer>> alike = new ArrayList<>();
  private final int[] likenessOf;

  TransferFaults(Machine machine, Separation separation) {
    this.machine = machine;
    this.separation = separation;
    this.likenessOf = new int[machine.nodes()];
    Map<String, Integer> numbers = new LinkedHashMap<>();
    for (int node = 0; node < likenessOf.length; node++) {
      String calls = machine.callsInProgress(node);
      likenessOf[node] = numbers.computeIfAbsent(calls, c -> numbers.size());
      if (likenessOf[node] == alike.size()) {
        alike.add(new ArrayList<>());
      }
      alike.get(likenessOf[node]).add(node);
    }
  }

  /**
   * The nodes that a tester, who knows which calls are in progress, could take for the edge's end.
   */
  private List<Integer> couldBeEnd(int edge) {
    return couldBe(machine.to(edge));
  }

  /** The nodes with the same calls in progress. */
  List<Integer> couldBe(int node) {
    return alike.get(likenessOf[node]);
  }

  /** Whether the same calls are in progress at two nodes, and some inputs tell them apart. */
  boolean areShown(int node, int other) {
    return node != other
        && likenessOf[node] == likenessOf[other]
        && separation.of(node, other).length > 0;
  }

  /**
   * How many states there are that a tester can tell apart; empty where nodes that cannot be told
   * from one can be told from each other, so that they are no states together.
   */
  OptionalInt states() {
    Set<Set<Integer>> states = new HashSet<>();
    int inStates = 0;
    for (int node = 0; node < likenessOf.length; node++) {
      int it = node;
      Set<Integer> same = new TreeSet<>(couldBe(node));
      same.removeIf(other -> areShown(it, other));
      inStates += states.add(same) ? same.size() : 0;
    }
    return inStates == likenessOf.length ? OptionalInt.of(states.size()) : OptionalInt.empty();
  }

  /** How many pairs there are of an edge and a node that could be its end, and is not. */
  long pairs() {
    long pairs = 0;
    for (int edge = 0; edge < machine.edges(); edge++) {
      pairs += couldBeEnd(edge).size() - 1L;
    }
    return pairs;
  }

  /** All of them, edge by edge. */
  List<TransferFault> all() {
    List<TransferFault> faults = new ArrayList<>();
    for (int edge = 0; edge < machine.edges(); edge++) {
      for (int other : couldBeEnd(edge)) {
        addIfShown(faults, edge, other);
      }
    }
    return faults;
  }

  /** At most so many, each pair as likely as any other. */
  List<TransferFault> sample(int most) {
    long[] upTo = new long[machine.edges()];
    long sum = 0;
    for (int edge = 0; edge < upTo.length; edge++) {
      sum += couldBeEnd(edge).size();
      upTo[edge] = sum;
    }
    Random random = new Random(SEED);
    List<TransferFault> faults = new ArrayList<>();
    for (int i = 0; i < most; i++) {
      int found = Arrays.binarySearch(upTo, random.nextLong(sum) + 1);
      int edge = found < 0 ? -found - 1 : found;
      addIfShown(faults, edge, any(couldBeEnd(edge), random));
    }
    return faults;
  }

  /** Of each kind of edges at most so many edges, each with as many ends. */
  List<TransferFault> ofEachKind(int edges, int ends) {
    Map<Machine.Kind, List<Integer>> kinds = new LinkedHashMap<>();
    for (int edge = 0; edge < machine.edges(); edge++) {
      kinds.computeIfAbsent(machine.kind(edge), k -> new ArrayList<>()).add(edge);
    }
    Random random = new Random(SEED);
    List<TransferFault> faults = new ArrayList<>();
    for (List<Integer> kind : kinds.values()) {
      Collections.shuffle(kind, random);
      for (int edge : kind.subList(0, Math.min(edges, kind.size()))) {
        for (int i = 0; i < ends; i++) {
          addIfShown(faults, edge, any(couldBeEnd(edge), random));
        }
      }
    }
    return faults;
  }

  private static int any(List<Integer> nodes, Random random) {
    return nodes.get(random.nextInt(nodes.size()));
  }

  private void addIfShown(List<TransferFault> faults, int edge, int other) {
    if (areShown(machine.to(edge), other)) {
      faults.add(new TransferFault(edge, other));
    }
  }
}
