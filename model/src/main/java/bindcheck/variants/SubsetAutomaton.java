package bindcheck.variants;

import bindcheck.call.Observation;
import bindcheck.oracle.Allowed;
import bindcheck.oracle.Vocabulary;
import bindcheck.spec.Automaton;
import bindcheck.spec.Interner;
import bindcheck.spec.Quiescence;
import bindcheck.spec.Spread;
import bindcheck.spec.Stimulus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The automaton made deterministic: a state is the set of all configurations that a script may have
 * led to, whatever was observed on the way. Sets are numbers, and what follows them is remembered.
 */
final class SubsetAutomaton {
  /**
   * What may be observed once these calls have come to rest, and the set that is then reached.
   *
   * @param number of what may be observed: equal where that is, and sooner compared
   */
  record After(Set<Observation> seen, int number, int set) {}

  private record Key(int set, int calls) {
    @Override
    public int hashCode() {
      return Spread.of(set, calls);
    }
  }

  private final Automaton automaton;
  private final Vocabulary vocabulary;
  private final Interner<List<Integer>> sets = new Interner<>();
  private final Interner<Set<Observation>> observations = new Interner<>();
  private final Interner<List<Stimulus>> asked = new Interner<>();
  private final Map<Key, After> known = new HashMap<>();

  SubsetAutomaton(Automaton automaton, Vocabulary vocabulary) {
    this.automaton = automaton;
    this.vocabulary = vocabulary;
  }

  Automaton automaton() {
    return automaton;
  }

  int set(int configuration) {
    return sets.number(List.of(configuration));
  }

  /** The empty kernel, with no more open than this. */
  int empty(int policies) {
    int idle = automaton.empty();
    return set(automaton.withPolicies(idle, policies));
  }

  /** One of the configurations of a set, the same in every run. */
  int any(int set) {
    return sets.value(set).get(0);
  }

  /** What follows calls that are made together; null where they cannot be made for certain. */
  After after(int set, List<Stimulus> calls) {
    return after(set, number(calls));
  }

  /** The number of calls that are made together. */
  int number(List<Stimulus> calls) {
    return asked.number(calls);
  }

  /** What follows the calls of that number. */
  After after(int set, int calls) {
    Key key = new Key(set, calls);
    After after = known.get(key);
    if (after == null && !known.containsKey(key)) {
      after = search(set, asked.value(calls));
      known.put(key, after);
    }
    return after;
  }

  private After search(int set, List<Stimulus> calls) {
    Set<Observation> seen = new HashSet<>();
    Set<Integer> next = new TreeSet<>();
    for (int member : sets.value(set)) {
      int begun = begun(member, calls);
      if (begun < 0) {
        return null;
      }
      for (Quiescence outcome : automaton.settle(begun)) {
        seen.add(vocabulary.observation(automaton, outcome));
        next.add(outcome.configuration());
      }
    }
    return new After(seen, observations.number(seen), sets.number(List.copyOf(next)));
  }

  private int begun(int configuration, List<Stimulus> calls) {
    int begun = configuration;
    for (Stimulus call : calls) {
      begun = begun < 0 ? begun : automaton.apply(begun, call);
    }
    return begun;
  }

  /** What {@link #after} says may be observed, sorted, with the ids that it rests on. */
  List<Allowed> allowed(int set, List<Stimulus> calls) {
    Map<String, SortedSet<String>> by = new TreeMap<>();
    Map<String, Observation> seen = new HashMap<>();
    for (int member : sets.value(set)) {
      for (Quiescence outcome : automaton.settle(begun(member, calls))) {
        Observation observation = vocabulary.observation(automaton, outcome);
        seen.put(observation.toString(), observation);
        by.computeIfAbsent(observation.toString(), o -> new TreeSet<>())
            .addAll(automaton.semantics().tags(outcome.by()));
      }
    }
    List<Allowed> allowed = new ArrayList<>();
    by.forEach(
        (o, ids) -> allowed.add(new Allowed(seen.get(o), Collections.unmodifiableSortedSet(ids))));
    return allowed;
  }
}
