package bindcheck.variants;

import bindcheck.call.Observation;
import bindcheck.oracle.Allowed;
import bindcheck.oracle.Vocabulary;
import bindcheck.spec.Automaton;
import bindcheck.spec.Glossary;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Variant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What tells two variants apart, choice by choice. The cause of a difference is found by changing
 * one choice at a time: a script belongs to a choice where it tells apart two variants that differ
 * in that choice alone and otherwise lie between the two, as near to both as they allow.
 */
public final class Differences {
  /** More than the calls, beyond a set-up, of any script that is needed. */
  private static final int DEEP = 12;

  /** How deep a search goes in each of many places. */
  private static final int SHALLOW = 4;

  /** How deep a search for calls that are made at once goes. */
  private static final int EARLY = 1;

  private final SpecModule module;
  private final Glossary glossary;
  private final ProductSearch search;
  private final Vocabulary vocabulary;
  private final Variant one;
  private final Variant other;
  private final SubsetAutomaton ofOne;
  private final SubsetAutomaton ofOther;

  private Differences(SpecModule module, Variant one, Variant other, Vocabulary vocabulary) {
    this.module = module;
    this.glossary = new Glossary(module);
    this.vocabulary = vocabulary;
    this.search = new ProductSearch(new SubsetAutomaton(Probes.automaton(module), vocabulary));
    this.one = one;
    this.other = other;
    this.ofOne = subsets(one);
    this.ofOther = subsets(other);
  }

  private SubsetAutomaton subsets(Variant variant) {
    return new SubsetAutomaton(
        new Automaton(new Semantics(module, variant), Probes.THREADS), vocabulary);
  }

  /**
   * The differences between two variants, in the order of their choices.
   *
   * @param all also where one variant only leaves open what the other settles
   * @param progress is told each choice before the search for it
   */
  public static List<Difference> between(
      SpecModule module,
      Variant one,
      Variant other,
      boolean all,
      Vocabulary vocabulary,
      Consumer<String> progress) {
    Differences differences = new Differences(module, one, other, vocabulary);
    List<Difference> found = new ArrayList<>();
    for (String choice : one.alternatives().keySet()) {
      Difference blank = differences.difference(choice, null);
      if (!blank.one().equals(blank.other()) && (all || !blank.isLatitude())) {
        progress.accept(choice);
        found.add(differences.difference(choice, differences.probe(choice).orElse(null)));
      }
    }
    return found;
  }

  private Difference difference(String choice, Probe probe) {
    return new Difference(
        choice,
        one.of(choice),
        other.of(choice),
        probe,
        probe == null ? List.of() : allowed(ofOne, probe),
        probe == null ? List.of() : allowed(ofOther, probe));
  }

  private static List<Allowed> allowed(SubsetAutomaton subsets, Probe probe) {
    int set = probe.before(subsets, subsets.empty(0));
    return set < 0 ? List.of() : subsets.allowed(set, probe.last());
  }

  private Optional<Probe> probe(String choice) {
    if (glossary.isAmongThree(choice)) {
      return Optional.empty(); // a script makes no more than two at once
    }
    Predicate<Probe> shown = probe -> isShown(choice, probe);
    List<Variant> near =
        List.of(one.within(other.alternatives()), other.within(one.alternatives()));
    return shortest(choice, near, Probes.SCENES, DEEP, false, shown)
        .or(() -> shortest(choice, near, Probes.SMALL_SCENES, EARLY, true, shown))
        .or(() -> shortest(choice, near, Probes.LONG_SCENES, Integer.MAX_VALUE, false, shown))
        .or(() -> further(choice, near, shown));
  }

  /**
   * Between the variants, where one more choice is as open as in either: the first script found.
   */
  private Optional<Probe> further(String choice, List<Variant> near, Predicate<Probe> shown) {
    Set<Variant> further = new LinkedHashSet<>();
    for (Variant context : near) {
      for (String open : one.alternatives().keySet()) {
        further.add(context.with(open, one.of(open)));
        further.add(context.with(open, other.of(open)));
      }
    }
    near.forEach(further::remove);
    return further.stream()
        .map(at -> shortest(choice, List.of(at), Probes.SMALL_SCENES, SHALLOW, false, shown))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Optional<Probe> shortest(
      String choice,
      List<Variant> contexts,
      List<String> scenes,
      int depth,
      boolean atOnce,
      Predicate<Probe> shown) {
    Probe shortest = null;
    for (Variant context : contexts) {
      int view = view(context.with(choice, one.of(choice)));
      int changed = view(context.with(choice, other.of(choice)));
      for (String name : scenes) {
        int calls = shortest == null ? depth : Math.min(depth, shortest.length() - 2);
        Optional<Probe> probe = search.shortest(name, view, changed, calls, atOnce, shown);
        if (probe.isPresent() && (shortest == null || probe.get().length() < shortest.length())) {
          shortest = probe.get();
        }
      }
    }
    return Optional.ofNullable(shortest);
  }

  private int view(Variant variant) {
    return search.subsets().automaton().semantics().policies().of(variant);
  }

  /**
   * Whether the two variants themselves show it. What one leaves open elsewhere must not hide what
   * the other does here.
   */
  private boolean isShown(String choice, Probe probe) {
    SubsetAutomaton.After first = probe.in(ofOne, ofOne.empty(0));
    SubsetAutomaton.After second = probe.in(ofOther, ofOther.empty(0));
    if (first == null || second == null) {
      return false;
    }
    Set<Observation> onlyFirst = new HashSet<>(first.seen());
    onlyFirst.removeAll(second.seen());
    Set<Observation> onlySecond = new HashSet<>(second.seen());
    onlySecond.removeAll(first.seen());
    boolean wideFirst = one.of(choice).containsAll(other.of(choice)) || !other.isResolved();
    boolean wideSecond = other.of(choice).containsAll(one.of(choice)) || !one.isResolved();
    if (wideFirst == wideSecond) {
      return !onlyFirst.isEmpty() || !onlySecond.isEmpty();
    }
    return !(wideFirst ? onlyFirst : onlySecond).isEmpty();
  }
}
