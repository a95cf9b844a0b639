package bindcheck.conformance;

import bindcheck.oracle.Vocabulary;
import bindcheck.script.Line;
import bindcheck.spec.Automaton;
import bindcheck.spec.Quiescence;
import bindcheck.spec.Semantics;
import bindcheck.spec.Stimulus;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a variant allows to be observed at the end of a finding's script. */
final class Outlook {
  private final Automaton automaton;
  private final Vocabulary vocabulary = new Vocabulary();
  private final Map<String, Integer> handles = new HashMap<>();

  private Outlook(Automaton automaton) {
    this.automaton = automaton;
  }

  /** Every observation after the last call, or after those that are made together. */
  static SortedSet<String> of(Finding finding, Semantics variant) {
    List<List<Line>> groups = finding.groups();
    Set<String> threads = new LinkedHashSet<>(List.of(Line.MAIN));
    groups.forEach(group -> group.forEach(line -> threads.add(line.thread())));
    return new Outlook(new Automaton(variant, List.copyOf(threads))).play(groups);
  }

  private SortedSet<String> play(List<List<Line>> groups) {
    Set<Integer> possible = Set.of(automaton.idle(automaton.semantics().emptyKernel()));
    SortedSet<String> seen = new TreeSet<>();
    for (List<Line> group : groups) {
      seen.clear();
      Set<Integer> next = new LinkedHashSet<>();
      for (int configuration : begun(possible, group)) {
        for (Quiescence outcome : automaton.settle(configuration)) {
          seen.add(vocabulary.observation(automaton, outcome).toString());
          next.add(outcome.configuration());
        }
      }
      possible = next;
    }
    return seen;
  }

  private Set<Integer> begun(Set<Integer> possible, List<Line> group) {
    Set<Integer> begun = possible;
    for (Line line : group) {
      Stimulus stimulus = stimulus(line);
      begun =
          begun.stream()
              .map(configuration -> automaton.apply(configuration, stimulus))
              .filter(configuration -> configuration >= 0)
              .collect(Collectors.toCollection(LinkedHashSet::new));
    }
    return begun;
  }

  private Stimulus stimulus(Line line) {
    int out = handles.size() + 1;
    Stimulus stimulus =
        vocabulary.stimulus(line, name -> handles.getOrDefault(name, 0), value -> value, out);
    line.name().ifPresent(name -> handles.put(name, out));
    return stimulus;
  }
}
