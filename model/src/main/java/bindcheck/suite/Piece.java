package bindcheck.suite;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a walk makes without a break to kill transfer faults: an edge, or several that end where
 * they begin, and inputs that tell their end from others.
 *
 * @param edges all of them, at least one
 * @param kills how many faults that kills
 */
record Piece(List<Integer> edges, int kills) {
  /** The faults that are killed a step. */
  double worth() {
    return (double) kills / edges.size();
  }

  /**
   * Pieces that kill these faults.
   *
   * @param together whether edges that end where they begin are made one after the other before
   *     their end is identified: that is short, but what one leaves behind the next may hide
   */
  static List<Piece> of(
      Machine machine, Identifying identifying, List<TransferFault> faults, boolean together) {
    Map<Integer, List<Integer>> othersOf = new LinkedHashMap<>();
    faults.forEach(
        fault -> othersOf.computeIfAbsent(fault.edge(), e -> new ArrayList<>()).add(fault.other()));
    List<Piece> pieces = new ArrayList<>();
    for (List<Integer> edges : groups(machine, othersOf.keySet(), together)) {
      TreeSet<Integer> others = new TreeSet<>();
      edges.forEach(edge -> others.addAll(othersOf.get(edge)));
      for (Identifying.Sequence end :
          identifying.of(machine.to(edges.get(0)), List.copyOf(others))) {
        pieces.add(of(edges, end, othersOf));
      }
    }
    return pieces;
  }

  private static Collection<List<Integer>> groups(
      Machine machine, Set<Integer> edges, boolean together) {
    if (!together) {
      return edges.stream().map(List::of).toList();
    }
    return edges.stream()
        .filter(machine::stays)
        .collect(Collectors.groupingBy(machine::from, LinkedHashMap::new, Collectors.toList()))
        .values();
  }

  /** Those of the edges for which the end kills something, and the end. */
  private static Piece of(
      List<Integer> edges, Identifying.Sequence end, Map<Integer, List<Integer>> othersOf) {
    List<Integer> some =
        edges.stream()
            .filter(edge -> !Collections.disjoint(end.others(), othersOf.get(edge)))
            .toList();
    long kills =
        some.stream()
            .flatMap(edge -> othersOf.get(edge).stream())
            .filter(end.others()::contains)
            .count();
    List<Integer> all = new ArrayList<>(some);
    all.addAll(end.edges());
    return new Piece(all, (int) kills);
  }
}
