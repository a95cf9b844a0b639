package bindcheck.variants;

import bindcheck.oracle.Judge;
import bindcheck.oracle.Vocabulary;
import bindcheck.spec.Alternative;
import bindcheck.spec.Automaton;
import bindcheck.spec.Semantics;
import bindcheck.spec.SpecModule;
import bindcheck.spec.Variant;
import bindcheck.spec.Variants;
import bindcheck.target.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Finds out which alternatives a target takes. For a choice that is still open it plays the
 * shortest script that tells two of its alternatives apart, given what has been found already, and
 * lets a judge that allows every alternative say what then remains; until no script helps.
 */
public final class Identification {
  /**
   * A probe says nothing where the target lacks a call, or does what something else explains as
   * well: after so many of a choice, others come first, and it is asked again once those have told
   * something.
   */
  private static final int MOST_IN_VAIN = 4;

  private final SpecModule module;
  private final Vocabulary vocabulary = Vocabulary.plain();
  private final Automaton every;
  private final ProbeSearch search;
  private final ProbeSession session;
  private final Variants named;
  private final Variant all;
  private final SortedMap<String, SortedSet<String>> free = new TreeMap<>();
  private final Set<Probe> played = new HashSet<>();
  private final Map<String, Integer> inVain = new HashMap<>();

  private Identification(SpecModule module, Target target) {
    this.module = module;
    this.every = Probes.automaton(module);
    this.search = new ProbeSearch(module, every, vocabulary);
    this.session = new ProbeSession(module, target, every, vocabulary);
    this.named = new Variants(module);
    this.all = every.semantics().variant();
    free.putAll(all.alternatives());
    free.keySet().removeAll(session.openPolicies().keySet());
  }

  /**
   * Identifies a target, which is then fit to be reset.
   *
   * @param patient also plays the scripts of thousands of calls that show how much a port holds
   * @param progress is told each choice before it is looked into
   * @throws bindcheck.target.TargetException if the target neither returns nor blocks
   */
  public static Identity of(
      SpecModule module, Target target, boolean patient, Consumer<String> progress) {
    Identification identification = new Identification(module, target);
    int before;
    do {
      before = identification.played.size();
      for (String choice : identification.all.alternatives().keySet()) {
        progress.accept(choice);
        identification.ask(choice, patient);
      }
    } while (identification.played.size() > before);
    identification.session.playAgain();
    return identification.identity();
  }

  /** Plays what tells the open alternatives of a choice apart, as long as there is something. */
  private void ask(String choice, boolean patient) {
    Optional<Probe> probe = next(choice, patient);
    while (probe.isPresent()) {
      SortedMap<String, SortedSet<String>> before = known();
      inVain.merge(choice, 1, Integer::sum);
      played.add(probe.get());
      session.play(probe.get());
      lookAgain();
      if (!known().equals(before)) {
        inVain.clear();
      }
      probe = next(choice, patient);
    }
  }

  private Optional<Probe> next(String choice, boolean patient) {
    if (inVain.getOrDefault(choice, 0) >= MOST_IN_VAIN) {
      return Optional.empty();
    }
    return search.next(
        new ProbeSearch.Question(
            choice, resolved(), known(), session.openPolicies(), Set.copyOf(played), patient));
  }

  /** One alternative of a choice, and of every other one all that may still be. */
  private int viewOfOpen(Alternative taken) {
    return every.semantics().policies().of(all.with(session.openPolicies()).taking(taken));
  }

  /** The alternatives of each choice that agree with what was observed; none where it varies. */
  private SortedMap<String, SortedSet<String>> known() {
    SortedMap<String, SortedSet<String>> known = session.openPolicies();
    known.putAll(free);
    return known;
  }

  /** A free choice is never fixed by a judge: which alternatives agree is found by replaying. */
  private void lookAgain() {
    free.replaceAll(
        (choice, before) -> {
          SortedSet<String> agreeing = new TreeSet<>(all.of(choice));
          agreeing.removeIf(name -> !agrees(new Alternative(choice, name)));
          return agreeing;
        });
  }

  private boolean agrees(Alternative taken) {
    Judge judge = new Judge(every, vocabulary);
    judge.forget(viewOfOpen(taken));
    return session.refutation(judge) == null;
  }

  /** One alternative a choice: what was found, else what the reference takes, if that is open. */
  private Variant resolved() {
    Variant resolved = named.of(Variants.REFERENCE);
    for (Map.Entry<String, SortedSet<String>> left : known().entrySet()) {
      SortedSet<String> open = left.getValue();
      if (!open.isEmpty() && !open.containsAll(resolved.of(left.getKey()))) {
        resolved = resolved.taking(new Alternative(left.getKey(), open.first()));
      }
    }
    return resolved;
  }

  private Identity identity() {
    SortedMap<String, SortedSet<String>> taken = known();
    SortedSet<String> notSeen = new TreeSet<>(taken.keySet());
    notSeen.removeIf(choice -> !taken.get(choice).equals(all.of(choice)));
    List<String> agreeing = new ArrayList<>();
    SortedMap<String, Identity.Refutation> refutations = new TreeMap<>();
    for (String name : named.names()) {
      Automaton variant = new Automaton(new Semantics(module, name), Probes.THREADS);
      Identity.Refutation refutation = session.refutation(new Judge(variant, vocabulary));
      if (refutation == null) {
        agreeing.add(name);
      } else {
        refutations.put(name, refutation);
      }
    }
    return new Identity(
        session.asked(),
        taken,
        notSeen,
        resolved(),
        agreeing,
        refutations,
        session.unkept(),
        session.oddities());
  }
}
