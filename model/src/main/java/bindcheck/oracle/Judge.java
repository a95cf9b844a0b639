package bindcheck.oracle;

import bindcheck.call.Observation;
import bindcheck.spec.Automaton;
import bindcheck.spec.Policies;
import bindcheck.spec.Quiescence;
import bindcheck.spec.Spread;
import bindcheck.spec.Stimulus;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;

/**
 * Judges what is observed at each quiescence against a variant: keeps the set of all configurations
 * that are consistent with it (design: SibylFS's oracle). A policy stays fixed by its first use, a
 * kernel begins anew at each {@link #reset}. Sets and their successors are remembered.
 */
public final class Judge {
  private record Key(StateSet states, Stimulus stimulus) {
    @Override
    public int hashCode() {
      return Spread.of(states.hashCode(), stimulus.hashCode());
    }
  }

  private record Successor(StateSet states, SortedSet<String> by) {}

  private final Automaton automaton;
  private final Vocabulary vocabulary;
  private final Map<Key, Map<Observation, Successor>> successors = new HashMap<>();
  private StateSet states;

  public Judge(Automaton automaton, Vocabulary vocabulary) {
    this.automaton = automaton;
    this.vocabulary = vocabulary;
    forget();
  }

  /** Begins with an empty kernel, and with every policy open. */
  public void forget() {
    forget(Policies.ALL_OPEN);
  }

  /** Begins with an empty kernel, and with no more open than this. */
  public void forget(int policies) {
    int idle = automaton.empty();
    states = new StateSet(List.of(automaton.withPolicies(idle, policies)));
  }

  /** Begins with an empty kernel; policies that were fixed stay so. */
  public void reset() {
    int empty = automaton.empty();
    states =
        new StateSet(
            states.members().stream()
                .map(m -> automaton.withPolicies(empty, automaton.policies(m)))
                .toList());
  }

  /** Whether the stimulus can be made in some configuration that is possible now. */
  public boolean mayMake(Stimulus stimulus) {
    return states.members().stream().anyMatch(m -> automaton.apply(m, stimulus) >= 0);
  }

  /** Whether the stimulus can be made: its thread is idle, or has a deadline that can pass. */
  public boolean canMake(Stimulus stimulus) {
    return states.members().stream().allMatch(m -> automaton.apply(m, stimulus) >= 0);
  }

  /** What may be observed at the quiescence after the stimulus. */
  public List<Allowed> allowed(Stimulus stimulus) {
    List<Allowed> allowed = new ArrayList<>();
    successors(stimulus)
        .forEach((seen, next) -> allowed.add(new Allowed(vocabulary.valued(seen), next.by())));
    return allowed;
  }

  /** The ids that the observation would rest on; or null where it is not allowed. */
  public SortedSet<String> wouldRestOn(Stimulus stimulus, Observation observation) {
    Successor next = successors(stimulus).get(vocabulary.numbered(observation));
    return next == null ? null : next.by();
  }

  /** What the automaton says of each configuration that is possible now. */
  <T> List<T> askAll(BiFunction<Automaton, Integer, T> question) {
    return states.members().stream().map(member -> question.apply(automaton, member)).toList();
  }

  StateSet states() {
    return states;
  }

  void hold(StateSet other) {
    states = other;
  }

  Automaton automaton() {
    return automaton;
  }

  /**
   * Goes on with what was observed after the stimulus.
   *
   * @return the ids that it rests on; or null where it is not allowed, and nothing changes
   */
  public SortedSet<String> observe(Stimulus stimulus, Observation observation) {
    Successor next = successors(stimulus).get(vocabulary.numbered(observation));
    if (next == null) {
      return null;
    }
    states = next.states();
    return next.by();
  }

  /** Goes on with all that may be observed after the stimulus. */
  public void assume(Stimulus stimulus) {
    List<Integer> all = new ArrayList<>();
    successors(stimulus).values().forEach(next -> all.addAll(next.states().members()));
    states = new StateSet(all);
  }

  /** Asks the automaton about one of the configurations that are possible now. */
  public <T> T ask(BiFunction<Automaton, Integer, T> question) {
    return question.apply(automaton, states.members().get(0));
  }

  /** Whether a handle of that number is possible now. */
  boolean mayBeLive(int handle) {
    return states.members().stream().anyMatch(member -> automaton.isLive(member, handle));
  }

  /** Whether a configuration of another automaton is possible now, whatever policies are open. */
  public boolean mayBe(Automaton other, int configuration) {
    int wanted = other.withPolicies(configuration, Policies.ALL_OPEN);
    return states.members().stream().anyMatch(m -> other.adopt(automaton, m) == wanted);
  }

  /** The numbers that stand for values in what is possible now. */
  public BitSet values() {
    BitSet live = new BitSet();
    states.members().forEach(member -> live.or(automaton.values(member)));
    return live;
  }

  /** The numbers of what may be open: different once a policy has been fixed. */
  public Set<Integer> policies() {
    Set<Integer> policies = new TreeSet<>();
    states.members().forEach(member -> policies.add(automaton.policies(member)));
    return policies;
  }

  /** The policies that are still open in some configuration that is possible now. */
  public SortedMap<String, SortedSet<String>> openPolicies() {
    SortedMap<String, SortedSet<String>> open = new TreeMap<>();
    for (int member : states.members()) {
      automaton
          .semantics()
          .policies()
          .alternatives(automaton.policies(member))
          .forEach((c, as) -> open.computeIfAbsent(c, x -> new TreeSet<>()).addAll(as));
    }
    return open;
  }

  private Map<Observation, Successor> successors(Stimulus stimulus) {
    return successors.computeIfAbsent(new Key(states, stimulus), this::search);
  }

  private Map<Observation, Successor> search(Key key) {
    Map<Observation, List<Quiescence>> groups = new LinkedHashMap<>();
    for (int member : key.states().members()) {
      int started = automaton.apply(member, key.stimulus());
      if (started >= 0) {
        for (Quiescence outcome : automaton.settle(started)) {
          groups
              .computeIfAbsent(
                  Observation.of(outcome.replies(), automaton.busyThreads(outcome.configuration())),
                  o -> new ArrayList<>())
              .add(outcome);
        }
      }
    }
    Map<Observation, Successor> result = new LinkedHashMap<>();
    groups.forEach((seen, outcomes) -> result.put(seen, successor(outcomes)));
    return result;
  }

  private Successor successor(List<Quiescence> outcomes) {
    SortedSet<String> by = new TreeSet<>();
    outcomes.forEach(outcome -> by.addAll(automaton.semantics().tags(outcome.by())));
    return new Successor(
        new StateSet(outcomes.stream().map(Quiescence::configuration).toList()),
        Collections.unmodifiableSortedSet(by));
  }
}
