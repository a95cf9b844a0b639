package bindcheck.litmus;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the specification allows of one program: its outcomes, and what each of them rests on. */
final class AllowedOutcomes {
  private final SortedMap<Outcome, Set<SortedSet<String>>> ends = new TreeMap<>();
  private final SortedMap<Outcome, Long> counts = new TreeMap<>();
  private final SortedSet<String> by = new TreeSet<>();
  private int states;

  void end(Outcome outcome, SortedSet<String> taken) {
    ends.computeIfAbsent(outcome, o -> new HashSet<>()).add(taken);
    counts.merge(outcome, 1L, Long::sum);
  }

  void rest(Set<String> ids) {
    by.addAll(ids);
  }

  void states(int number) {
    states = number;
  }

  int states() {
    return states;
  }

  /** The outcomes, each with the number of states in which it ends. */
  SortedMap<Outcome, Long> outcomes() {
    return Collections.unmodifiableSortedMap(counts);
  }

  /** The sets of alternatives, {@code C-...=...}, under which the outcome comes about. */
  Set<SortedSet<String>> alternatives(Outcome outcome) {
    return ends.getOrDefault(outcome, Set.of());
  }

  /** The requirements and alternatives that any step rests on. */
  SortedSet<String> by() {
    return Collections.unmodifiableSortedSet(by);
  }
}
